import { right, unite } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'
import type { RecognisedWord } from '../engine.ts'

/** Words of one line with no wide gap between them: a line of text, a cell's line, one side of a two-column line. */
export interface Chunk {
  words: RecognisedWord[]
  box: Box
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** The height of a line of the page's main text: half of all words with a letter or digit are no taller. */
export function textHeight(words: readonly RecognisedWord[]): number {
  const heights = words.filter((word) => /[\p{L}\p{N}]/u.test(word.text)).map((word) => word.box.height)
  return median(heights) || 20
}

/** A gap this many text heights wide parts columns; the widest word space of justified print stays under it. */
const COLUMN_GAP = 1.9

/** The recogniser's lines as chunks: cut at wide gaps. */
export function toChunks(words: readonly RecognisedWord[], height: number): Chunk[] {
  const lines = new Map<number, RecognisedWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const chunks: Chunk[] = []
  for (const line of lines.values()) {
    const sorted = [...line].sort((a, b) => a.box.x - b.box.x)
    let run: RecognisedWord[] = []
    for (const word of sorted) {
      const last = run.at(-1)
      if (last !== undefined && word.box.x - right(last.box) > COLUMN_GAP * height) {
        chunks.push({ words: run, box: unite(run.map((each) => each.box)) })
        run = []
      }
      run.push(word)
    }
    if (run.length > 0) chunks.push({ words: run, box: unite(run.map((each) => each.box)) })
  }
  return chunks
}
