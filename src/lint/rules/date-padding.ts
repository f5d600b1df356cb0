import type { Departure, Rule } from '../rule.ts'

/** `ngày 05 tháng 02`: days under 10 and the months 1 and 2 have a 0 before them. */
export const datePadding: Rule = {
  id: 'date-padding',
  severity: 'warning',
  component: 'date',
  check({ plan: { date }, parts }) {
    if (date === null || date.span.start >= parts.letterhead.end) return []
    const departures: Departure[] = []
    const day = /^\S+\s+(?<day>[1-9])(?!\d)/u.exec(date.raw)?.groups?.day
    if (day !== undefined) departures.push({ message: `A day under 10 is written with a 0 before it: 0${day}.`, span: date.span })
    const month = /tháng\s+(?<month>[12])(?!\d)/iu.exec(date.raw)?.groups?.month
    if (month !== undefined)
      departures.push({ message: `The months 1 and 2 are written with a 0 before them: 0${month}.`, span: date.span })
    return departures
  },
}
