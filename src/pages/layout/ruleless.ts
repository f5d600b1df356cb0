import { centreX, right } from '../../schema/box.ts'
import type { RecognisedWord } from '../engine.ts'
import type { Row } from './rows.ts'

/** Rows that form a table without rules: `cells[row][column]` holds words in reading order. */
export interface RulelessTable {
  first: number
  last: number
  cells: RecognisedWord[][][]
}

/** Fewer columns than this are a list with an indent, or two notes side by side. */
const LEAST_COLUMNS = 3
const LEAST_ROWS = 3

/**
 * Tables that only white space draws: stretches of rows whose pieces stand in the same columns, at least three of them in at least
 * three rows. A row with nothing in its first column goes on with the cells of the row above it.
 */
export function findRulelessTables(rows: readonly Row[]): RulelessTable[] {
  const tables: RulelessTable[] = []
  for (let first = 0; first < rows.length; first++) {
    if ((rows[first] as Row).chunks.length < LEAST_COLUMNS) continue
    let last = first
    let columns = columnsOf(rows.slice(first, first + 1))
    for (let next = first + 1; next < rows.length; next++) {
      const wider = columnsOf(rows.slice(first, next + 1))
      // A line of text under the table bridges its columns.
      if (wider.length < LEAST_COLUMNS || wider.length < columns.length) break
      if ((rows[next] as Row).chunks.length === 1 && !isContinuation(rows[next] as Row, wider)) break
      columns = wider
      last = next
    }
    const full = rows.slice(first, last + 1).filter((row) => row.chunks.length >= LEAST_COLUMNS)
    if (full.length < LEAST_ROWS) continue
    tables.push({ first, last, cells: toCells(rows.slice(first, last + 1), columns) })
    first = last
  }
  return tables
}

type Column = [from: number, to: number]

/** The stretches of x that the rows' pieces cover together. */
function columnsOf(rows: readonly Row[]): Column[] {
  const spans = rows.flatMap((row) => row.chunks.map(({ box }): Column => [box.x, right(box)])).sort((a, b) => a[0] - b[0])
  const columns: Column[] = []
  for (const [from, to] of spans) {
    const column = columns.at(-1)
    if (column !== undefined && from <= column[1]) column[1] = Math.max(column[1], to)
    else columns.push([from, to])
  }
  return columns
}

const columnAt = (columns: readonly Column[], x: number) => columns.findIndex(([from, to]) => x >= from && x <= to)

/** A piece alone in its row, but in another column than the first: the end of a wrapped cell. */
const isContinuation = (row: Row, columns: readonly Column[]) => row.chunks.every(({ box }) => columnAt(columns, centreX(box)) > 0)

function toCells(rows: readonly Row[], columns: readonly Column[]): RecognisedWord[][][] {
  const cells: RecognisedWord[][][] = []
  for (const row of rows) {
    const begins = cells.length === 0 || row.chunks.some(({ box }) => columnAt(columns, centreX(box)) === 0)
    if (begins) cells.push(columns.map(() => []))
    for (const { box, words } of row.chunks) cells.at(-1)?.[columnAt(columns, centreX(box))]?.push(...words)
  }
  return cells
}
