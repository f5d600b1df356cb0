import type { Departure, Rule } from '../rule.ts'

/** `Quảng Trị, ngày 09 tháng 5 năm 2023`: words between the numbers, a comma behind the place. */
export const dateForm: Rule = {
  id: 'date-form',
  severity: 'warning',
  component: 'date',
  check({ plan: { date, place, text }, parts }) {
    // The date of the appendix stands for one that a hand left out above.
    if (date === null || date.span.start >= parts.letterhead.end) return []
    const departures: Departure[] = []
    if (/\d\s?[/.-]\s?\d/u.test(date.raw)) {
      departures.push({ message: 'The date of the letterhead is written “ngày … tháng … năm …”.', span: date.span })
    }
    if (place !== null && place.span.end <= date.span.start && !/^\s*,/u.test(text.slice(place.span.end, date.span.start))) {
      departures.push({
        message: 'A comma stands between the place and the date.',
        span: { start: place.span.start, end: date.span.end },
        severity: 'info',
      })
    }
    return departures
  },
}
