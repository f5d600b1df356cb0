import { fold } from '../../vietnamese/letters.ts'
import { NONE, one, type Rule } from '../rule.ts'

/** The last recipient keeps the copy: `Lưu: VT, NV.` for the state, `Lưu Văn phòng …` for the party, which has no VT. */
export const recipientsCopy: Rule = {
  id: 'recipients-copy',
  severity: 'warning',
  component: 'recipients',
  check({ plan: { recipients }, regime }) {
    const last = recipients[recipients.length - 1]
    if (last === undefined) return NONE
    const copy = recipients.find(({ name }) => /^l[uư]u(?![\p{L}])/u.test(fold(name)))
    if (copy === undefined) return one('The last line of the recipients, “Lưu: …”, is missing.', last.span)
    if (copy !== last) return one('“Lưu: …” is the last line of the recipients.', copy.span)
    const registry = /(?<![\p{L}])(?:VT|vt|Văn thư|văn thư)(?![\p{L}])/u.test(copy.name)
    if (regime.body === 'party')
      return registry && /^\S+\s?:/u.test(copy.name)
        ? one('A party document keeps its copy with “Lưu …” and the office, without VT.', copy.span)
        : NONE
    if (regime.body === 'youth-union') return NONE
    if (!registry) return one('The copy is kept by the registry: “Lưu: VT, …”.', copy.span)
    return /^\S+\s?:/u.test(copy.name)
      ? NONE
      : [{ message: 'A colon stands behind “Lưu”: “Lưu: VT, …”.', span: copy.span, severity: 'info' }]
  },
}
