import type { Rule } from '../rule.ts'

/** The appendix gives the document its own date again. */
export const appendixDate: Rule = {
  id: 'appendix-date',
  severity: 'error',
  component: 'appendix',
  check: ({ plan: { citations, date } }) =>
    citations
      .filter(
        (citation) =>
          citation.role === 'self' && citation.date?.precision === 'day' && date?.precision === 'day' && citation.date.iso !== date.iso,
      )
      .map(({ raw, span, date: other }) => ({
        message: `${raw.replace(/\s+/gu, ' ')} is dated ${other?.iso} here and ${date?.iso} in the letterhead.`,
        span,
      })),
}
