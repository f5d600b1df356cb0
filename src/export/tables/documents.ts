import type { Plan } from '../../schema/plan.ts'
import { ownKey } from '../identity.ts'
import { integer, joined, real, table, text } from './table.ts'

export const documents = table<Plan>('documents', ({ plan }) => [plan], [
  text('id', (_, entry) => entry.id),
  text('key', (plan) => ownKey(plan)),
  text('source_name', ({ source }) => source.name),
  text('source_sha256', ({ source }) => source.sha256),
  text('source_media_type', ({ source }) => source.mediaType),
  text('source_kind', ({ source }) => source.kind),
  integer('page_count', ({ source }) => source.pageCount),
  text('type_code', ({ documentType }) => documentType?.code ?? null),
  text('type_name', ({ documentType }) => documentType?.name ?? null),
  text('number', ({ number }) => number?.number ?? null),
  text('year', ({ number }) => number?.year ?? null),
  text('symbol', ({ number }) => number?.symbol ?? null),
  text('date', ({ date }) => date?.iso ?? null),
  text('date_precision', ({ date }) => date?.precision ?? null),
  text('place', ({ place }) => place?.name ?? null),
  text('issuer', ({ issuer }) => issuer?.name ?? null),
  text('issuer_parent', ({ issuer }) => issuer?.parent ?? null),
  text('issuer_level', ({ issuer }) => issuer?.level ?? null),
  text('title', ({ title }) => title?.text ?? null),
  text('signer_authority', ({ signer }) => signer?.authority ?? null),
  text('signer_title', ({ signer }) => signer?.title ?? null),
  text('signer_name', ({ signer }) => signer?.name ?? null),
  text('recipients', ({ recipients }) => joined(recipients.map(({ name }) => name))),
  integer('citation_count', ({ citations }) => citations.length),
  integer('task_count', ({ tasks }) => tasks.length),
  integer('section_count', (_, { sections }) => sections.length),
  integer('warning_count', ({ warnings }) => warnings.length),
  real('restoration_confidence', ({ restoration }) => restoration.confidence),
])
