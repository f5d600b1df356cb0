import type { ParsedComponents, ParsedResult, Parser, ParsingContext } from 'chrono-node'
import { Chrono, strict } from 'chrono-node/vi'
import type { Clause } from '../clause.ts'
import { matchesOf } from '../matches.ts'
import type { TimeParts } from './expression.ts'
import { type CuedParser, has, LIST_TAG, OWN_PARSERS, OWN_YEAR_TAG, QUARTER_TAG } from './parsers/index.ts'
import { type TimeReference, yearOf } from './reference.ts'
import { dropInvented, mergeRanges } from './refiners.ts'

// Of chrono's parsers those for `15/12/2024`, `ngày 15 tháng 12` and `năm 2024`. Hours, days of the week and spans counted from today (`5 năm
// trước`) are no dates of a plan, months have a parser of our own, and each pattern less is time won on every clause.
const SLASHED = /\d[/.-]\d/
const DATES: readonly [part: string, needs: CuedParser['needs']][] = [
  ['[\\/\\.\\-]([0-3]', (folded) => SLASHED.test(folded)],
  ['(?:ngày\\s*)?([0-9]', has('thang')],
  ['năm\\s*', (folded) => folded.includes('nam') || folded.includes('tcn')],
]
const datedParser = (parser: Parser): CuedParser[] => {
  const { source } = parser.pattern({} as ParsingContext)
  const needs = DATES.find(([part]) => source.includes(part))?.[1]
  return needs === undefined ? [] : [{ parser, needs }]
}

// Any reading needs a day to count from; the years that it lends are taken away again below.
const NO_DAY = new Date(Date.UTC(2000, 0, 15, 12))
// chrono's own joining of two dates takes `và` for `đến`.
const joinsDates = (refiner: object): boolean => 'patternBetween' in refiner
const PARSERS: readonly CuedParser[] = [...OWN_PARSERS, ...strict.parsers.flatMap(datedParser)]
const REFINERS = [dropInvented, ...strict.refiners.filter((refiner) => !joinsDates(refiner)), mergeRanges]

/** Chrono with some of the parsers, made when first asked for; the bits of a key are the parsers'. */
const chronos = new Map<number, Chrono>()

/** Chrono with those parsers that may find anything in a stretch, folded; null where none does. */
function chronoFor(folded: string): Chrono | null {
  let key = 0
  for (let i = 0; i < PARSERS.length; i++) if (PARSERS[i]?.needs(folded)) key |= 1 << i
  if (key === 0) return null
  const known = chronos.get(key)
  if (known !== undefined) return known
  const parsers = PARSERS.flatMap(({ parser }, i) => ((key & (1 << i)) === 0 ? [] : [parser]))
  const made = new Chrono({ parsers, refiners: REFINERS })
  chronos.set(key, made)
  return made
}
// chrono looks back over all text before a date for each date: a window keeps that linear.
const WINDOW = 400
// What stands around a number and may belong to its date.
const BEFORE = 40
const AFTER = 60
// What any date has: a day and month, a year, or a number after the word for a period.
const ANY_TIME =
  /\d ?[/.-] ?\d|(?<!\d)(?:19|20)\d\d(?!\d)|(?:ngày|mồng|mùng|tháng|qu[ýí]) ?\d|qu[ýí] I|(?:đầu|cuối|giữa|cả|suốt|trong) năm/giu
const DIGIT = /\d/

/** Whether a window, folded, can hold any of that. */
const mayHoldTime = (folded: string): boolean =>
  DIGIT.test(folded) || folded.includes(' nam') || folded.includes('quy i') || folded.includes('qui i')

/** One time in a text: its place, and its ends as parts (`to` is null where it is one point). */
export interface TimeMatch {
  start: number
  end: number
  from: TimeParts
  to: TimeParts | null
  /** Whether the year of its last end is the document's. */
  yearInferred: boolean
}

/** The dates and periods printed in `clause`, in order; offsets are into the document. */
export function readTimes({ text, from, to, flat, folded }: Clause, reference: TimeReference): TimeMatch[] {
  const matches: TimeMatch[] = []
  for (let at = from; at < to; ) {
    const stop = windowEnd(text, at, to)
    const window = flat.slice(at - from, stop - from)
    const bare = folded.slice(at - from, stop - from)
    for (const [start, end] of mayHoldTime(bare) ? dated(window) : []) {
      const chrono = chronoFor(bare.slice(start, end))
      if (chrono === null) continue
      for (const result of chrono.parse(window.slice(start, end), NO_DAY)) matches.push(...toMatches(result, at + start, reference))
    }
    at = stop
  }
  return matches
}

