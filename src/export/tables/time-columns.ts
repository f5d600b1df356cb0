import type { TimeExpression } from '../../schema/fields.ts'
import { type ColumnOf, integer, place, text } from './table.ts'

/** What a time says, the same in every table that holds times. */
export const timeColumns = <Row extends TimeExpression>(): ColumnOf<Row>[] => [
  text('kind', ({ kind }) => kind),
  text('relation', ({ relation }) => relation),
  text('iso', ({ iso }) => iso),
  text('precision', ({ precision }) => precision),
  text('first', ({ start }) => start),
  text('last', ({ end }) => end),
  integer('year_inferred', ({ yearInferred }) => (yearInferred ? 1 : 0)),
  text('delay', ({ delay }) => delay?.duration ?? null),
  text('delay_event', ({ delay }) => delay?.event ?? null),
  text('every', ({ repeats }) => repeats?.every ?? null),
  integer('times', ({ repeats }) => repeats?.times ?? null),
  text('raw', ({ raw }) => raw),
  ...place<Row>(({ span }) => span),
]
