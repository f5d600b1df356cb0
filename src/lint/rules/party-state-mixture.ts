import { findTail } from '../../found/vocabulary/similarity.ts'
import type { Departure, Rule } from '../rule.ts'

/** A party document under the state's motto, or the other way about, and the signs that belong to the other. */
export const partyStateMixture: Rule = {
  id: 'party-state-mixture',
  severity: 'error',
  component: 'motto',
  holds: ['state', 'party'],
  check({ plan, letterhead, regime }) {
    const party = regime.body === 'party'
    const departures: Departure[] = []
    const foreign = party ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' : 'ĐẢNG CỘNG SẢN VIỆT NAM'
    const line = letterhead.find(({ text }) => findTail(text, foreign) >= 0)
    if (line !== undefined)
      departures.push({ message: `“${foreign}” does not stand over ${party ? 'a party' : 'a state'} document.`, span: line.span })
    const { number, signer } = plan
    if (!party && number !== null && /^\d+\s?-/u.test(number.raw)) {
      departures.push({ message: 'A state number is parted from its symbol by “/”; “-” is the party’s.', span: number.span })
    }
    if (party && number !== null && /^\d+\s?\//u.test(number.raw)) {
      departures.push({ message: 'A party number is parted from its symbol by “-”; “/” is the state’s.', span: number.span })
    }
    const mark = /^(?:T\/M|K\/T|T\/L|TM|KT|TL)(?=[.,:/\s]|$)/u.exec(signer?.authority ?? '')?.[0]
    if (signer !== null && mark !== undefined && mark.includes('/') !== party) {
      const wanted = party ? mark.split('').join('/') : mark.replace('/', '')
      departures.push({
        message: `The mark of authority is “${wanted}${party ? '' : '.'}” here, not “${mark}”.`,
        span: signer.span,
        severity: 'warning',
      })
    }
    return departures
  },
}
