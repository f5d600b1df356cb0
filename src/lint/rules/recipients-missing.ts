import { fold } from '../../vietnamese/letters.ts'
import { NONE, one, type Rule } from '../rule.ts'

/** Nơi nhận with its list. */
export const recipientsMissing: Rule = {
  id: 'recipients-missing',
  severity: 'error',
  component: 'recipients',
  check({ plan: { recipients, text }, closing }) {
    if (recipients.length === 0) return one('The list of recipients (Nơi nhận) is missing.', null)
    const titled = /noi nhan/u.test(fold(text.slice(closing.start, closing.end)))
    return titled
      ? NONE
      : [{ message: 'The words “Nơi nhận:” are missing above the recipients.', span: recipients[0]?.span ?? null, severity: 'warning' }]
  },
}
