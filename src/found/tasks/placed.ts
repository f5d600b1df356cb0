import type { Span } from '../../schema/geometry.ts'

/** A line of a clause without its label: what it says, and where that stands in the document. */
export interface Placed {
  content: string
  start: number
  end: number
}

/** The lines as one sentence; `placeOf` leads its offsets back to the document. */
export const joined = (lines: readonly Placed[]): string => lines.map((line) => line.content).join(' ')

/** Where `joined(lines).slice(start, end)` stands in the document. */
export function placeOf(lines: readonly Placed[], start: number, end: number): Span | null {
  const [first, last] = [locate(lines, start), locate(lines, end - 1)]
  return first === null || last === null ? null : { start: first, end: last + 1 }
}

function locate(lines: readonly Placed[], offset: number): number | null {
  let at = 0
  for (const line of lines) {
    if (offset < at + line.content.length) return offset < at ? null : line.start + offset - at
    at += line.content.length + 1
  }
  return null
}
