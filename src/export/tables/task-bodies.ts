import { integer, reference, table, text } from './table.ts'

interface TaskBody {
  task: number
  ordinal: number
  role: 'lead' | 'coordinate'
  name: string
}

/** Who answers for a task and who helps, one row a body, for counting what no joined cell can be counted by. */
export const taskBodies = table<TaskBody>(
  'task_bodies',
  ({ plan }) =>
    plan.tasks.flatMap((task, index) =>
      (['lead', 'coordinate'] as const).flatMap((role) => task[role].map((name, at) => ({ task: index + 1, ordinal: at + 1, role, name }))),
    ),
  [
    text('id', (row, entry) => `${entry.id}:t:${row.task}:${row.role}:${row.ordinal}`),
    reference('document_id', 'documents', (_, entry) => entry.id),
    reference('task_id', 'tasks', (row, entry) => `${entry.id}:t:${row.task}`),
    text('role', ({ role }) => role),
    integer('ordinal', ({ ordinal }) => ordinal),
    text('name', ({ name }) => name),
  ],
)
