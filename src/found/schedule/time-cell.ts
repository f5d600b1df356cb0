import type { ScheduleRow } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { findDeadline, findTimes, type TimeReference } from '../time/index.ts'

/** A row as its table prints it, before its bodies are told apart. */
export type PrintedScheduleRow = Omit<ScheduleRow, 'bodies'>

/** What the stretches of a cell for the time say: all times, and the one by which the row is to be done, or else the first. */
export function readTimeCell(text: string, cell: readonly Span[], reference: TimeReference): Pick<ScheduleRow, 'when' | 'times'> {
  const times = cell.flatMap(({ start, end }) => findTimes(text, start, end, reference))
  const due = cell.map(({ start, end }) => findDeadline(text, start, end, reference)).find((time) => time !== null)
  return { when: times.find(({ span }) => span.end === due?.span.end) ?? times[0] ?? null, times }
}
