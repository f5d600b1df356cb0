import { bottom, centreY as middle, right, unite } from '../../schema/box.ts'
import type { Chunk } from './chunk.ts'

/** Chunks at one height of the page, left to right. */
export interface Row {
  chunks: Chunk[]
  top: number
  bottom: number
}

/** Pixels that boxes of neighbours may overlap: italics lean. */
const SLACK = 6

/** Chunks gathered into rows from top to bottom: a chunk joins a row that it stands beside. */
export function toRows(chunks: readonly Chunk[]): Row[] {
  const rows: Row[] = []
  for (const chunk of [...chunks].sort((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.slice(-4).find((each) => each.chunks.every((other) => sameHeight(other, chunk)))
    if (row === undefined) {
      rows.push({ chunks: [chunk], top: chunk.box.y, bottom: bottom(chunk.box) })
    } else {
      row.chunks.push(chunk)
      row.chunks.sort((a, b) => a.box.x - b.box.x)
      row.top = Math.min(row.top, chunk.box.y)
      row.bottom = Math.max(row.bottom, bottom(chunk.box))
    }
  }
  return rows.map((row) => ({ ...row, chunks: joinNeighbours(row.chunks) }))
}

/** Text heights: no wider gap parts words of one line, and no narrower one columns. */
const WORD_GAP = 0.9

/** Pieces of one line that were recognised apart: what a second look found goes back between its neighbours. */
function joinNeighbours(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = []
  for (const chunk of chunks) {
    const last = joined.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : chunk.box.x - right(last.box)
    if (last !== undefined && gap < WORD_GAP * Math.min(last.box.height, chunk.box.height)) {
      joined[joined.length - 1] = { words: [...last.words, ...chunk.words], box: unite([last.box, chunk.box]) }
    } else joined.push(chunk)
  }
  return joined
}

/** Each one's middle lies well inside the taller one: so a dash joins its line, and a line does not join its neighbour. */
function sameHeight(a: Chunk, b: Chunk): boolean {
  const apart = a.box.x >= right(b.box) - SLACK || b.box.x >= right(a.box) - SLACK
  const distance = Math.abs(middle(a.box) - middle(b.box))
  return apart && distance < Math.max(a.box.height, b.box.height) * 0.4
}
