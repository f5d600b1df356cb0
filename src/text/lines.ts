import type { Span } from '../schema/geometry.ts'

/** One printed line that is not empty: its trimmed content as a stretch of the text, in UTF-16 code units. */
export interface TextLine extends Span {
  /** Characters of white space that stood before the content. */
  indent: number
  /** Whether an empty line, or the start of a page, stands before it; false for the first line of the text. */
  blankBefore: boolean
  /** The page's number from 1, counted by form feeds. */
  page: number
}

// CR, LF and CRLF end a line; so do the form feed, and Unicode's own line separators.
const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu

/** The lines of `text` that hold anything, in order; empty lines are remembered as `blankBefore` of the next. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  let from = 0
  let blank = false
  let page = 1
  const take = (to: number): void => {
    const printed = text.slice(from, to)
    const start = from + printed.length - printed.trimStart().length
    const end = from + printed.trimEnd().length
    if (end <= start) {
      blank = true
      return
    }
    lines.push({ start, end, indent: start - from, blankBefore: blank && lines.length > 0, page })
    blank = false
  }
  for (const match of text.matchAll(BREAK)) {
    take(match.index)
    from = match.index + match[0].length
    if (match[0] === '\f') {
      page++
      blank = true
    }
  }
  take(text.length)
  return lines
}
