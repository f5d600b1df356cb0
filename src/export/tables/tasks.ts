import type { Task } from '../../schema/fields.ts'
import { identity, joined, place, real, reference, table, text } from './table.ts'

export const tasks = table<Task>('tasks', ({ plan }) => plan.tasks, [
  ...identity<Task>('t'),
  reference('section_id', 'sections', ({ section, span }, entry) => entry.sectionOf(section, span)?.id ?? null),
  text('section_path', ({ section }) => section),
  text('lead', ({ lead }) => joined(lead)),
  text('coordinate', ({ coordinate }) => joined(coordinate)),
  text('action', ({ action }) => action),
  text('deadline', ({ deadline }) => deadline?.iso ?? null),
  text('deadline_precision', ({ deadline }) => deadline?.precision ?? null),
  text('deadline_raw', ({ deadline }) => deadline?.raw ?? null),
  text('recurrence', ({ recurrence }) => recurrence?.unit ?? null),
  text('recurrence_raw', ({ recurrence }) => recurrence?.raw ?? null),
  ...place<Task>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