/** The stretches of a window around what may be a date; the rest of it chrono need not see. Cut between words. */
function dated(window: string): [number, number][] {
  const stretches: [number, number][] = []
  for (const { index, 0: found } of matchesOf(ANY_TIME, window)) {
    const start = index <= BEFORE ? 0 : window.lastIndexOf(' ', index - BEFORE) + 1
    const behind = window.indexOf(' ', index + found.length + AFTER)
    const end = behind < 0 ? window.length : behind
    const last = stretches[stretches.length - 1]
    if (last !== undefined && start <= last[1]) last[1] = end
    else stretches.push([start, end])
  }
  return stretches
}

/** Windows end at the end of a clause, so that no time is cut. */
function windowEnd(text: string, at: number, to: number): number {
  if (to - at <= WINDOW) return to
  const cut = Math.max(text.lastIndexOf('; ', at + WINDOW), text.lastIndexOf('. ', at + WINDOW), text.lastIndexOf('\n', at + WINDOW))
  return cut > at ? cut + 1 : Math.min(to, at + WINDOW)
}

function toMatches(result: ParsedResult, at: number, reference: TimeReference): TimeMatch[] {
  const start = at + result.index
  const end = start + result.text.trimEnd().length
  const last = result.end ?? result.start
  const printed = printedYear(last)
  const yearInferred = printed === null
  const match = {
    start,
    end,
    from: toParts(result.start, printed, reference),
    to: result.end ? toParts(last, printed, reference) : null,
    yearInferred,
  }
  turnYear(match)
  const list = tagOf(result.start, LIST_TAG)
  if (list === null || result.end) return [match]
  const values = (list.replace('to:', '').match(/\d+/gu) ?? []).map(Number)
  const unit = match.from.quarter !== undefined ? 'quarter' : match.from.day !== undefined ? 'day' : 'month'
  const valued = (value: number): TimeParts => {
    const parts = { ...match.from, [unit]: value }
    const year = printed ?? yearOf(reference, unit === 'month' ? value : parts.month)
    return year === null ? parts : { ...parts, year }
  }
  const unbroken = values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1)
  if (list.startsWith('to:') || unbroken) {
    return [turnYear({ ...match, from: valued(values[0] ?? 0), to: valued(values[values.length - 1] ?? 0) })]
  }
  return values.map((value, i) => ({ ...placed(match, result.text, values, i), from: valued(value), to: null }))
}

/** A range that turns over the year (`tháng 11 - 02/2025`) has its first end in the year before. */
function turnYear(match: TimeMatch): TimeMatch {
  const { from, to } = match
  const order = ({ year = 0, quarter = 0, month = 0, day = 0 }: TimeParts): number => year * 10_000 + (month || quarter * 3) * 100 + day
  if (to !== null && from.year !== undefined && from.year === to.year && order(from) > order({ ...to, day: to.day ?? 99 })) from.year--
  return match
}

const printedYear = (components: ParsedComponents): number | null =>
  components.isCertain('year') && tagOf(components, OWN_YEAR_TAG) === null ? components.get('year') : null

/** Where the `i`th value of a list stands: the first with the word before it, the last with the year behind it. */
function placed(match: TimeMatch, printed: string, values: number[], i: number): TimeMatch {
  const places = [...printed.matchAll(/\d+|IV|I{1,3}/gu)]
  const here = places[i]
  const start = i === 0 || here === undefined ? match.start : match.start + here.index
  const end = i === values.length - 1 || here === undefined ? match.end : match.start + here.index + here[0].length
  return { ...match, start, end }
}

const tagOf = (components: ParsedComponents, prefix: string): string | null => {
  for (const tag of components.tags()) if (tag.startsWith(prefix)) return tag.slice(prefix.length)
  return null
}

function toParts(components: ParsedComponents, printed: number | null, reference: TimeReference): TimeParts {
  const quarter = tagOf(components, QUARTER_TAG)
  const month = components.isCertain('month') ? components.get('month') : null
  const day = components.isCertain('day') ? components.get('day') : null
  const year = printedYear(components) ?? printed ?? yearOf(reference, month ?? undefined)
  const parts: TimeParts = year === null ? {} : { year }
  if (quarter !== null) return { ...parts, quarter: Number(quarter) }
  if (month !== null) parts.month = month
  if (day !== null) parts.day = day
  return parts
}
