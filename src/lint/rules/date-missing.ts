import type { Departure, Rule } from '../rule.ts'

/** The place and the whole date. A day or month left blank for the clerk is a warning. */
export const dateMissing: Rule = {
  id: 'date-missing',
  severity: 'error',
  component: 'date',
  check({ plan: { date, place }, parts }) {
    const departures: Departure[] = []
    if (place === null) departures.push({ message: 'No place (địa danh) stands before the date.', span: date?.span ?? null })
    if (date === null) departures.push({ message: 'The document has no date.', span: null })
    else if (date.precision !== 'day' || date.span.start >= parts.letterhead.end) {
      departures.push({
        message: 'The date of the letterhead is not complete, or could not be read.',
        span: date.span,
        severity: 'warning',
      })
    }
    return departures
  },
}
