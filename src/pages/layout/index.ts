import { centreX, unite } from '../../schema/box.ts'
import type { Rules } from '../clean/rules.ts'
import type { RecognisedWord } from '../engine.ts'
import type { ReadLine, Word } from '../reading.ts'
import { type Chunk, textHeight, toChunks } from './chunk.ts'
import { findZones } from './columns.ts'
import { dropNoise } from './noise.ts'
import { type Row, toRows } from './rows.ts'
import { findRulelessTables } from './ruleless.ts'
import { cellsOf, contains, fillCells, findTables, type Table } from './tables.ts'

export interface PageFrame {
  width: number
  height: number
  dpi: number
  rules: Rules
}

/**
 * The lines of a page in reading order, from words in any order: the letterhead's left column, its right column, the body, the
 * recipients, the signer. A row of a table is one line, its cells parted by ` | `. Boxes are pixels of the page image.
 */
export function layOut(words: readonly RecognisedWord[], page: PageFrame): ReadLine[] {
  const tables = findTables(page.rules, page.dpi)
  const height = textHeight(words)
  const outside = words.filter((word) => isPrint(word) && !tables.some((table) => contains(table.box, word.box)))
  const rows = dropNoise(toRows(toChunks(outside, height)), page, height)
  const blocks: { top: number; lines: ReadLine[] }[] = tables.map((table) => ({ top: table.box.y, lines: tableLines(table, words) }))
  const zones = findZones(rows, page)
  const ruleless = findRulelessTables(rows, height).filter(
    (table) => !zones.some((zone) => zone.first <= table.last && table.first <= zone.last),
  )
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row
    const table = ruleless.find((each) => each.first === i)
    if (table !== undefined) {
      blocks.push({ top: row.top, lines: table.cells.map(joinCells) })
      i = table.last
      continue
    }
    const zone = zones.find((each) => each.first === i)
    if (zone === undefined) {
      blocks.push({ top: row.top, lines: [toLine(row.chunks)] })
      continue
    }
    const chunks = rows.slice(zone.first, zone.last + 1).flatMap((each) => each.chunks)
    const left = chunks.filter((chunk) => centreX(chunk.box) < zone.gutter)
    const far = chunks.filter((chunk) => centreX(chunk.box) >= zone.gutter)
    blocks.push({ top: row.top, lines: [...toRows(left), ...toRows(far)].map((each) => toLine(each.chunks)) })
    i = zone.last
  }
  return blocks.sort((a, b) => a.top - b.top).flatMap((block) => block.lines)
}

/** The rows of a table as lines; a row without a word is left out. */
function tableLines(table: Table, words: readonly RecognisedWord[]): ReadLine[] {
  const filled = fillCells(cellsOf(table), words)
  const lines: ReadLine[] = []
  for (let row = 0; row + 1 < table.rows.length; row++) {
    const cells = filled.filter(({ cell }) => cell.row === row)
    if (cells.every((cell) => cell.words.length === 0)) continue
    lines.push(joinCells(cells.map((cell) => inReadingOrder(cell.words.filter(isPrint)))))
  }
  return lines
}

/** Bars read from what is left of the table's own lines would pass for the ends of cells. */
const isPrint = (word: RecognisedWord) => /[^|¦\s]/u.test(word.text)

/** Words of a cell line by line: the recogniser's own lines may run across the whole table. */
function inReadingOrder(words: readonly RecognisedWord[]): RecognisedWord[] {
  const rows = toRows(words.map((word) => ({ words: [word], box: word.box })))
  return rows.flatMap((row) => row.chunks.flatMap((chunk) => chunk.words))
}

/** A line whose chunks are joined by a space. */
export function toLine(chunks: readonly Chunk[]): ReadLine {
  return build(
    chunks.flatMap((chunk) => chunk.words).map((word, i) => [i === 0 ? '' : ' ', word]),
    '',
  )
}

/** A row of a table: `STT | Nội dung | Chủ trì`; an empty cell leaves its bar. */
function joinCells(cells: readonly (readonly RecognisedWord[])[]): ReadLine {
  const pieces: [string, RecognisedWord][] = []
  let before = ''
  for (const [i, words] of cells.entries()) {
    if (i > 0) before += before === '' ? ' |' : before.endsWith(' ') ? '|' : ' |'
    for (const word of words) {
      pieces.push([before === '' && pieces.length > 0 ? ' ' : before === '' ? '' : `${before.trimEnd()} `, word])
      before = ''
    }
  }
  return build(
    pieces.map(([gap, word], i) => [i === 0 ? gap.trimStart() : gap, word]),
    before,
  )
}

function build(pieces: readonly (readonly [string, RecognisedWord])[], after: string): ReadLine {
  const words: ReadLine['words'] = []
  let text = ''
  for (const [gap, { line: _, ...word }] of pieces) {
    text += gap
    words.push({ word: word satisfies Word, start: text.length, end: text.length + word.text.length })
    text += word.text
  }
  const confidence = words.reduce((sum, { word }) => sum + word.confidence, 0) / Math.max(1, words.length)
  return { text: text + after, words, box: words.length === 0 ? null : unite(words.map(({ word }) => word.box)), confidence }
}
