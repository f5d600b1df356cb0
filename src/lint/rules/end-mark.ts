import { linesOf } from '../../plan/paragraphs.ts'
import { NONE, one, type Rule } from '../rule.ts'

// A stroke may be read as another sign, or a stop lost: `./.`, `./`, `.//.`, `. /.`, `.|.`
const MARK = /[.:]?\s?[/|]{1,2}\s?[.,]?$/u

/** The text of a state document ends in `./.`, that of a party document in `.`. */
export const endMark: Rule = {
  id: 'end-mark',
  severity: 'warning',
  component: 'body',
  holds: ['state', 'party'],
  check({ plan: { text }, parts, closing, regime }) {
    // Where an appendix stands before the closing, the text may end before it.
    const before = Math.min(parts.appendices[0]?.span.start ?? text.length, closing.start)
    const ends = [closing.start, before].flatMap((end) => linesOf(text, { start: parts.preamble.start, end }).slice(-1))
    const last = ends.find((line) => MARK.test(text.slice(line.start, line.end))) ?? ends[ends.length - 1]
    if (last === undefined) return NONE
    const printed = text.slice(last.start, last.end)
    const marked = MARK.test(printed)
    const place = { start: Math.max(last.start, last.end - 8), end: last.end }
    if (regime.body === 'party') return marked ? one('The text of a party document ends in “.”, not in “./.”.', place) : NONE
    return marked ? NONE : one('The text does not end in “./.”.', place)
  },
}
