import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import type { Exporter } from './exporter.ts'
import type { Table } from './tables/index.ts'
import { type Filled, tabularExporter } from './tabular.ts'

/** One SQLite database of all tables, with their keys. */
export function sqliteExporter(): Exporter {
  return tabularExporter(async (tables) => [{ name: 'plans.sqlite', content: await build(tables) }])
}

/** The library writes files only: into a folder of its own, read back whole. */
async function build(tables: Filled[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-sqlite-'))
  try {
    const file = join(folder, 'plans.sqlite')
    fill(file, tables)
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function fill(file: string, tables: Filled[]): void {
  const database = new sqlite.Database(file)
  try {
    database.exec('BEGIN')
    for (const { table, rows } of tables) {
      database.exec(createTable(table))
      const insert = database.prepare(`INSERT INTO ${table.name} VALUES (${table.columns.map(() => '?').join(', ')})`)
      try {
        for (const row of rows) insert.run(row)
      } finally {
        insert.finalize()
      }
    }
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

const quote = (name: string): string => `"${name}"`

function createTable({ name, columns }: Table): string {
  const lines = columns.map((column, at) => {
    const key = at === 0 ? ' PRIMARY KEY' : ''
    const link = column.references === undefined ? '' : ` REFERENCES ${quote(column.references)} (id)`
    return `  ${quote(column.name)} ${column.type.toUpperCase()}${key}${link}`
  })
  const indexes = columns
    .filter(({ references }) => references !== undefined)
    .map((column) => `CREATE INDEX ${quote(`${name}_${column.name}`)} ON ${quote(name)} (${quote(column.name)});`)
  return [`CREATE TABLE ${quote(name)} (`, lines.join(',\n'), ');', ...indexes].join('\n')
}
