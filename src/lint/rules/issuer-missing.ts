import { NONE, one, type Rule } from '../rule.ts'

export const issuerMissing: Rule = {
  id: 'issuer-missing',
  severity: 'error',
  component: 'issuer',
  check({ plan, parts }) {
    // A name taken from the body stands behind the letterhead.
    const printed = plan.issuer !== null && plan.issuer.span.start < Math.max(parts.letterhead.end, 1)
    return printed ? NONE : one('The letterhead names no issuing body.', null)
  },
}
