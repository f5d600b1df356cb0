import { NONE, one, type Rule } from '../rule.ts'

/** No `Số: …/…` at all is an error; a number left blank, or that a hand filled in and nobody could read, a warning. */
export const numberMissing: Rule = {
  id: 'number-missing',
  severity: 'error',
  component: 'number',
  check({ plan: { number }, parts }) {
    if (number === null) return one('The document has no number and symbol.', null)
    if (number.number !== null && number.span.start < parts.letterhead.end) return NONE
    if (number.number !== null) {
      return [
        {
          message: `The letterhead leaves the number blank; ${number.raw} stands over the appendix.`,
          span: number.span,
          severity: 'warning',
        },
      ]
    }
    return [{ message: 'The number is left blank or could not be read.', span: number.span, severity: 'warning' }]
  },
}
