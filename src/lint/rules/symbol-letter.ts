import { NONE, one, type Rule } from '../rule.ts'

/** A công văn has no code of its kind: `12/UBND-VX`. */
export const symbolLetter: Rule = {
  id: 'symbol-letter',
  severity: 'warning',
  component: 'number',
  holds: ['state'],
  check: ({ plan: { number } }) =>
    number !== null && /^CV(?:[-/]|$)/u.test(number.symbol) ? one('A công văn takes no code “CV” in a state symbol.', number.span) : NONE,
}
