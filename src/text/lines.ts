import type { Span } from '../schema/geometry.ts'
import { kindAt, SPACE } from '../vietnamese/kind.ts'

/** One printed line that is not empty: its trimmed content as a stretch of the text, in UTF-16 code units. */
export interface TextLine extends Span {
  /** Characters of white space that stood before the content. */
  indent: number
  /** Whether an empty line, or the start of a page, stands before it; false for the first line of the text. */
  blankBefore: boolean
  /** The page's number from 1, counted by form feeds. */
  page: number
}

const [LF, FF, CR] = [0x0a, 0x0c, 0x0d]

/** CR, LF and CRLF end a line; so do the vertical tab, the form feed, and Unicode's own line separators. */
const isBreak = (code: number): boolean => (code <= CR ? code >= LF : code >= 0x85 && (code === 0x85 || code === 0x2028 || code === 0x2029))

/** The lines of `text` that hold anything, in order; empty lines are remembered as `blankBefore` of the next. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  const { length } = text
  let from = 0
  let blank = false
  let page = 1
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : LF
    if (!isBreak(code)) continue
    const first = from
    from = at + 1
    if (code === LF && at > 0 && at < length && text.charCodeAt(at - 1) === CR) continue
    let start = first
    let end = at
    while (start < end && (kindAt(text, start) & SPACE) !== 0) start++
    while (end > start && (kindAt(text, end - 1) & SPACE) !== 0) end--
    if (end > start) lines.push({ start, end, indent: start - first, blankBefore: blank && lines.length > 0, page })
    blank = end === start || code === FF
    if (code === FF) page++
  }
  return lines
}
