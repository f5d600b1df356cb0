import type { Box } from '../schema/geometry.ts'

/** One word as the recogniser or the text layer gave it. `confidence` is 0 to 1. */
export interface Word {
  text: string
  box: Box
  confidence: number
  /** Stands where a hand or a stamp filled in (after `Số:`, in `ngày … tháng …`), and was read as such, or not with certainty. */
  handwritten?: 'read' | 'doubtful'
}

/**
 * One line of a page, in reading order. `text` is what goes into the document's text: its words joined by spaces, or,
 * for a row of a table, its cells joined by ` | `. `words` carries their places in `text`.
 */
export interface ReadLine {
  text: string
  words: { word: Word; start: number; end: number }[]
  box: Box | null
  confidence: number | null
}

/** One page as read: its lines in reading order (left column of the letterhead, right column, title, body, Nơi nhận, signer). */
export interface PageReading {
  number: number
  width: number | null
  height: number | null
  dpi: number | null
  lines: ReadLine[]
  /** What the lines came from. */
  origin: 'scan' | 'text-layer' | 'text'
}
