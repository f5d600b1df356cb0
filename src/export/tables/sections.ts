import type { FlatSection } from '../entry.ts'
import { integer, place, real, reference, table, text } from './table.ts'

/** The outline, depth first; `text` is the section's own, without its children. */
export const sections = table<FlatSection>('sections', (entry) => entry.sections, [
  text('id', ({ id }) => id),
  reference('document_id', 'documents', (_, entry) => entry.id),
  integer('ordinal', (_, _entry, ordinal) => ordinal),
  reference('parent_id', 'sections', ({ parent }) => parent),
  integer('depth', ({ depth }) => depth),
  text('path', ({ section }) => section.path),
  text('label', ({ section }) => section.label),
  text('kind', ({ section }) => section.kind),
  text('title', ({ section }) => section.title),
  text('text', ({ section }) => section.text),
  ...place<FlatSection>(({ section }) => section.span),
  real('confidence', ({ section }) => section.confidence),
])
