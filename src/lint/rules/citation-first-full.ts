import type { Departure, Rule } from '../rule.ts'

/** Laws are cited by kind and name alone. */
const BY_NAME = new Set(['HP', 'BL', 'L', 'PL'])

/** A document cited for the first time is given whole: number, symbol, date and issuer; later mentions by number alone. */
export const citationFirstFull: Rule = {
  id: 'citation-first-full',
  severity: 'warning',
  component: 'body',
  check({ plan }) {
    const seen = new Set<string>()
    const departures: Departure[] = []
    for (const { key, type, role, date, issuer, raw, span } of plan.citations) {
      if (seen.has(key) || role === 'self') continue
      seen.add(key)
      if (BY_NAME.has(type.code)) continue
      const missing = [...(date === null ? ['date'] : []), ...(issuer === null ? ['issuer'] : [])]
      if (missing.length > 0) {
        departures.push({
          message: `${raw.replace(/\s+/gu, ' ')}: its first mention lacks ${missing.join(' and ')}.`,
          span,
          severity: role === 'basis' ? 'warning' : 'info',
        })
      }
    }
    return departures
  },
}
