import { withinOneEdit } from './vocabulary/similarity.ts'

/** A day as print writes it, with its offsets in the text that was searched; `null` where a part is not readable. */
export interface PrintedDate {
  start: number
  end: number
  day: number
  month: number
  year: number
}

// On folded text. The words are checked apart, so that `ngny 05 táng 9 nm 2025` is read too: between the numbers stands nothing else.
const WRITTEN =
  /(?<![\p{L}\d])(?:(?<w1>\p{L}{2,5}) {0,3})(?<day>\d{1,2}) {0,2}(?<w2>\p{L}{3,6}) {0,2}(?<month>\d{1,2})(?: {0,2},)? {0,2}(?<w3>\p{L}{2,4}) {0,2}(?<year>(?:19|20)\d\d)(?!\d)/u
const SLASHED = /(?<![\p{L}\d])(?<w1>\p{L}{2,5}) {0,3}(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2}) ?[/.-] ?(?<year>(?:19|20)\d\d)(?!\d)/u

const YEAR = /(?:19|20)\d\d/

/** The first `ngày 03 tháng 02 năm 2023` or `ngày 3/2/2023` in `folded` (no marks, small letters, single-character spaces). */
export function findPrintedDate(folded: string): PrintedDate | null {
  if (!YEAR.test(folded)) return null
  const written = WRITTEN.exec(folded)
  const slashed = SLASHED.exec(folded)
  const found = [written, slashed]
    .filter((match) => match !== null && isDate(match.groups))
    .sort((a, b) => (a?.index ?? 0) - (b?.index ?? 0))[0]
  if (found?.groups === undefined) return null
  const { day, month, year } = found.groups
  return { start: found.index, end: found.index + found[0].length, day: Number(day), month: Number(month), year: Number(year) }
}

const isDate = (groups: Record<string, string> | undefined): boolean =>
  withinOneEdit(groups?.w1 ?? '', 'ngay') &&
  (groups?.w2 === undefined || withinOneEdit(groups.w2, 'thang')) &&
  (groups?.w3 === undefined || withinOneEdit(groups.w3, 'nam'))
