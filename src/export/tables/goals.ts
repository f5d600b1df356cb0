import type { Goal } from '../../schema/fields.ts'
import { identity, place, real, reference, table, text } from './table.ts'

/** What the plan is for, one row a statement. */
export const goals = table<Goal>('goals', ({ plan }) => plan.goals, [
  ...identity<Goal>('o'),
  reference('section_id', 'sections', ({ section, span }, entry) => entry.sectionOf(section, span)?.id ?? null),
  text('section_path', ({ section }) => section),
  text('kind', ({ kind }) => kind),
  text('text', (goal) => goal.text),
  ...place<Goal>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
