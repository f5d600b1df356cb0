import { paragraphsOf } from '../../plan/paragraphs.ts'
import { fold } from '../../vietnamese/letters.ts'
import type { Departure, Rule } from '../rule.ts'

/** `Căn cứ …;`: each ground on its own line, ended by `;`, the last one by `.` (a comma leads over into the sentence that follows). */
export const groundsForm: Rule = {
  id: 'grounds-form',
  severity: 'info',
  component: 'body',
  holds: ['state'],
  check({ plan: { text }, parts }) {
    const grounds = paragraphsOf(text, parts.preamble).filter(({ start, end }) => /^can cu /u.test(fold(text.slice(start, end))))
    const departures: Departure[] = []
    grounds.forEach((span, at) => {
      const last = at === grounds.length - 1
      const end = text.charAt(span.end - 1)
      if (last ? /[.;,:]/u.test(end) : end === ';') return
      departures.push({ message: last ? 'The last ground ends in “.”.' : 'A ground ends in “;”.', span })
    })
    return departures
  },
}
