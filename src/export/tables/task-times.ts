import type { TimeExpression } from '../../schema/fields.ts'
import { integer, place, reference, table, text } from './table.ts'

type Row = TimeExpression & { task: number; ordinal: number }

/** Every time that a task names, one row each: its deadlines, periods, and how often it comes back. */
export const taskTimes = table<Row>(
  'task_times',
  ({ plan }) => plan.tasks.flatMap(({ times }, index) => times.map((time, at) => ({ ...time, task: index + 1, ordinal: at + 1 }))),
  [
    text('id', (row, entry) => `${entry.id}:t:${row.task}:time:${row.ordinal}`),
    reference('document_id', 'documents', (_, entry) => entry.id),
    reference('task_id', 'tasks', (row, entry) => `${entry.id}:t:${row.task}`),
    integer('ordinal', ({ ordinal }) => ordinal),
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
  ],
)
