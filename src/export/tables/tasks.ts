import type { Task } from '../../schema/fields.ts'
import { identity, joined, place, real, reference, table, text } from './table.ts'

export const tasks = table<Task>('tasks', ({ plan }) => plan.tasks, [
  ...identity<Task>('t'),
  reference(
    'section_id',
    'sections',
    (task, { sections }) => sections.find(({ section }) => contains(section.span, task.span, section.path, task.section))?.id ?? null,
  ),
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

/** The path alone does not tell: an appendix may count its sections from `I` again. */
const contains = (section: { start: number; end: number }, task: { start: number; end: number }, path: string, wanted: string): boolean =>
  path === wanted && task.start < section.end && task.end > section.start
