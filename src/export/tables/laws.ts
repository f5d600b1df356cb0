import type { Law } from '../../schema/fields.ts'
import { lawKey, relationKey } from '../identity.ts'
import { identity, place, real, table, text } from './table.ts'

export const laws = table<Law>('laws', ({ plan }) => plan.laws, [
  ...identity<Law>('l'),
  text('key', (law, { plan }) => lawKey(law, plan)),
  text('label', ({ key }) => key),
  text('role', ({ role }) => role),
  text('relation', ({ relation }) => relation),
  text('relation_of', (law, { plan }) => relationKey(law, plan)),
  text('type_code', ({ type }) => type.code),
  text('name', ({ name }) => name),
  text('date', ({ date }) => date?.iso ?? null),
  text('date_precision', ({ date }) => date?.precision ?? null),
  text('raw', ({ raw }) => raw),
  ...place<Law>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
