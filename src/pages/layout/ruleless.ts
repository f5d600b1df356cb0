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
/** Text heights: a strip of white this wide that runs through all rows parts columns; between words of one cell it never does for long. */
const GUTTER = 0.6
/** Text heights between the lines of one cell. */
const LINE_GAP = 0.8

/**
 * Tables that only white space draws: stretches of rows whose words stand in the same columns, at least three of them in at least
 * three rows. `height` is that of the text. A row that goes on with the cells of the row above it joins it; one at the top that goes on
 * with a row of the page before has nothing in its first column.
 */
export function findRulelessTables(rows: readonly Row[], height: number): RulelessTable[] {
  const tables: RulelessTable[] = []
  let free = 0
  for (let first = 0; first < rows.length; first++) {
    if ((rows[first] as Row).chunks.length < LEAST_COLUMNS) continue
    let last = first
    let most = (rows[first] as Row).chunks.length
    let columns = columnsOf(rows.slice(first, first + 1), height)
    for (let next = first + 1; next < rows.length; next++) {
      const wider = columnsOf(rows.slice(first, next + 1), height)
      const { chunks, top } = rows[next] as Row
      most = Math.max(most, chunks.length)
      // A line of text under the table bridges its columns.
      if (wider.length < most) break
      const near = top - (rows[next - 1] as Row).bottom < LINE_GAP * height
      if (chunks.length === 1 && !near && !isContinuation(rows[next] as Row, wider)) break
      columns = wider
      last = next
    }
    const full = rows.slice(first, last + 1).filter((row) => filled(row, columns) >= LEAST_COLUMNS)
    if (full.length < LEAST_ROWS) continue
    let top = first
    while (top > free && goesOn(rows[top - 1] as Row, rows[top] as Row, columns, height)) top--
    const all = rows.slice(top, last + 1)
    tables.push({ first: top, last, cells: toCells(all, columnsOf(all, height)) })
    first = last
    free = last + 1
  }
  return tables
}

type Column = [from: number, to: number]

const wordsOf = (row: Row): RecognisedWord[] => row.chunks.flatMap((chunk) => chunk.words)

/** The stretches of x that the rows' words cover together. */
function columnsOf(rows: readonly Row[], height: number): Column[] {
  const words = rows.flatMap(wordsOf)
  const spans = words.map(({ box }): Column => [box.x, right(box)]).sort((a, b) => a[0] - b[0])
  const columns: Column[] = []
  for (const [from, to] of spans) {
    const column = columns.at(-1)
    if (column !== undefined && from <= column[1] + GUTTER * height) column[1] = Math.max(column[1], to)
    else columns.push([from, to])
  }
  return columns
}

const columnAt = (columns: readonly Column[], x: number) => columns.findIndex(([from, to]) => x >= from && x <= to)

const filled = (row: Row, columns: readonly Column[]) => new Set(wordsOf(row).map(({ box }) => columnAt(columns, centreX(box)))).size

/** Words in other columns than the first alone: the end of a wrapped cell. */
const isContinuation = (row: Row, columns: readonly Column[]) => wordsOf(row).every(({ box }) => columnAt(columns, centreX(box)) > 0)

/** Whether `row` holds the ends of cells that the page before broke off, close above the table's first row. */
function goesOn(row: Row, below: Row, columns: readonly Column[], height: number): boolean {
  const within = row.chunks.every(({ box }) => columns.slice(1).some(([from, to]) => box.x >= from - height && right(box) <= to + height))
  return within && below.top - row.bottom < LINE_GAP * height
}

function toCells(rows: readonly Row[], columns: readonly Column[]): RecognisedWord[][][] {
  const cells: RecognisedWord[][][] = []
  for (const row of rows) {
    if (cells.length === 0 || begins(row, columns)) cells.push(columns.map(() => []))
    for (const word of wordsOf(row)) cells.at(-1)?.[columnAt(columns, centreX(word.box))]?.push(word)
  }
  return cells
}

/** A row begins with its number; where that was not read, with a capital and most of its cells. */
function begins(row: Row, columns: readonly Column[]): boolean {
  const words = wordsOf(row)
  if (words.some(({ box }) => columnAt(columns, centreX(box)) === 0)) return true
  const most = filled(row, columns)
  return most >= LEAST_COLUMNS && most * 2 >= columns.length && /^[^\p{L}]*\p{Lu}/u.test(words[0]?.text ?? '')
}
