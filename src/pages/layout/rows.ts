import { bottom, centreY as middle, right } from '../../schema/box.ts'
import type { Chunk } from './chunk.ts'

/** Chunks at one height of the page, left to right. */
export interface Row {
  chunks: Chunk[]
  top: number
  bottom: number
}

/** Chunks gathered into rows from top to bottom: a chunk joins a row when each one's middle lies inside the other. */
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

function sameHeight(a: Chunk, b: Chunk): boolean {
  const apart = a.box.x >= right(b.box) || b.box.x >= right(a.box)
  const distance = Math.abs(middle(a.box) - middle(b.box))
  return apart && distance < Math.min(a.box.height, b.box.height) / 2
}
