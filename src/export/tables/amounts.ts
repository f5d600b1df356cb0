import type { Amount } from '../../schema/fields.ts'
import { identity, integer, place, real, reference, table, text } from './table.ts'

type Row = Amount & { section: string | null }

/** Sums of money, in đồng, one row a sum. */
export const amounts = table<Row>(
  'amounts',
  ({ plan }) => plan.budget.flatMap(({ section, amounts }) => amounts.map((amount) => ({ ...amount, section }))),
  [
    ...identity<Row>('m'),
    reference('section_id', 'sections', ({ section, span }, entry) =>
      section === null ? null : (entry.sectionOf(section, span)?.id ?? null),
    ),
    real('value', ({ value }) => value),
    text('per', ({ per }) => per),
    integer('is_total', ({ total }) => (total ? 1 : 0)),
    text('source', ({ source }) => source),
    text('raw', ({ raw }) => raw),
    ...place<Row>(({ span }) => span),
    real('confidence', ({ confidence }) => confidence),
  ],
)
