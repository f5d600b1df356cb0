import type { Citation } from '../../schema/fields.ts'
import { citationKey, relationKey } from '../identity.ts'
import { identity, place, real, table, text } from './table.ts'

export const citations = table<Citation>('citations', ({ plan }) => plan.citations, [
  ...identity<Citation>('c'),
  text('key', (citation, { plan }) => citationKey(citation, plan)),
  text('label', ({ key }) => key),
  text('role', ({ role }) => role),
  text('relation', ({ relation }) => relation),
  text('relation_of', (citation, { plan }) => relationKey(citation, plan)),
  text('type_code', ({ type }) => type.code),
  text('type_name', ({ type }) => type.name),
  text('number', ({ number }) => number),
  text('year', ({ year }) => year),
  text('symbol', ({ symbol }) => symbol),
  text('date', ({ date }) => date?.iso ?? null),
  text('date_precision', ({ date }) => date?.precision ?? null),
  text('issuer', ({ issuer }) => issuer),
  text('subject', ({ subject }) => subject),
  text('raw', ({ raw }) => raw),
  ...place<Citation>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
