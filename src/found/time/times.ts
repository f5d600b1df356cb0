import type { Span } from '../../schema/geometry.ts'
import type { Recurrence, Repetition, TimeExpression } from '../../schema/time.ts'
import type { Clause } from '../clause.ts'
import { Covered } from '../covered.ts'
import { type Lead, readCues } from './cues.ts'
import { toEnds, toExpression, toIso } from './expression.ts'
import { readTimes, type TimeMatch } from './read.ts'
import { findRecurrences, repetitionOf } from './recurrence.ts'
import type { TimeReference } from './reference.ts'
import { findRelative } from './relative.ts'

/** A time and how far the words before it make it a deadline. */
export interface DatedTime {
  time: TimeExpression
  score: number
}

/**
 * Every time printed in `clause`, in order: dates, ranges, times counted from an event, and how often. A time that stands inside
 * another is part of it: `trước ngày 15 hằng tháng` is one.
 */
export function findTimes(clause: Clause, reference: TimeReference): TimeExpression[] {
  const dated = findDated(clause, reference).map(({ time }) => time)
  return joinTimes(clause.text, dated, findRecurrences(clause), findRelative(clause))
}

/** `dated`, in order, with what stands in no calendar: how often, and what is counted from an event. */
export function joinTimes(
  text: string,
  dated: readonly TimeExpression[],
  recurrences: readonly Recurrence[],
  relative: readonly TimeExpression[],
): TimeExpression[] {
  const times = [...dated]
  const others: TimeExpression[] = []
  const all = [...dated, ...recurrences]
  const base = all.reduce((first, { span }) => Math.min(first, span.start), Number.POSITIVE_INFINITY)
  const repeated = new Covered(all.reduce((last, { span }) => Math.max(last, span.end - base), 0) + NEAR)
  let near = 0
  let last = 0
  for (const { raw, span, confidence, ...repeats } of recurrences) {
    // Only the dates right beside it can be its own. Recurrences come habit by habit, each in order: so often the walk starts anew.
    if (span.start < last) near = 0
    last = span.start
    while (near < times.length && (times[near]?.span.end ?? 0) + NEAR < span.start) near++
    let end = near
    while (end < times.length && (times[end]?.span.start ?? 0) <= span.end + NEAR) end++
    const beside = times.slice(near, end)
    const at = beside.findIndex((time) => time.repeats === null && time.kind !== 'range' && belongs(text, time, span, repeats))
    const time = beside[at]
    if (time !== undefined) {
      const joined = repeating(text, time, span, repeats)
      times[near + at] = joined
      repeated.take(joined.span.start - base, joined.span.end - base)
    } else if (!repeated.touches(span.start - base, span.end + NEAR - base)) {
      const kind = repeats.unit === 'regular' && repeats.every === null && !/định kỳ/iu.test(raw) ? 'continuous' : 'recurring'
      others.push({ ...toExpression(text, span.start, span.end, kind, confidence), repeats })
      repeated.take(span.start - base, span.end - base)
    }
  }
  shareYears(text, times)
  const placed = [...times, ...others].sort(byPlace)
  return [...placed, ...outside(relative, placed)].sort(byPlace)
}

const LISTED = /^(?:,| và|, và)(?: (?:trước|vào|ngày|tháng)){0,3} ?$/iu

/** `trước ngày 30/4 và 31/10 hằng năm`: what comes back each year holds for the dates listed before it. */
function shareYears(text: string, times: TimeExpression[]): void {
  for (let i = times.length - 2; i >= 0; i--) {
    const [time, next] = [times[i], times[i + 1]]
    if (time === undefined || next?.repeats?.unit !== 'year' || next.repeats.month === null || time.repeats !== null) continue
    if (time.kind !== 'date' || time.iso === null || time.precision !== next.precision || time.span.end > next.span.start) continue
    if (!LISTED.test(text.slice(time.span.end, next.span.start).replace(/\s+/gu, ' '))) continue
    times[i] = { ...time, kind: 'recurring', repeats: { ...next.repeats, day: dayOf(time), month: Number(time.iso.slice(5, 7)) } }
  }
}

const NEAR = 3
const byPlace = (a: { span: Span }, b: { span: Span }): number => a.span.start - b.span.start
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Those of `candidates` that touch none of `taken`, which is in order, nor one another. */
function outside(candidates: readonly TimeExpression[], taken: readonly TimeExpression[]): TimeExpression[] {
  const kept: TimeExpression[] = []
  let next = 0
  for (const candidate of [...candidates].sort(byPlace)) {
    while (next < taken.length && (taken[next]?.span.end ?? 0) <= candidate.span.start) next++
    const [last, other] = [kept.at(-1), taken[next]]
    if ((other === undefined || !touches(other.span, candidate.span)) && (last === undefined || !touches(last.span, candidate.span)))
      kept.push(candidate)
  }
  return kept
}

