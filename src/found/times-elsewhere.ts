import type { Goal, PlacedTime, ScheduleRow, Section, Task } from '../schema/fields.ts'
import type { Span } from '../schema/geometry.ts'
import { clauseOf } from './clause.ts'
import type { TextDocument } from './document.ts'
import { findTimes, type TimeReference } from './time/index.ts'

/** What is read as things of their own, with their own times. */
export interface Taken {
  tasks: readonly Task[]
  goals: readonly Goal[]
  schedule: readonly ScheduleRow[]
}

// Nothing without a figure or one of these words is a time.
const SAYS_TIME = /\d|h[ằà]ng|thường xuyên|định kỳ|đột xuất|sau khi|trước khi/iu
const SAYS_TIME_FOLDED = /\d|hang|thuong xuyen|dinh ky|dot xuat|(?:sau|truoc) khi/
const SHORTEST = 4

/**
 * The times that a section's own words set outside tasks, goals and schedule: `III. THỜI GIAN, ĐỊA ĐIỂM`, `Giai đoạn 1: từ tháng 3 đến tháng 5`.
 * Dates of documents cited are none.
 */
export function findTimesElsewhere(
  document: TextDocument,
  sections: readonly Section[],
  reference: TimeReference,
  taken: Taken,
): PlacedTime[] {
  const gaps = gapsBetween([...taken.tasks, ...taken.goals, ...taken.schedule].map(({ span }) => span))
  const times: PlacedTime[] = []
  const visit = (section: Section): void => {
    const own = { start: section.span.start + section.label.length, end: section.children[0]?.span.start ?? section.span.end }
    for (const { start, end } of gaps(own)) {
      if (end - start < SHORTEST) continue
      const clause = clauseOf(document, start, end)
      if (!SAYS_TIME_FOLDED.test(clause.folded) || !SAYS_TIME.test(document.text.slice(start, end))) continue
      for (const time of findTimes(clause, reference)) times.push({ ...time, section: section.path })
    }
    section.children.forEach(visit)
  }
  sections.forEach(visit)
  return times
}

/** Answers what of a stretch lies in none of `spans`; to be asked in order of places. */
function gapsBetween(spans: readonly Span[]): (own: Span) => Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  let next = 0
  return ({ start, end }) => {
    const gaps: Span[] = []
    let at = start
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    for (let i = next; (sorted[i]?.start ?? Number.POSITIVE_INFINITY) < end; i++) {
      const span = sorted[i]
      if (span === undefined) break
      if (span.start > at) gaps.push({ start: at, end: span.start })
      at = Math.max(at, span.end)
    }
    if (at < end) gaps.push({ start: at, end })
    return gaps
  }
}
