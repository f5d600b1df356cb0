import type { Span } from '../../schema/geometry.ts'
import type { When } from '../../schema/time.ts'

/** What a time leaves to the document. */
export interface TimeReference {
  /** The year, where none is printed. */
  year: number | null
  /** The month from which on that year counts; a month before it is in the year after (a school year, a plan made late in the year). */
  from?: number
  /** Stretches whose dates are no times of the plan's own: the documents cited. */
  citations?: readonly Span[]
}

const SCHOOL_YEAR = /năm học (?<first>20\d\d) ?[-–] ?(?<second>20\d\d)/iu
const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/u
const PERIOD = /(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)/u

/** The last month in which a plan for the next year is made long before it. */
const LONG_BEFORE = 9

/**
 * The year that times without one are read in: the document's own, or that of the title where it says the next (`Kế hoạch … năm 2025`, made
 * in December 2024), or the school year's.
 */
export function toReference(date: When | null, title: string | null, citations: readonly Span[] = []): TimeReference {
  const own = date?.iso == null ? null : Number(date.iso.slice(0, 4))
  const named = title ?? ''
  const school = SCHOOL_YEAR.exec(named)?.groups
  const month = date?.precision === 'year' ? 0 : Number(date?.iso?.slice(5, 7) ?? 0)
  // What is done before the school year begins (enrolment, examinations) lies in the months from the plan's own day on.
  if (school !== undefined)
    return { year: Number(school.first), from: own === Number(school.first) && month > 0 ? Math.min(month, 8) : 8, citations }
  const titled = PERIOD.test(named) ? null : (YEARS.exec(named)?.[0] ?? null)
  if (own === null) return { year: titled === null ? firstYear(named) : Number(titled), citations }
  if (titled !== null && Number(titled) === own + 1) {
    // Made long before its year, a plan begins at once: `Tuyển quân năm 2023` of August 2022.
    return month > 0 && month <= LONG_BEFORE ? { year: own, from: month, citations } : { year: own + 1, citations }
  }
  // Made in the last quarter and without a year in its name, a plan means by its first months those of the year after.
  const late = titled === null && date?.precision !== 'year' && Number(date?.iso?.slice(5, 7) ?? 0) >= 10
  return late ? { year: own, from: 7, citations } : { year: own, citations }
}

function firstYear(title: string): number | null {
  const year = /(?<!\d)(?:19|20)\d\d/u.exec(title)?.[0]
  return year === undefined ? null : Number(year)
}

/** The year in which a month without one falls; null where the document has none. */
export function yearOf(reference: TimeReference, month: number | undefined): number | null {
  if (reference.year === null) return null
  return month !== undefined && reference.from !== undefined && month < reference.from ? reference.year + 1 : reference.year
}
