import { fold } from '../../vietnamese/letters.ts'
import type { Rule } from '../rule.ts'

/** Under the title of an appendix stands which document it belongs to: `(Kèm theo Kế hoạch số … ngày … của …)`. */
export const appendixReference: Rule = {
  id: 'appendix-reference',
  severity: 'warning',
  component: 'appendix',
  check: ({ plan: { text }, parts }) =>
    parts.appendices
      .filter(
        ({ span, label }) => label.trim() !== '' && !/kem theo/u.test(fold(text.slice(span.start, Math.min(span.end, span.start + 600)))),
      )
      .map(({ span, label }) => ({
        message: `${label.trim()} does not say what it belongs to: “(Kèm theo … số … ngày … của …)”.`,
        span: { start: span.start, end: Math.min(span.end, span.start + Math.max(1, label.length)) },
      })),
}
