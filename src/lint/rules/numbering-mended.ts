import type { Rule } from '../rule.ts'

/** Labels that the outline had to put right. */
export const numberingMended: Rule = {
  id: 'numbering-mended',
  severity: 'info',
  component: 'body',
  check: ({ plan }) => plan.warnings.filter(({ code }) => code === 'BROKEN_NUMBERING').map(({ message, span }) => ({ message, span })),
}
