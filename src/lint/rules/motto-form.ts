import { fold } from '../../vietnamese/letters.ts'
import { NONE, one, type Rule } from '../rule.ts'

const TAIL = /doc\s?lap[\s–—-]{1,5}tu\s?do[\s–—-]{1,5}hanh\s?phuc/u

/** `Độc lập - Tự do - Hạnh phúc`: three capitals, hyphens with a space on each side. */
export const mottoForm: Rule = {
  id: 'motto-form',
  severity: 'info',
  component: 'motto',
  holds: ['state'],
  check({ letterhead }) {
    for (const { text, span } of letterhead) {
      const at = TAIL.exec(fold(text))
      if (at === null) continue
      const printed = text.slice(at.index, at.index + at[0].length)
      // Dashes are one key to a recogniser, and spaces are often lost.
      if (/^Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc$/u.test(printed)) return NONE
      return one('The motto is written “Độc lập - Tự do - Hạnh phúc”.', {
        start: span.start + at.index,
        end: span.start + at.index + at[0].length,
      })
    }
    return NONE
  },
}
