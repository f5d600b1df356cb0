import type { RecognisedWord } from '../engine.ts'
import type { ReadLine } from '../reading.ts'
import { type Chunk, right, textHeight, toChunks, unite } from './chunk.ts'
import { findZones } from './columns.ts'
import { type Row, toRows } from './rows.ts'

/**
 * The lines of a page in reading order, from words in any order: the letterhead's left column, its right column, the body, the
 * recipients, the signer. Boxes are pixels of the page image.
 */
export function layOut(words: readonly RecognisedWord[], page: { width: number; height: number }): ReadLine[] {
  const height = textHeight(words)
  const rows = toRows(toChunks(words, height))
  const zones = findZones(rows, page)
  const lines: ReadLine[] = []
  for (let i = 0; i < rows.length; i++) {
    const zone = zones.find((each) => each.first === i)
    if (zone === undefined) {
      lines.push(toLine((rows[i] as Row).chunks))
      continue
    }
    const chunks = rows.slice(zone.first, zone.last + 1).flatMap((row) => row.chunks)
    for (const side of [chunks.filter((chunk) => centre(chunk) < zone.gutter), chunks.filter((chunk) => centre(chunk) >= zone.gutter)]) {
      for (const row of toRows(side)) lines.push(toLine(row.chunks))
    }
    i = zone.last
  }
  return lines
}

const centre = (chunk: Chunk) => (chunk.box.x + right(chunk.box)) / 2

/** A line whose chunks are joined by a space, or as cells of a table by ` | `. */
export function toLine(chunks: readonly Chunk[], separator = ' '): ReadLine {
  const words: ReadLine['words'] = []
  let text = ''
  for (const chunk of chunks) {
    for (const [i, word] of chunk.words.entries()) {
      if (text !== '') text += i === 0 ? separator : ' '
      words.push({
        word: { text: word.text, box: word.box, confidence: word.confidence },
        start: text.length,
        end: text.length + word.text.length,
      })
      text += word.text
    }
  }
  const confidence = words.reduce((sum, { word }) => sum + word.confidence, 0) / Math.max(1, words.length)
  return { text, words, box: words.length === 0 ? null : unite(words.map(({ word }) => word.box)), confidence }
}
