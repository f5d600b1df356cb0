import type { ScheduleRow } from '../../schema/fields.ts'
import type { TextLine } from '../../text/lines.ts'
import type { TimeReference } from '../time/index.ts'
import { readFlattened } from './flattened.ts'
import { readPiped } from './piped.ts'

/**
 * The rows of the document's schedules and tables of tasks, in the appendix or in the text: rows of cells parted by ` | `, or else
 * tables that an engine printed cell by cell. Tables of figures, without a time or a body in charge, are left out. `reference` lends the year to
 * times without one.
 */
export function findSchedule(text: string, lines: TextLine[], reference: TimeReference = { year: null }): ScheduleRow[] {
  const piped = readPiped(text, lines, reference)
  return piped.length > 0 ? piped : readFlattened(text, lines, reference)
}
