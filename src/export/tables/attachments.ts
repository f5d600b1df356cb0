import type { Attachment } from '../../schema/fields.ts'
import { identity, integer, place, real, table, text } from './table.ts'

/** Appendices, forms and lists, one row each. */
export const attachments = table<Attachment>('attachments', ({ plan }) => plan.attachments, [
  ...identity<Attachment>('e'),
  text('kind', ({ kind }) => kind),
  text('label', ({ label }) => label),
  text('title', ({ title }) => title),
  integer('is_printed', ({ printed }) => (printed ? 1 : 0)),
  ...place<Attachment>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
