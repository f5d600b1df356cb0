import type { Exporter } from './exporter.ts'

export type { Exporter, ExportFile } from './exporter.ts'

interface Format {
  description: string
  /** `document`: a file each; `table`: a file each table; `single`: one file of all. */
  makes: 'document' | 'table' | 'single'
  /** Loads what writes the format only when it is asked for. */
  create: () => Promise<Exporter>
}

/** Every format by its name on the command line. */
export const EXPORT_FORMATS = {
  csv: { description: 'tables for spreadsheets', makes: 'table', create: async () => (await import('./csv.ts')).csvExporter() },
  ndjson: {
    description: 'tables, one JSON object a line',
    makes: 'table',
    create: async () => (await import('./ndjson.ts')).ndjsonExporter(),
  },
  parquet: { description: 'tables for data frames', makes: 'table', create: async () => (await import('./parquet.ts')).parquetExporter() },
  sqlite: {
    description: 'one database of all tables',
    makes: 'single',
    create: async () => (await import('./sqlite.ts')).sqliteExporter(),
  },
  akn: {
    description: 'Akoma Ntoso 3.0, a doc each',
    makes: 'document',
    create: async () => (await import('./akn/index.ts')).aknExporter(),
  },
  nd30: {
    description: 'metadata records of decree 30, appendix VI',
    makes: 'document',
    create: async () => (await import('./nd30/index.ts')).nd30Exporter(),
  },
  markdown: {
    description: 'a page each, to read',
    makes: 'document',
    create: async () => (await import('./markdown/index.ts')).markdownExporter(),
  },
  graphml: {
    description: 'the graph of which document cites which',
    makes: 'single',
    create: async () => (await import('./graphml.ts')).graphmlExporter(),
  },
} as const satisfies Record<string, Format>

export type ExportFormat = keyof typeof EXPORT_FORMATS

/** An exporter of `format`: give it Plans, write the files that it answers. */
export function createExporter(format: ExportFormat): Promise<Exporter> {
  return EXPORT_FORMATS[format].create()
}
