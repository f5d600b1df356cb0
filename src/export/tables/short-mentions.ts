import type { ShortMention } from '../../schema/fields.ts'
import { referenceKeys } from '../identity.ts'
import { identity, place, real, table, text } from './table.ts'

export const shortMentions = table<ShortMention>('short_mentions', ({ plan }) => plan.shortMentions, [
  ...identity<ShortMention>('m'),
  text('key', ({ key }, { plan }) => (key === null ? null : (referenceKeys(plan).get(key) ?? null))),
  text('label', ({ key }) => key),
  text('type_code', ({ type }) => type.code),
  text('raw', ({ raw }) => raw),
  ...place<ShortMention>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
