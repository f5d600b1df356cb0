import type { Rule } from '../rule.ts'

/** A body that was no more, or not yet, on the day of the document. */
export const bodyAnachronism: Rule = {
  id: 'body-anachronism',
  severity: 'error',
  component: 'issuer',
  check: ({ plan }) => plan.warnings.filter(({ code }) => code === 'ANACHRONISTIC_BODY').map(({ message, span }) => ({ message, span })),
}
