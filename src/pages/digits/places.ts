import { bottom, centreX, centreY, right } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'
import { fold } from '../../vietnamese/letters.ts'
import { median } from '../layout/chunk.ts'
import type { ReadLine } from '../reading.ts'

/** A place of the letterhead that a hand or a stamp may fill in, in pixels of the page. */
export interface FilledPlace {
  kind: 'number' | 'day' | 'month'
  /** Where the printed word before the hand begins in the line's text. */
  label: number
  /** Offsets in the line's text of what was recognised there. */
  start: number
  end: number
  /** From here to there the hand has room: a little of the print beside it is in. */
  from: number
  to: number
  base: number
  em: number
  /** What stands behind a number: `KH-SYT`. */
  symbol: string
}

// On the folded line. The signs of `filled` are what a recogniser of print made of a hand.
//  so: 1942 /kh-syt   so 45-kh/du     kien giang, ngay 10 thang 10 nam 2017
//      ^^^^              ^^                            ^^       ^^
const NUMBER =
  /^\P{L}{0,4}(?<label>s\p{L}{0,2}o\p{L}?\s{0,3}[:.;]?)(?<filled>.{0,24}?)(?:\/\s?(?<symbol>\p{L}{1,5}[-–]\S{1,12})|[-–]\s?(?<party>\p{L}{1,5}\/\S{1,12}))/du
const DATE =
  /(?<before>ng\p{L}y)(?<filled>.{0,8}?)(?<after>\s?th\p{L}{1,3}g)(?<month>.{1,8}?)(?<last>\s?n\p{L}m)\s{0,2}(?<year>(?:19|20)\d\d)\P{L}{0,3}$/du

/** Widths in ems of Times, as print sets these words: regular for `Số:`, italic for the date. */
const LABEL_EMS = 1.33
const WORD_EMS = { ngay: 1.94, thang: 2.28, nam: 1.72 }
/** Heights in ems of what is sure to be print beside the hand. */
const CAPITAL = 0.662
const FIGURE = 0.676
/** Ems of the neighbouring print that the network wants to see. */
const BESIDE = 0.55

/** What stands before the date: a place's name at most. */
const LONGEST_PLACE = 40

/** The places of `line` where a hand may have written, by the print around them and the ink that belongs to that print. */
export function findPlaces(line: ReadLine, ink: readonly Box[]): FilledPlace[] {
  const folded = fold(line.text)
  if (folded.length !== line.text.length) return []
  return [...numberPlace(line, folded, ink), ...datePlaces(line, folded, ink)]
}

function numberPlace(line: ReadLine, folded: string, ink: readonly Box[]): FilledPlace[] {
  const match = NUMBER.exec(folded)
  const { label, filled, symbol = match?.indices?.groups?.party } = match?.indices?.groups ?? {}
  if (label === undefined || filled === undefined || symbol === undefined) return []
  const [first, last] = [wordAt(line, label[0]), wordAt(line, symbol[1] - 1)]
  if (first === undefined || last === undefined) return []
  const letters = line.text.slice(...symbol)
  const print = printOf(ink, { ...last, x: right(last) - Math.min(last.width, last.height * letters.length * 0.6) }, CAPITAL)
  if (print === null) return []
  const slash = right(last) - widthOf(letters) * print.em - 0.28 * print.em
  const begin = first.x + LABEL_EMS * print.em
  if (slash - begin < -0.3 * print.em || slash - begin > 8 * print.em) return []
  const place = { kind: 'number' as const, label: label[0], start: filled[0], end: filled[1], ...print, symbol: letters }
  return [{ ...place, from: begin - BESIDE * print.em, to: slash + BESIDE * print.em }]
}

function datePlaces(line: ReadLine, folded: string, ink: readonly Box[]): FilledPlace[] {
  const match = DATE.exec(folded)
  const { before, filled, after, month, last, year } = match?.indices?.groups ?? {}
  if ((before?.[0] ?? 0) > LONGEST_PLACE) return []
  if (!before || !filled || !after || !month || !last || !year) return []
  const years = wordAt(line, year[0])
  const print = years === undefined ? null : printOf(ink, { ...years, x: right(years) - Math.min(years.width, years.height * 3) }, FIGURE)
  if (print === null) return []
  const place = (kind: 'day' | 'month', span: [number, number], from: number | null, to: number | null): FilledPlace[] => {
    if (from === null || to === null || to - from < 0.3 * print.em || to - from > 5 * print.em) return []
    return [
      {
        kind,
        label: span[0],
        start: span[0],
        end: span[1],
        ...print,
        symbol: '',
        from: from - BESIDE * print.em,
        to: to + BESIDE * print.em,
      },
    ]
  }
  const ends = (span: [number, number], ems: number) => edge(line, span, ems * print.em, 'end')
  const starts = (span: [number, number], ems: number) => edge(line, span, ems * print.em, 'start')
  return [
    ...place('day', filled, ends(before, WORD_EMS.ngay), starts(after, WORD_EMS.thang)),
    ...place('month', month, ends(after, WORD_EMS.thang), starts(last, WORD_EMS.nam)),
  ]
}

/** Where the printed word of `span` ends or starts: at its box, or so many pixels into it where the hand was read as one word with it. */
function edge(line: ReadLine, span: [number, number], width: number, side: 'start' | 'end'): number | null {
  const at = line.text.slice(...span).search(/\S/u) + span[0]
  const entry = line.words.find((word) => word.start <= at && word.end > at)
  if (entry === undefined) return null
  const { box } = entry.word
  if (side === 'end') return entry.end === span[1] ? right(box) : box.x + width
  return entry.start === at ? box.x : right(box) - width
}

const wordAt = (line: ReadLine, at: number): Box | undefined => line.words.find((word) => word.start <= at && word.end > at)?.word.box

/** Baseline and em of print in `box` whose letters are `tall` ems high; null where too few letters stand by themselves. */
function printOf(ink: readonly Box[], box: Box, tall: number): { base: number; em: number } | null {
  const inside = ink.filter(
    (part) => centreX(part) > box.x && centreX(part) < right(box) && centreY(part) > box.y && centreY(part) < bottom(box),
  )
  const letters = inside.filter((part) => part.height > box.height * 0.4 && part.width < part.height * 1.6)
  if (letters.length < 2) return null
  return { base: median(letters.map(bottom)), em: median(letters.map((part) => part.height)) / tall }
}

/** Advance widths of Times in thousandths of an em. */
const WIDTHS: Record<string, number> = {
  A: 722,
  B: 667,
  C: 667,
  D: 722,
  E: 611,
  G: 722,
  H: 722,
  I: 333,
  K: 722,
  L: 611,
  M: 889,
  N: 722,
  O: 722,
  P: 556,
  Q: 722,
  R: 667,
  S: 556,
  T: 611,
  U: 722,
  V: 722,
  W: 944,
  X: 722,
  Y: 722,
  '-': 333,
  '–': 500,
  r: 333,
}

/** In ems; marks and Đ's stroke take no room, and signs that are no letters were never there. */
const widthOf = (letters: string): number =>
  [...letters].reduce(
    (sum, letter) => sum + (WIDTHS[letter] ?? WIDTHS[fold(letter).toUpperCase()] ?? (/\p{L}/u.test(letter) ? 600 : 0)) / 1000,
    0,
  )
