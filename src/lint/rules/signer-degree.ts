import { NONE, one, type Rule } from '../rule.ts'

// Ranks of army and police may stand before the name (appendix I, II.7): they are no degree.
const DEGREE = /(?<![\p{L}])(?:GS|PGS|TS|ThS|Ths|BS|Bs|BSCK\p{Lu}{0,3}|CK\p{Lu}{1,3}|CN|KS|DS|LS|NGND|NGƯT|TTND|TTƯT)\.\s?(?=\p{Lu})/u

/** No degree stands before the name of who signs. */
export const signerDegree: Rule = {
  id: 'signer-degree',
  severity: 'info',
  component: 'signer',
  holds: ['state'],
  check({ plan: { signer, text } }) {
    if (signer === null || signer.name === null) return NONE
    const line = text
      .slice(signer.span.start, signer.span.end)
      .split('\n')
      .findLast((part) => part.includes(signer.name ?? ''))
    const before = line?.slice(0, line.indexOf(signer.name) + 1) ?? ''
    const found = DEGREE.exec(before)
    return found === null ? NONE : one(`No degree (${found[0].trim()}) stands before the name of who signs.`, signer.span)
  },
}
