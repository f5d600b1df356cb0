import type { TextLine } from '../text/lines.ts'
import { endsIn } from '../text/trim.ts'
import { HAS_CAPITAL, HAS_SMALL, kindAt, UPPER } from '../vietnamese/kind.ts'

/** What the shape of a line says about paragraphs. */
export interface LineShape {
  content: string
  /** Whether the line starts a paragraph: 1 surely, 0 surely not. */
  opens: number
  /** A row of a table, cells parted by ` | `. */
  row: boolean
  /** Nothing but a page number or a stray mark. */
  furniture: boolean
  /** Written in capitals, as headings are. */
  capitals: boolean
}

const END_MARKS = '.;:!?…'
const CLOSING_MARKS = '"”’)»'
// A small letter goes on with the line before, unless it may be a label: `a)`, `vI.`
const LABELLED = /^[IVXl1|\d]{1,5}[.)-]/u
const STARTS_LOWER = /^["“‘(]?\p{Ll}(?![\p{L}\d|]{0,2}(?:[.)\]},/] ?[^\s.]|- \p{Lu}))/u

/** Characters of a full line on A4: fewer is a short text, more is a text without line breaks. */
const NARROWEST = 60
const WIDEST = 160

/** The length that a full line of the document has, in characters; infinite where every line is a whole paragraph. */
export function fullWidth(lengths: number[]): number {
  const sorted = lengths.filter((length) => length > 20).sort((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? NARROWEST
  return width > WIDEST ? Number.POSITIVE_INFINITY : Math.max(width, NARROWEST)
}

/** Whether `text` has words and nearly all of its letters are capitals; `III.1, III.6` has no words. */
export function isCapitals(text: string): boolean {
  const { length } = text
  const most = length * 0.12
  let upper = 0
  let lower = 0
  for (let at = 0; at < length; at++) {
    const kind = kindAt(text, at)
    if ((kind & HAS_SMALL) !== 0) upper++
    else if ((kind & HAS_CAPITAL) !== 0 && ++lower > most) return false
  }
  if (upper < 3 || lower > upper * 0.12) return false
  return upper - (text.match(ROMAN_WORD)?.join('').length ?? 0) >= 3
}

const ROMAN_WORD = /(?<!\p{L})[IVX]+(?!\p{L})/gu

/** The shape of every line of `lines`. */
export function shapeLines(text: string, lines: TextLine[]): LineShape[] {
  const width = fullWidth(lines.map((line) => line.end - line.start))
  const shapes: LineShape[] = []
  let before: LineShape | null = null
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    const shape: LineShape = {
      content,
      opens: 1,
      row: content.includes(' | '),
      furniture: isFurniture(content, line.blankBefore),
      capitals: isCapitals(content),
    }
    if (before) shape.opens = opening(before, shape, line.blankBefore, width)
    shapes.push(shape)
    // A page number stands between two lines of one paragraph.
    if (!shape.furniture) before = shape
  }
  return shapes
}

const STRAY = /^[^\p{L}\d]{1,4}$/u
const PAGE_NUMBER = /^[-–—]?\s?\d{1,3}\s?[-–—]?$/u
const LONGEST_FURNITURE = 8

const isFurniture = (content: string, blankBefore: boolean): boolean =>
  content.length <= LONGEST_FURNITURE && (STRAY.test(content) || (blankBefore && PAGE_NUMBER.test(content)))

/** Whether a sentence or a clause has ended with `text`, closing quotation marks and brackets apart. */
function isEnded(text: string): boolean {
  let end = text.length
  while (end > 0 && CLOSING_MARKS.includes(text.charAt(end - 1))) end--
  return end > 0 && END_MARKS.includes(text.charAt(end - 1))
}

function opening(before: LineShape, here: LineShape, blank: boolean, width: number): number {
  if (before.row || here.row) return 1
  if (STARTS_LOWER.test(here.content)) return before.capitals || endsIn(before.content, '.;:') ? 0.3 : 0.05
  const ended = isEnded(before.content)
  const short = before.content.length < width * 0.72
  // Capitals after a full line that does not end may be an abbreviation at the end of its sentence.
  if (before.capitals !== here.capitals) return before.capitals || ended || short || blank || here.content.length > 12 ? 1 : 0.3
  if (before.content.endsWith(':')) return 0.95
  if (width === Number.POSITIVE_INFINITY) return 0.95
  if (ended) return blank || short ? 1 : 0.7
  if (short) return here.capitals && !LABELLED.test(here.content) ? 0.5 : 0.9
  if (blank) return (kindAt(here.content, 0) & UPPER) !== 0 ? 0.6 : 0.3
  return before.content.length < width * 0.85 ? 0.4 : 0.15
}
