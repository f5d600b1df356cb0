import { bottom, centreY as middle, right } from '../../schema/box.ts'
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
  return rows
}

/** Each one's middle lies well inside the taller one: so a dash joins its line, and a line does not join its neighbour. */
function sameHeight(a: Chunk, b: Chunk): boolean {
  const apart = a.box.x >= right(b.box) - SLACK || b.box.x >= right(a.box) - SLACK
  const distance = Math.abs(middle(a.box) - middle(b.box))
  return apart && distance < Math.max(a.box.height, b.box.height) * 0.4
}
