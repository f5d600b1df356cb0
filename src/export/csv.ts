import { stringify } from 'csv-stringify/sync'
import type { Exporter } from './exporter.ts'
import { tabularExporter } from './tabular.ts'

/**
 * RFC 4180 with a byte order mark, without which spreadsheet programs take Vietnamese for another encoding. A cell that a program would
 * take for a formula (`=`, `+`, `-`, `@`, tab first) gets an apostrophe before it.
 */
export function csvExporter(): Exporter {
  return tabularExporter((tables) =>
    tables.map(({ table, rows }) => ({
      name: `${table.name}.csv`,
      content: stringify(rows, {
        bom: true,
        header: true,
        columns: table.columns.map(({ name }) => name),
        record_delimiter: 'windows',
        escape_formulas: true,
      }),
    })),
  )
}
