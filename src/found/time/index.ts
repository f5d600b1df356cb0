import type { When } from '../../schema/fields.ts'
import type { TimeReference } from './read.ts'

export { findDeadline } from './deadline.ts'
export { type TimeParts, toIso, toWhen } from './expression.ts'
export { readTimes, type TimeMatch, type TimeReference } from './read.ts'
export { findRecurrence } from './recurrence.ts'

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u

/** The year that times without one are read in: the document's own, or else the first that its title names. */
export function toReference(date: When | null, title: string | null): TimeReference {
  const printed = date?.iso ?? YEAR.exec(title ?? '')?.[0]
  return { year: printed === undefined ? null : Number(printed.slice(0, 4)) }
}
