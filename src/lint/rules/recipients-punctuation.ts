import type { Departure, Rule } from '../rule.ts'

/** `- Sở Nội vụ;` … `- Lưu: VT.`: each line ends in `;`, the last in `.`. */
export const recipientsPunctuation: Rule = {
  id: 'recipients-punctuation',
  severity: 'info',
  component: 'recipients',
  check({ plan: { recipients, text }, regime }) {
    const departures: Departure[] = []
    recipients.forEach(({ span }, at) => {
      const last = at === recipients.length - 1
      const mark = /^\s?(?<mark>[;.,])/u.exec(text.slice(span.end, span.end + 2))?.groups?.mark
      if (last ? mark === '.' : mark === ';' || (mark === ',' && regime.body === 'party')) return
      departures.push({ message: last ? 'The last recipient ends in “.”.' : 'A recipient ends in “;”.', span })
    })
    return departures
  },
}