/** Whether a date is the day of what comes back: `trước ngày 15 tháng 7 hằng năm`, `báo cáo quý (trước ngày 15 của tháng cuối quý)`. */
function belongs(text: string, time: TimeExpression, span: Span, { every }: Repetition): boolean {
  if (every === null) return false
  if (time.span.start < span.end && span.start < time.span.end) return true
  if (span.start >= time.span.end) return span.start - time.span.end < 2 && /^(?:h[ằà]ng|mỗi)/iu.test(text.slice(span.start, span.end))
  return time.iso === null && /^\s?\(?$/u.test(text.slice(span.end, time.span.start))
}

/** A date that comes back, over the words for both. */
function repeating(text: string, time: TimeExpression, span: Span, repeats: Repetition): TimeExpression {
  const [start, end] = [Math.min(time.span.start, span.start), Math.max(time.span.end, span.end)]
  const month = repeats.unit === 'year' && time.iso !== null && time.precision !== 'year' ? Number(time.iso.slice(5, 7)) : null
  // Together the words may say more: `ngày 15 của tháng cuối` and `mỗi quý`.
  const whole = repetitionOf(text.slice(start, end).replace(/\s/gu, ' '), '')
  return {
    ...time,
    kind: 'recurring',
    raw: text.slice(start, end),
    span: { start, end },
    repeats: {
      ...repeats,
      day: repeats.day ?? whole.day ?? dayOf(time),
      month: repeats.month ?? (Number.isNaN(month) ? null : month),
      monthOf: repeats.monthOf ?? whole.monthOf,
    },
  }
}

const dayOf = (time: TimeExpression): number | null => (time.precision === 'day' ? Number(time.iso?.slice(8)) : null)

/** The dates and ranges in `clause` that are the plan's own, not those of documents cited. */
export function findDated(clause: Clause, reference: TimeReference): DatedTime[] {
  const { text, from, flat } = clause
  const out: DatedTime[] = []
  let last = null as { end: number; lead: Lead; day: boolean } | null
  for (const match of readTimes(clause, reference)) {
    const lead = readCues(flat, 0, match.start - from)
    lead.start += from
    // `trước ngày 20/9/2023 và 10/12/2023`: what is said of the one holds for the other.
    const day = match.from.day !== undefined
    if (lead.score === 0 && last !== null && last.day === day && AND.test(text.slice(last.end, lead.start))) {
      lead.relation = last.lead.relation
      lead.score = last.lead.score
    }
    last = { end: match.end, lead, day }
    if (!isCited(text, from, match, lead, reference) && !namesYear(text, from, match, lead)) out.push(toDated(text, match, lead))
  }
  return out
}

const AND = /^,?\s(?:và|hoặc)?\s?$/iu

function toDated(text: string, match: TimeMatch, { start, score, relation, part }: Lead): DatedTime {
  const last = match.to ?? match.from
  const value = toIso(last)
  const range = match.to !== null
  const said = range ? 'on' : relation
  const confidence = score >= 3 ? 0.95 : score >= 2 ? 0.85 : 0.6
  const ends = toEnds(said, match.from, match.to)
  const kind = range ? 'range' : value === null && last.month === undefined ? 'recurring' : 'date'
  const time = toExpression(text, start, match.end, kind, confidence)
  time.iso = value?.iso ?? null
  time.precision = value?.precision ?? null
  time.relation = said
  time.part = part ?? partOf(text.slice(match.start, match.end))
  time.start = ends.start
  time.end = ends.end
  time.yearInferred = value !== null && match.yearInferred
  return { time, score: score + (range ? 1 : 0) + (last.day !== undefined ? 0.5 : 0) }
}

/** `tuần đầu tháng 5`, `cuối năm` lie at an end of their month or year. */
function partOf(raw: string): TimeExpression['part'] {
  if (/^(?:tuần (?:thứ )?(?:1|nhất|đầu)|đầu)(?![\p{L}\d])/iu.test(raw)) return 'start'
  if (/^giữa/iu.test(raw)) return 'middle'
  return /^(?:tuần (?:thứ )?(?:4|5|tư|cuối)|cuối)(?![\p{L}\d])/iu.test(raw) ? 'end' : null
}

// A date that belongs to a document cited: a symbol or its name before it, or its issuer after it.
const SYMBOL_BEFORE = /(?:\p{Lu}\d{0,3}|\))[,;]? ?(?:ngày)? ?$/u
const NAME_BEFORE =
  /(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Công văn|Công điện|Kết luận|Thông báo|Hướng dẫn|Văn bản|Quy định|Tờ trình|Chương trình|Hiến pháp|Kế hoạch số|[Vv]ăn bản số)(?![\p{L}])[^;.]{0,110}$/u
const ISSUER_AFTER = /^,? (?:của|do) (?:\p{Lu}|(?:tỉnh|thành|huyện|liên|đảng) )/u

function isCited(text: string, from: number, match: TimeMatch, { score, start }: Lead, { citations }: TimeReference): boolean {
  if (citations?.some((span) => match.start < span.end && span.start < match.end)) return true
  if (match.from.day === undefined) return false
  if (ISSUER_AFTER.test(text.slice(match.end, match.end + 12).replace(/\s/gu, ' '))) return true
  if (score >= 2) return false
  const before = text.slice(Math.max(from, match.start - 140), start).replace(/\s/gu, ' ')
  return SYMBOL_BEFORE.test(before) || (score === 0 && !match.yearInferred && NAME_BEFORE.test(before))
}

/** A year alone is a time only after a word for one: `trong năm 2023`, not `Kế hoạch cải cách hành chính năm 2024`. */
function namesYear(text: string, from: number, match: TimeMatch, { score, part, start }: Lead): boolean {
  const last = match.to ?? match.from
  if (last.month !== undefined || last.quarter !== undefined || last.day !== undefined) return false
  if (score >= 2 || part !== null) return false
  return start > from && text.slice(from, start).trim() !== ''
}
