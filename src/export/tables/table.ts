import type { Span } from '../../schema/geometry.ts'
import type { Entry } from '../entry.ts'

export type Value = string | number | null

export interface Column {
  name: string
  type: 'text' | 'integer' | 'real'
  /** The table whose `id` it holds. */
  references?: string
}

/** A table of an export: one row a thing found, whatever the format. The first column is its id. */
export interface Table {
  name: string
  columns: Column[]
  rows: (entry: Entry) => Value[][]
}

export type ColumnOf<Row> = Column & { value: (row: Row, entry: Entry, ordinal: number) => Value }

/** A table from what its rows are and, column by column, what they say; `ordinal` counts the rows of a document from 1. */
export function table<Row>(name: string, rowsOf: (entry: Entry) => readonly Row[], columns: ColumnOf<Row>[]): Table {
  return {
    name,
    columns: columns.map(({ value: _, ...column }) => column),
    rows: (entry) => rowsOf(entry).map((row, index) => columns.map((column) => column.value(row, entry, index + 1))),
  }
}

type Read<Row> = (row: Row, entry: Entry, ordinal: number) => string | null
type Count<Row> = (row: Row, entry: Entry, ordinal: number) => number | null

export const text = <Row>(name: string, value: Read<Row>): ColumnOf<Row> => ({ name, type: 'text', value })
export const integer = <Row>(name: string, value: Count<Row>): ColumnOf<Row> => ({ name, type: 'integer', value })
export const real = <Row>(name: string, value: Count<Row>): ColumnOf<Row> => ({ name, type: 'real', value })
export const reference = <Row>(name: string, references: string, value: Read<Row>): ColumnOf<Row> => ({
  name,
  type: 'text',
  references,
  value,
})

/** `id`, `document_id` and `ordinal`, with which every table but that of the documents begins. */
export const identity = <Row>(letter: string): ColumnOf<Row>[] => [
  text('id', (_, entry, ordinal) => `${entry.id}:${letter}:${ordinal}`),
  reference('document_id', 'documents', (_, entry) => entry.id),
  integer('ordinal', (_, _entry, ordinal) => ordinal),
]

/** Where a row stands: page and line from 1, and the stretch of the Plan's text in UTF-16 code units. */
export const place = <Row>(spanOf: (row: Row) => Span | null): ColumnOf<Row>[] => {
  const placeOf = (row: Row, entry: Entry) => {
    const span = spanOf(row)
    return span === null ? null : entry.place(span)
  }
  return [
    integer('page', (row, entry) => placeOf(row, entry)?.page ?? null),
    integer('line', (row, entry) => placeOf(row, entry)?.line ?? null),
    integer('start', (row) => spanOf(row)?.start ?? null),
    integer('end', (row) => spanOf(row)?.end ?? null),
  ]
}

/** Several values in one cell. */
export const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '))
