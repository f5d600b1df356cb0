import type { ScheduleRow, TimeExpression } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { clauseOf } from '../clause.ts'
import type { TextDocument } from '../document.ts'
import { findDated, findRecurrences, findRelative, joinTimes, pickDeadline, type TimeReference } from '../time/index.ts'

/** A row as its table prints it, before its bodies are told apart. */
export type PrintedScheduleRow = Omit<ScheduleRow, 'bodies'>

/** What the stretches of a cell for the time say: all times, and the one by which the row is to be done, or else the first. */
export function readTimeCell(document: TextDocument, cell: readonly Span[], reference: TimeReference): Pick<ScheduleRow, 'when' | 'times'> {
  const times: TimeExpression[] = []
  let due: TimeExpression | null = null
  for (const { start, end } of cell) {
    const clause = clauseOf(document, start, end)
    const dated = findDated(clause, reference)
    const relative = findRelative(clause)
    due ??= pickDeadline(dated, relative)
    const placed = dated.map(({ time }) => time)
    times.push(...joinTimes(document.text, placed, findRecurrences(clause), relative))
  }
  return { when: times.find(({ span }) => span.end === due?.span.end) ?? times[0] ?? null, times }
}
