import type { Plan } from '../../schema/plan.ts'
import { identity, place, real, table, text } from './table.ts'

type Recipient = Plan['recipients'][number]

export const recipients = table<Recipient>('recipients', ({ plan }) => plan.recipients, [
  ...identity<Recipient>('n'),
  text('name', ({ name }) => name),
  ...place<Recipient>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
