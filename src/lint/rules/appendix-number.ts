import { NONE, type Rule } from '../rule.ts'

/** Two appendices and more are numbered in Roman. */
export const appendixNumber: Rule = {
  id: 'appendix-number',
  severity: 'info',
  component: 'appendix',
  holds: ['state'],
  check: ({ parts: { appendices } }) =>
    appendices.length < 2
      ? NONE
      : appendices
          .filter(({ label }) => label.trim() !== '' && !/\s[IVXL]+[^\p{L}\p{N}]*$/u.test(label.trim()))
          .map(({ label, span }) => ({
            message: `Of several appendices each has a Roman number; “${label.trim()}” has none.`,
            span: { start: span.start, end: Math.min(span.end, span.start + Math.max(1, label.length)) },
          })),
}
