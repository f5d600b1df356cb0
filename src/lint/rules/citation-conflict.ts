import type { Rule } from '../rule.ts'

/** A citation that contradicts its own symbol, another mention, or the date of the document. */
export const citationConflict: Rule = {
  id: 'citation-conflict',
  severity: 'warning',
  component: 'body',
  check: ({ plan }) =>
    plan.warnings
      .filter(({ code }) => code === 'CITATION_ISSUER_CONFLICT' || code === 'CITATION_DATE_CONFLICT')
      .map(({ message, span }) => ({ message, span })),
}
