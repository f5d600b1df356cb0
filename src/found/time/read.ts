import type { ParsedComponents, Parser, ParsingContext } from 'chrono-node'
import { Chrono, strict } from 'chrono-node/vi'
import type { TimeParts } from './expression.ts'
import { OWN_PARSERS, QUARTER_TAG } from './parsers.ts'
import { dropInvented, mergeRanges } from './refiners.ts'

// Spans counted from today (`5 năm trước`) and hours are no dates of a plan; their patterns are also the slow ones.
const COUNTED = /giây|giờ/u
const isDated = (parser: Parser): boolean => !COUNTED.test(parser.pattern({} as ParsingContext).source)

// Any reading needs a day to count from; the years that it lends are taken away again below.
const NO_DAY = new Date(Date.UTC(2000, 0, 15, 12))
const chrono = new Chrono({
  parsers: [...OWN_PARSERS, ...strict.parsers.filter(isDated)],
  refiners: [dropInvented, ...strict.refiners, mergeRanges],
})
// chrono looks back over all text before a date for each date: a window keeps that linear.
const WINDOW = 400
const ANY_TIME = /\d|quý I/iu

/** What a time leaves to the document: the year, where none is printed. */
export interface TimeReference {
  year: number | null
}

/** One time in a text: its place, and its ends as parts (`end` is null where it is one point). */
export interface TimeMatch {
  start: number
  end: number
  from: TimeParts
  to: TimeParts | null
}

/** The times printed in `text.slice(from, to)`, in order; offsets are into `text`. */
export function readTimes(text: string, from: number, to: number, reference: TimeReference): TimeMatch[] {
  const matches: TimeMatch[] = []
  for (let at = from; at < to; ) {
    const stop = windowEnd(text, at, to)
    const window = text.slice(at, stop).replace(/\s/gu, ' ')
    if (ANY_TIME.test(window)) {
      for (const result of chrono.parse(window, NO_DAY)) {
        const start = at + result.index
        matches.push({
          start,
          end: start + result.text.trimEnd().length,
          from: toParts(result.start, reference),
          to: result.end ? toParts(result.end, reference) : null,
        })
      }
    }
    at = stop
  }
  return matches
}

/** Windows end at the end of a clause, so that no time is cut. */
function windowEnd(text: string, at: number, to: number): number {
  if (to - at <= WINDOW) return to
  const cut = Math.max(text.lastIndexOf('; ', at + WINDOW), text.lastIndexOf('. ', at + WINDOW), text.lastIndexOf('\n', at + WINDOW))
  return cut > at ? cut + 1 : Math.min(to, at + WINDOW)
}

function toParts(components: ParsedComponents, reference: TimeReference): TimeParts {
  const parts: TimeParts = {}
  const quarter = [...components.tags()].find((tag) => tag.startsWith(QUARTER_TAG))
  const year = components.isCertain('year') ? components.get('year') : reference.year
  if (year !== null) parts.year = year
  if (quarter !== undefined) return { ...parts, quarter: Number(quarter.slice(-1)) }
  const month = components.isCertain('month') ? components.get('month') : null
  const day = components.isCertain('day') ? components.get('day') : null
  if (month !== null) parts.month = month
  if (day !== null) parts.day = day
  return parts
}
