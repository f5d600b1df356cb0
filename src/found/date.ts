import type { Found, When } from '../schema/fields.ts'
import { trimEnd } from '../text/trim.ts'
import { isCell, type TextDocument } from './document.ts'
import { dateByHand } from './filled.ts'
import type { Frame } from './frame.ts'
import { findPrintedDate } from './printed-date.ts'
import { type TimeParts, toIso, toWhen } from './time/index.ts'

// Matched on folded text, so that a spoilt mark costs nothing; digits may be parted by a space, and a day may be left blank.
const NUMBER = '(?<$>[\\dOo]{1,2}|[\\dOo] [\\dOo])'
const BLANK = '[ .…_]{0,12}'
const WRITTEN = new RegExp(
  `(?<![\\p{L}])n[gq]ay[ .,:]{0,3}${BLANK}${NUMBER.replace('$', 'day')}?${BLANK}th[ae]n[gq][ .,:]{0,3}${BLANK}${NUMBER.replace('$', 'month')}?${BLANK}n[ae]m[ .,:]{0,3}(?<year>(?:19|20) ?\\d ?\\d)?`,
  'u',
)
//  ngày Â3 tháng 11 năm 2017   (a day that a hand wrote and no reader read)
const SCRAWLED =
  /(?<![\p{L}])n[gq]ay(?<scrawl>[^\n]{0,9}?)th[ae]n[gq][ .,:]{0,3}(?<month>\d{1,2})[^\p{L}\d]{0,3}n[ae]m[ .,:]{0,3}(?<year>(?:19|20)\d\d)/u
//  , ngay O timing 11 TOM 2024   (after a place: the year alone is sure)
const ROUGH = /(?<=, {0,2})n[gq]ay[^\n]{2,24}?(?<year>(?:19|20)\d\d)$/u

export interface DateAndPlace {
  date: When | null
  place: (Found & { name: string }) | null
}

/** Place and date of the letterhead: `Bình Phước, ngày 27 tháng 3 năm 2024`, the party's `Hà Nội, ngày 01-10-1997`. */
export function findDateAndPlace(document: TextDocument, frame: Frame): DateAndPlace {
  const { date, place } = searchDateAndPlace(document, frame)
  return { date: date === null ? null : dateByHand(document, date), place }
}

function searchDateAndPlace(document: TextDocument, frame: Frame): DateAndPlace {
  for (let i = frame.letterhead.from; i < frame.letterhead.to; i++) {
    const line = document.lines[i]
    if (line === undefined || !isCell(line)) continue
    const folded = document.folded.slice(line.start, line.end)
    const printed = findPrintedDate(folded)
    if (printed !== null && SENTENCE.test(document.text.slice(line.start + printed.end, line.end))) continue
    if (printed !== null) {
      const start = line.start + printed.start
      const date = toWhen(document.text, start, line.start + printed.end, withoutNoDay(printed), 0.97)
      return { date, place: findPlace(document, line.start, start, i) }
    }
    const match = WRITTEN.exec(folded) ?? SCRAWLED.exec(folded) ?? ROUGH.exec(folded)
    if (match === null) continue
    const start = line.start + match.index
    const end = start + match[0].trimEnd().length
    return { date: toDate(document.text, start, end, match.groups), place: findPlace(document, line.start, start, i) }
  }
  return { date: null, place: null }
}

//  Sáng ngày 12/5/2024, hàng trăm người dân   (a sentence that goes on behind its date)
const SENTENCE = /^ ?[,;]? \p{Ll}{2,9} \p{L}/u

/** A day that no month has was misread: the month stands. */
const withoutNoDay = ({ day, month, year }: { day: number; month: number; year: number }): TimeParts =>
  toIso({ day, month, year }) === null ? { month, year } : { day, month, year }

function toDate(text: string, start: number, end: number, groups: Record<string, string> | undefined): When {
  const value = (name: string): number | undefined => {
    const digits = groups?.[name]?.replace(/\s/gu, '').replace(/o/giu, '0')
    return digits === undefined || !/^\d+$/u.test(digits) ? undefined : Number(digits)
  }
  const [printed, month, year] = [value('day'), value('month'), value('year')]
  const day = printed && month && year && toIso({ day: printed, month, year }) === null ? undefined : printed
  // A day left open, or one that no month has: the month stands.
  return toWhen(
    text,
    start,
    end,
    {
      ...(day ? { day } : {}),
      ...(month ? { month } : {}),
      ...(year ? { year } : {}),
    },
    day && month && year ? 0.97 : 0.6,
  )
}

/** The name before `, ngày`; the number that a fused line has on its left is passed over. */
function findPlace(document: TextDocument, from: number, dateStart: number, index: number): DateAndPlace['place'] {
  const before = trimEnd(document.text.slice(from, dateStart), ',.;:')
  const match =
    /(?:^|\s)(?<name>(?:(?:TP|Tp|tp|Thành phố|TX|Tx)\.? ?)?\p{Lu}[\p{L}\p{M}'’.]{0,20}(?:(?: ?[-–] ?| {1,2})\p{Lu}[\p{L}\p{M}'’]{0,20}){0,5})$/u.exec(
      before,
    )
  let name = match?.groups?.name?.trim()
  let start = name === undefined ? -1 : from + before.length - name.length
  if (name === undefined && before.trim() === '' && index > 0) {
    const previous = document.lines[index - 1]
    const text = previous === undefined ? '' : document.text.slice(previous.start, previous.end)
    const alone = /^(?<name>\p{Lu}[\p{L}\p{M}' ’-]{1,28}),$/u.exec(text)
    name = alone?.groups?.name
    start = previous?.start ?? -1
  }
  if (name === undefined || start < 0) return null
  // On a fused line the symbol's last letters are capitals too: a place is written with small letters.
  const words = name.split(' ')
  while (
    words.length > 1 &&
    /^[\p{Lu}\d'’/-]+$/u.test(words[0] ?? '') &&
    (words[0] ?? '').length > 1 &&
    !/^TP\.?$|^TX\.?$/u.test(words[0] ?? '')
  ) {
    start += (words.shift() ?? '').length + 1
  }
  name = words.join(' ')
  return { raw: name, span: { start, end: start + name.length }, confidence: 0.95, name }
}
