import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer'
import type { Exporter } from './exporter.ts'
import type { Column } from './tables/index.ts'
import { tabularExporter } from './tabular.ts'

const TYPES: Record<Column['type'], BasicType> = { text: 'STRING', integer: 'INT32', real: 'DOUBLE' }

/** One Parquet file a table, Snappy inside, every column nullable. */
export function parquetExporter(): Exporter {
  return tabularExporter((tables) =>
    tables.map(({ table, rows }) => ({
      name: `${table.name}.parquet`,
      content: new Uint8Array(
        parquetWriteBuffer({
          columnData: table.columns.map(({ name, type }, at) => ({
            name,
            type: TYPES[type],
            nullable: true,
            data: rows.map((row) => row[at] ?? null),
          })),
        }),
      ),
    })),
  )
}
