import type { Exporter } from './exporter.ts'
import { tabularExporter } from './tabular.ts'

/** One JSON object a line and table; a column that says nothing is null. */
export function ndjsonExporter(): Exporter {
  return tabularExporter((tables) =>
    tables.map(({ table, rows }) => ({
      name: `${table.name}.ndjson`,
      content: rows
        .map((row) => `${JSON.stringify(Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at] ?? null])))}\n`)
        .join(''),
    })),
  )
}
