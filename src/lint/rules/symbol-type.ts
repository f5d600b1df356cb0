import { leadingCode } from '../../found/symbol.ts'
import { typeOfCode } from '../../found/vocabulary/document-types.ts'
import { NONE, one, type Rule } from '../rule.ts'

/** What the party writes for kinds whose code is another one's with the state: Thông tri TT, and since 2026 Quy định QĐ. */
const PARTY_CODES: Record<string, string> = { TTri: 'TT', QyĐ: 'QĐ' }

/** The code in the symbol is that of the kind which the document calls itself. */
export const symbolType: Rule = {
  id: 'symbol-type',
  severity: 'error',
  component: 'number',
  check({ plan: { number, documentType }, regime }) {
    if (number === null || documentType === null || documentType.code === '' || documentType.code === 'CV') return NONE
    // The kind was read from the number itself.
    if (documentType.span.start === number.span.start) return NONE
    const groups = number.symbol.split(/[-/]/u)
    const party = regime.body === 'party' ? PARTY_CODES[documentType.code] : undefined
    if (groups.some((group) => typeOfCode(group)?.code === documentType.code || group === party)) return NONE
    const other = typeOfCode(leadingCode(number.symbol))
    return other === null
      ? one(`The symbol lacks the code of its kind, ${documentType.code}.`, number.span)
      : one(`The symbol is that of a ${other.name} (${other.code}), the document calls itself ${documentType.name}.`, number.span)
  },
}
