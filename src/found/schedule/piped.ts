import type { Span } from '../../schema/geometry.ts'
import type { TextLine } from '../../text/lines.ts'
import type { TextDocument } from '../document.ts'
import type { TimeReference } from '../time/index.ts'
import { type Role, readHeader, splitLead, tidy } from './columns.ts'
import { type PrintedScheduleRow, readTimeCell } from './time-cell.ts'

/** A row of a table as printed: its cells, and where it stands. */
interface PrintedRow {
  cells: string[]
  /** Where its cell for the time stands: several stretches where it goes over lines. */
  times: Span[]
  start: number
  end: number
}

/** Lines of other text that may stand between the rows of one table: a page number, a heading over a group of rows. */
const LONGEST_GAP = 2

/** The rows of all schedules whose rows are lines with cells parted by ` | `. */
export function readPiped(document: TextDocument, reference: TimeReference): PrintedScheduleRow[] {
  const { text, lines } = document
  const out: PrintedScheduleRow[] = []
  let roles: Role[] | null = null
  let header: string[] = []
  let gap = 0
  let rows: PrintedRow[] = []
  const close = (): void => {
    if (roles) for (const row of rows) out.push(toRow(document, row, roles, reference))
    rows = []
  }
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    const cells = toCells(content)
    if (cells.length < 2) {
      if (++gap > LONGEST_GAP) {
        close()
        roles = null
      }
      continue
    }
    gap = 0
    const found = readHeader(cells)
    if (found) {
      // A heading printed again on the next page goes on with the table.
      if (!roles || cells.join('|') !== header.join('|')) close()
      roles = found
      header = cells
    } else if (roles) {
      const aligned = align(cells, roles)
      const row = { cells: aligned, times: timeOf(text, line, aligned, roles), start: line.start, end: line.end }
      const last = rows.at(-1)
      if (last && continues(row.cells, roles)) {
        last.cells = last.cells.map((cell, i) => `${cell} ${row.cells[i] ?? ''}`.trim())
        last.times.push(...row.times)
        last.end = row.end
      } else if (!headsGroup(row.cells, roles)) rows.push(row)
    }
  }
  close()
  return out
}

/** `1 | Họp | Tháng 3` as cells; a bar that opens or closes the line stands for an empty cell. */
function toCells(content: string): string[] {
  if (!content.includes('|')) return []
  return ` ${content} `.split(/\s\|(?=\s)/u).map((cell) => cell.trim())
}

/** Sets the cells under their columns where the number was not read, or the last cells are missing. */
function align(cells: string[], roles: Role[]): string[] {
  const numbered = /^[\d.IVXa-zđ]{0,5}[.)]?$/u.test(cells[0] ?? '')
  const shifted = roles[0] === 'index' && cells.length === roles.length - 1 && !numbered ? ['', ...cells] : cells
  return roles.map((_, i) => shifted[i] ?? '')
}

/** Where the cell for the time stands in its line: behind the cells before it. */
function timeOf(text: string, line: TextLine, cells: string[], roles: Role[]): Span[] {
  const column = roles.indexOf('time')
  const cell = cells[column] ?? ''
  if (cell === '') return []
  let from = line.start
  for (const before of cells.slice(0, column)) if (before !== '') from = text.indexOf(before, from) + before.length
  const start = text.indexOf(cell, from)
  return start < 0 || start + cell.length > line.end ? [] : [{ start, end: start + cell.length }]
}

const at = (cells: string[], roles: Role[], role: Role): string => cells[roles.indexOf(role)] ?? ''

/** Whether the row is the rest of the row above it: no number, and no content of its own or nothing beside it. */
function continues(cells: string[], roles: Role[]): boolean {
  if (at(cells, roles, 'index') !== '') return false
  const content = at(cells, roles, 'content')
  if (content === '') return true
  const beside = cells.filter((cell, i) => cell !== '' && roles[i] !== 'content' && roles[i] !== 'index')
  return roles.includes('index') && (beside.length === 0 || /^\p{Ll}/u.test(content))
}

/** `I | CÔNG TÁC CHỈ ĐẠO | | |` heads the rows below it. */
function headsGroup(cells: string[], roles: Role[]): boolean {
  const filled = cells.filter((cell, i) => cell !== '' && roles[i] !== 'index')
  if (filled.length === 0) return true
  return filled.length === 1 && roles.length > 2 && /^(?:[IVX]+|[A-ZĐ])[.)]?$/u.test(at(cells, roles, 'index'))
}

function toRow(document: TextDocument, row: PrintedRow, roles: Role[], reference: TimeReference): PrintedScheduleRow {
  const cell = (role: Role): string | null => tidy(at(row.cells, roles, role))
  const { lead, coordinate } = splitLead(at(row.cells, roles, 'lead'))
  return {
    raw: document.text.slice(row.start, row.end),
    span: { start: row.start, end: row.end },
    confidence: 0.9,
    content: cell('content') ?? cell('lead') ?? '',
    form: cell('form'),
    lead,
    coordinate: cell('coordinate') ?? coordinate,
    time: cell('time'),
    product: cell('product'),
    ...readTimeCell(document, row.times, reference),
  }
}
