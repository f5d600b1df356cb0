import type { ScheduleRow, Section } from '../../schema/fields.ts'
import type { TextLine } from '../../text/lines.ts'
import { readFlattened } from './flattened.ts'
import { readPiped } from './piped.ts'

/**
 * The rows of the document's schedules and tables of tasks, in the appendix or in the text: rows of cells parted by ` | `, and tables
 * that an engine printed cell by cell after the body. Tables of figures, without a time or a body in charge, are left out.
 */
export function findSchedule(text: string, lines: TextLine[], sections: Section[]): ScheduleRow[] {
  const piped = readPiped(text, lines)
  if (piped.length > 0) return piped
  const bodyEnd = sections.filter((section) => section.kind !== 'appendix').at(-1)?.span.end ?? 0
  return readFlattened(
    text,
    lines.filter((line) => line.start >= bodyEnd),
  )
}
