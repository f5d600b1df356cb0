import { leadingCode } from '../../found/symbol.ts'
import { typeOfCode } from '../../found/vocabulary/document-types.ts'
import { NONE, one, type Rule } from '../rule.ts'

/** `780/KH-SXD`: the kind of document first, then the body; `780/SXD-KH` is wrong but for a letter. */
export const symbolOrder: Rule = {
  id: 'symbol-order',
  severity: 'error',
  component: 'number',
  check({ plan: { number, documentType } }) {
    if (number === null || documentType === null || documentType.code === '' || documentType.code === 'CV') return NONE
    const groups = number.symbol.split(/[-/]/u)
    const own = (group: string): boolean => typeOfCode(group)?.code === documentType.code
    if (own(leadingCode(number.symbol)) || !groups.slice(1).some(own)) return NONE
    const kind = groups.find((group, at) => at > 0 && own(group)) ?? ''
    return one(`The code of the kind (${kind}) stands before that of the body in a symbol.`, number.span)
  },
}
