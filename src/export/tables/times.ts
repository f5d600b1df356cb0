import type { TimeExpression } from '../../schema/fields.ts'
import { identity, reference, table, text } from './table.ts'
import { timeColumns } from './time-columns.ts'

type Row = TimeExpression & { section: string | null; goal: number | null }

/** The times that goals and sections set outside tasks and schedule, one row each. */
export const times = table<Row>(
  'times',
  ({ plan }) => [
    ...plan.goals.flatMap((goal, index) => goal.times.map((time) => ({ ...time, section: goal.section, goal: index + 1 }))),
    ...plan.times.map((time) => ({ ...time, goal: null })),
  ],
  [
    ...identity<Row>('w'),
    reference('section_id', 'sections', ({ section, span }, entry) =>
      section === null ? null : (entry.sectionOf(section, span)?.id ?? null),
    ),
    reference('goal_id', 'goals', ({ goal }, entry) => (goal === null ? null : `${entry.id}:o:${goal}`)),
    text('section_path', ({ section }) => section),
    ...timeColumns<Row>(),
  ],
)
