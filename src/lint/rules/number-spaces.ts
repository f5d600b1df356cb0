import { NONE, one, type Rule } from '../rule.ts'

/** `780/KH-SXD`: no space around `/` and `-`. */
export const numberSpaces: Rule = {
  id: 'number-spaces',
  severity: 'info',
  component: 'number',
  check({ plan: { number } }) {
    // A line end inside is the printer's; a blank number is spaced by nature.
    const spaced = number !== null && number.number !== null && /[^\S\n]/u.test(number.raw)
    return spaced ? one('No space stands around “/” and “-” in number and symbol.', number.span) : NONE
  },
}
