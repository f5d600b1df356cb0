import type { UnnumberedDocument } from '../../schema/fields.ts'
import { identity, place, real, table, text } from './table.ts'

/** Documents cited by their issuer or meeting alone. */
export const unnumbered = table<UnnumberedDocument>('unnumbered', ({ plan }) => plan.unnumbered, [
  ...identity<UnnumberedDocument>('u'),
  text('role', ({ role }) => role),
  text('type_code', ({ type }) => type.code),
  text('name', ({ name }) => name),
  text('issuer', ({ issuer }) => issuer),
  text('meeting', ({ meeting }) => meeting),
  text('date', ({ date }) => date?.iso ?? null),
  text('subject', ({ subject }) => subject),
  text('raw', ({ raw }) => raw),
  ...place<UnnumberedDocument>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
