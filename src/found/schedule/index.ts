import type { Issuer, ScheduleRow, TaskBody } from '../../schema/fields.ts'
import type { TextDocument } from '../document.ts'
import { bodyNames } from '../tasks/canonical.ts'
import { splitBodies } from '../tasks/names.ts'
import type { TimeReference } from '../time/index.ts'
import { readFlattened } from './flattened.ts'
import { readPiped } from './piped.ts'

/**
 * The rows of the document's schedules and tables of tasks, in the appendix or in the text: rows of cells parted by ` | `, or else
 * tables that an engine printed cell by cell. Tables of figures, without a time or a body in charge, are left out. `reference` lends the year to
 * times without one; `issuer` says whose a body is.
 */
export function findSchedule(
  document: TextDocument,
  reference: TimeReference = { year: null },
  issuer: Issuer | null = null,
): ScheduleRow[] {
  const piped = readPiped(document, reference)
  const rows = piped.length > 0 ? piped : readFlattened(document, reference)
  const names = bodyNames(document, issuer)
  const bodies = (role: TaskBody['role'], cell: string | null): TaskBody[] =>
    splitBodies(cell ?? '').map((name) => ({ role, name, canonical: names.canonical(name), span: null }))
  return rows.map((row) => ({ ...row, bodies: [...bodies('lead', row.lead), ...bodies('coordinate', row.coordinate)] }))
}
