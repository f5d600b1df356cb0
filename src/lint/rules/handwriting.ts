import type { Rule } from '../rule.ts'

/** What a hand or a stamp filled in stays to be checked against the page. */
export const handwriting: Rule = {
  id: 'handwriting',
  severity: 'info',
  component: 'number',
  check: ({ plan }) => plan.warnings.filter(({ code }) => code === 'HANDWRITTEN').map(({ message, span }) => ({ message, span })),
}
