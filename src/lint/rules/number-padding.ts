import { NONE, one, type Rule } from '../rule.ts'

/** `07/KH-UBND`: a number under 10 has a 0 before it. */
export const numberPadding: Rule = {
  id: 'number-padding',
  severity: 'warning',
  component: 'number',
  check: ({ plan: { number } }) =>
    number?.number != null && /^[1-9]$/u.test(number.number)
      ? one(`A number under 10 is written with a 0 before it: 0${number.number}.`, number.span)
      : NONE,
}
