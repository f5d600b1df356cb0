import type { Departure, Rule } from '../rule.ts'

export const signerMissing: Rule = {
  id: 'signer-missing',
  severity: 'error',
  component: 'signer',
  check({ plan: { signer } }) {
    if (signer === null) return [{ message: 'Nobody signs: neither title nor name stands at the end.', span: null }]
    const departures: Departure[] = []
    if (signer.title === null) departures.push({ message: 'The title of the signer is missing.', span: signer.span })
    if (signer.name === null) departures.push({ message: 'The name of the signer is missing.', span: signer.span })
    return departures
  },
}
