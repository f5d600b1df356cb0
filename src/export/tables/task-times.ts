import type { TimeExpression } from '../../schema/fields.ts'
import { integer, reference, table, text } from './table.ts'
import { timeColumns } from './time-columns.ts'

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
    ...timeColumns<Row>(),
  ],
)
