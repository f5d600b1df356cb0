import type { TaskBody } from '../../schema/fields.ts'
import { integer, place, reference, table, text } from './table.ts'

type Row = TaskBody & { task: number; ordinal: number }

const ROLES = ['lead', 'coordinate', 'check'] as const

/** Who answers for a task, who helps and who checks, one row a body, for counting what no joined cell can be counted by. */
export const taskBodies = table<Row>(
  'task_bodies',
  ({ plan }) =>
    plan.tasks.flatMap(({ bodies }, index) =>
      ROLES.flatMap((role) =>
        bodies.filter((body) => body.role === role).map((body, at) => ({ ...body, task: index + 1, ordinal: at + 1 })),
      ),
    ),
  [
    text('id', (row, entry) => `${entry.id}:t:${row.task}:${row.role}:${row.ordinal}`),
    reference('document_id', 'documents', (_, entry) => entry.id),
    reference('task_id', 'tasks', (row, entry) => `${entry.id}:t:${row.task}`),
    text('role', ({ role }) => role),
    integer('ordinal', ({ ordinal }) => ordinal),
    text('name', ({ name }) => name),
    text('canonical', ({ canonical }) => canonical),
    ...place<Row>(({ span }) => span),
  ],
)
