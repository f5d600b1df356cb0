import type { PageReading, ReadLine } from '../pages/reading.ts'
import type { Page, PageLine } from '../schema/geometry.ts'

/** One text with a place for every line and word: what the recogniser or the file said, before restoration. */
export interface AssembledText {
  text: string
  pages: Page[]
}

/**
 * Puts pages one after another, lines parted by LF and pages by a form feed. Spans are UTF-16 code units into the text; the
 * text must already be as `normaliseCharacters` leaves it. Empty lines are in the text and not among the page's lines.
 */
export function assemble(readings: readonly PageReading[]): AssembledText {
  const parts: string[] = []
  const pages: Page[] = []
  let at = 0
  const write = (part: string): void => {
    parts.push(part)
    at += part.length
  }
  readings.forEach((reading, index) => {
    // Plain text brings its own line end before the form feed, recognised pages do not.
    if (index > 0) write(reading.origin === 'text' ? '\f' : '\n\f')
    const start = at
    const lines: PageLine[] = []
    reading.lines.forEach((line, row) => {
      if (row > 0) write('\n')
      if (line.text.trim() !== '') lines.push(placeLine(line, at))
      write(line.text)
    })
    const { number, width, height, dpi } = reading
    pages.push({ number, span: { start, end: at }, width, height, dpi, lines })
  })
  return { text: parts.join(''), pages }
}

function placeLine(line: ReadLine, at: number): PageLine {
  return {
    span: { start: at, end: at + line.text.length },
    box: line.box,
    confidence: line.confidence,
    words: line.words.map(({ word, start, end }) => ({
      span: { start: at + start, end: at + end },
      box: word.box,
      confidence: word.confidence,
      ...(word.handwritten === undefined ? {} : { handwritten: word.handwritten }),
    })),
  }
}
