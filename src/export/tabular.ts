import { entryMaker } from './entry.ts'
import type { Exporter, ExportFile } from './exporter.ts'
import { TABLES, type Table, type Value } from './tables/index.ts'

/** The rows of one table over all documents. */
export interface Filled {
  table: Table
  rows: Value[][]
}

/** An exporter that gathers the rows of all tables and has `write` make the files. */
export function tabularExporter(write: (tables: Filled[]) => Promise<ExportFile[]> | ExportFile[]): Exporter {
  const toEntry = entryMaker()
  const filled: Filled[] = TABLES.map((table) => ({ table, rows: [] }))
  return {
    add(plan) {
      const entry = toEntry(plan)
      for (const { table, rows } of filled) for (const row of table.rows(entry)) rows.push(row)
      return []
    },
    finish: () => write(filled),
  }
}
