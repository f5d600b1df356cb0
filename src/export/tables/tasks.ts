import type { Task } from '../../schema/fields.ts'
import { identity, joined, place, real, reference, table, text } from './table.ts'

export const tasks = table<Task>('tasks', ({ plan }) => plan.tasks, [
  ...identity<Task>('t'),
  reference('section_id', 'sections', ({ section, span }, entry) => entry.sectionOf(section, span)?.id ?? null),
  text('section_path', ({ section }) => section),
  text('path', ({ path }) => path),
  text('parent_path', ({ parent }) => parent),
  text('lead', ({ lead }) => joined(lead)),
  text('coordinate', ({ coordinate }) => joined(coordinate)),
  text('check_bodies', ({ check }) => joined(check)),
  text('action', ({ action }) => action),
  text('products', ({ products }) => joined(products.map(({ raw }) => raw))),
  text('quantities', ({ quantities }) => joined(quantities.map(({ raw }) => raw))),
  text('deadline', ({ deadline }) => deadline?.iso ?? null),
  text('deadline_precision', ({ deadline }) => deadline?.precision ?? null),
  text('deadline_relation', ({ deadline }) => deadline?.relation ?? null),
  text('deadline_start', ({ deadline }) => deadline?.start ?? null),
  text('deadline_end', ({ deadline }) => deadline?.end ?? null),
  text('deadline_raw', ({ deadline }) => deadline?.raw ?? null),
  text('recurrence', ({ recurrence }) => recurrence?.unit ?? null),
  text('recurrence_every', ({ recurrence }) => recurrence?.every ?? null),
  text('recurrence_raw', ({ recurrence }) => recurrence?.raw ?? null),
  ...place<Task>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
