import type { IndexTarget } from '../../schema/fields.ts'
import { identity, place, real, table, text } from './table.ts'

type Row = IndexTarget & { code: string }

/** What is wanted of an index or was reached, one row a figure. */
export const indexTargets = table<Row>(
  'index_targets',
  ({ plan }) => plan.indices.flatMap(({ code, targets }) => targets.map((target) => ({ ...target, code }))),
  [
    ...identity<Row>('x'),
    text('code', ({ code }) => code),
    text('kind', ({ kind }) => kind),
    text('change', ({ change }) => change),
    text('comparator', ({ comparator }) => comparator),
    real('value', ({ value }) => value),
    real('upper', ({ upper }) => upper),
    text('unit', ({ unit }) => unit),
    text('year', ({ year }) => year),
    text('compared_with', ({ comparedWith }) => comparedWith),
    text('raw', ({ raw }) => raw),
    ...place<Row>(({ span }) => span),
    real('confidence', ({ confidence }) => confidence),
  ],
)
