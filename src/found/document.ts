import { type LineShape, shapeLines } from '../outline/layout.ts'
import type { Span } from '../schema/geometry.ts'
import { splitLines, type TextLine } from '../text/lines.ts'
import { foldAligned } from '../vietnamese/letters.ts'

/**
 * The restored text as the extractors see it, NFC. `flat` and `folded` have the length of `text`, so that a place found in one is
 * a place in all: `flat` has every white space as one space (a symbol broken over a line end reads on), `folded` is `flat` without
 * marks and in lower case.
 */
export interface TextDocument {
  text: string
  flat: string
  folded: string
  lines: TextLine[]
  /** The shape of each line. */
  shapes: LineShape[]
  /** Where a hand or a stamp filled in, in order; empty for a text without page images. */
  filled: readonly Filled[]
}

/** A stretch that a hand or a stamp wrote: read with some confidence, or doubtful. */
export interface Filled {
  span: Span
  confidence: number
  doubtful: boolean
}

/** No cell of a letterhead or a closing is longer; a longer line is body text, and is not searched for cells. */
export const LONGEST_CELL = 300

/** The print of `line`, or its head where it is longer than any cell. */
export function cellText(document: TextDocument, line: TextLine | undefined): string {
  return line === undefined ? '' : document.text.slice(line.start, Math.min(line.end, line.start + LONGEST_CELL))
}

export const isCell = (line: TextLine): boolean => line.end - line.start <= LONGEST_CELL

/** `text` with its lines and its views for matching. */
export function toDocument(text: string, filled: readonly Filled[] = []): TextDocument {
  const flat = text.replace(/[^\S ]/gu, ' ')
  const lines = splitLines(text)
  return { text, flat, folded: foldAligned(flat), lines, shapes: shapeLines(text, lines), filled }
}

export { foldAligned }
