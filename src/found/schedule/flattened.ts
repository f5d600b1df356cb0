import type { Span } from '../../schema/geometry.ts'
import type { TextLine } from '../../text/lines.ts'
import { endsIn } from '../../text/trim.ts'
import { fold } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import type { TimeReference } from '../time/index.ts'
import { type Role, readHeader, splitLead, tidy } from './columns.ts'
import { type PrintedScheduleRow, readTimeCell } from './time-cell.ts'

/** Lines without an empty line between them: in a flattened table a cell, or one paragraph of a cell. */
interface Block {
  content: string
  start: number
  end: number
}

/**
 * The rows of tables that an engine printed cell by cell, each cell a block of its own between empty lines, column headings first:
 *
 *     STT ⏎⏎ Nội dung ⏎⏎ Hình thức ⏎⏎ Đơn vị thực hiện ⏎⏎ Thời gian ⏎⏎ Tuyên truyền … ⏎⏎ - Loa … ⏎⏎ - Hội nghị ⏎⏎ UBND phường ⏎⏎ Quý II ⏎⏎ …
 *
 * Which column a block belongs to is found by the sequence that its look and its neighbours make likeliest.
 */
export function readFlattened(document: TextDocument, reference: TimeReference): PrintedScheduleRow[] {
  const blocks = toBlocks(document.text, document.lines)
  const out: PrintedScheduleRow[] = []
  for (let i = 0; i < blocks.length; i++) {
    const header = headerAt(blocks, i)
    if (!header) continue
    const headings = new Set(blocks.slice(i, i + header.length).map((block) => fold(block.content)))
    const body: Block[] = []
    let next = i + header.length
    for (; next < blocks.length; next++) {
      const block = blocks[next]
      if (!block || ENDS.test(fold(block.content))) break
      // The headings come again at the top of every page.
      if (!headings.has(fold(block.content))) body.push(block)
    }
    out.push(...toRows(document, body, header, reference))
    i = next
  }
  return out
}

const ENDS = /^(?:noi nhan|ghi chu|luu y|phu luc|tong cong|nguoi lap)/u
const LONGEST_HEADING = 40

function toBlocks(text: string, lines: TextLine[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    const last = blocks.at(-1)
    if (last && !line.blankBefore) {
      last.content += ` ${content}`
      last.end = line.end
    } else blocks.push({ content, start: line.start, end: line.end })
  }
  return blocks.filter((block) => /[\p{L}\p{N}]/u.test(block.content))
}

/** The roles of the longest run of short blocks from `i` that head a schedule of at least three columns, else null. */
function headerAt(blocks: Block[], i: number): Role[] | null {
  const cells: string[] = []
  for (let at = i; at < blocks.length && cells.length < 9; at++) {
    const content = blocks[at]?.content ?? ''
    if (content.length > LONGEST_HEADING || content.includes(' | ') || endsIn(content, '.;:')) break
    if (readHeader([content, 'Nội dung', 'Thời gian'])?.[0] === 'other' && !/thuc hien|ghi chu|so luong/u.test(fold(content))) break
    cells.push(content)
  }
  const roles = cells.length >= 3 ? readHeader(cells) : null
  return roles && roles[0] !== 'other' && roles.includes('time') ? roles : null
}

const TIME =
  /^(?:thuong xuyen|hang|hằng|quy|thang|ngay|nam|tu |truoc|trong|cao diem|dinh ky|dau|cuoi|tuan|sau|cham nhat|khi )|^\d{1,2}[/.]\d|\d{4}$/u
const BODIES =
  /chu tri|phoi hop|^-?\s?(?:ubnd|so |phong |ban |cac |van phong|cong chuc|trung tam|doan |hoi |mttq|cong an|truong|can bo|bo phan)/u

/** How ill a block suits a column. */
function misfit(block: Block, role: Role): number {
  const folded = fold(block.content)
  const dash = /^[-–+•]/u.test(block.content)
  const time = block.content.length < 60 && TIME.test(folded)
  const bodies = block.content.length < 160 && BODIES.test(folded)
  if (role === 'index') return /^\d{1,3}[.)]?$/u.test(folded) ? 0 : 20
  if (/^\d{1,3}[.)]?$/u.test(folded)) return role === 'other' ? 0.5 : 6
  if (role === 'time') return time ? 0 : 5
  if (role === 'lead' || role === 'coordinate') return bodies ? 0 : time ? 5 : 2.5
  if (role === 'content') return (dash ? 2.5 : 0.3) + (time ? 3 : 0) + (bodies && dash ? 3 : 0) + (block.content.length < 25 ? 0.7 : 0)
  return (dash ? 0 : 0.8) + (time ? 3 : 0) + (bodies && dash ? 3 : 0)
}

/** What it costs that the next block stands in column `to` where the last stood in `from`; a step back starts a row. */
function step(from: number, to: number, roles: Role[], dash: boolean): number {
  if (from === to) return dash ? 0.2 : roles[to] === 'time' ? 0.6 : 1.3
  const between = (a: number, b: number): number => roles.slice(a, b).filter((role) => role !== 'index' && role !== 'other').length
  if (to > from) return 1.5 * between(from + 1, to)
  return 0.4 + 1.5 * (between(from + 1, roles.length) + between(0, to))
}

function toRows(document: TextDocument, blocks: Block[], roles: Role[], reference: TimeReference): PrintedScheduleRow[] {
  const columns = assign(blocks, roles)
  const rows: { cells: string[]; times: Span[]; start: number; end: number }[] = []
  let last = roles.length
  blocks.forEach((block, i) => {
    const column = columns[i] ?? 0
    if (column < last) rows.push({ cells: roles.map(() => ''), times: [], start: block.start, end: block.end })
    const row = rows.at(-1)
    if (row) {
      row.cells[column] = `${row.cells[column] ?? ''} ${block.content}`.trim()
      if (roles[column] === 'time') row.times.push({ start: block.start, end: block.end })
      row.end = block.end
    }
    last = column
  })
  return rows.flatMap((row) => {
    const cell = (role: Role): string | null => tidy(row.cells[roles.indexOf(role)] ?? '')
    const content = cell('content')
    if (content === null) return []
    const { lead, coordinate } = splitLead(row.cells[roles.indexOf('lead')] ?? '')
    return [
      {
        raw: document.text.slice(row.start, row.end),
        span: { start: row.start, end: row.end },
        confidence: 0.6,
        content,
        form: cell('form'),
        lead,
        coordinate: cell('coordinate') ?? coordinate,
        time: cell('time'),
        product: cell('product'),
        ...readTimeCell(document, row.times, reference),
      },
    ]
  })
}

/** The likeliest column of every block. */
function assign(blocks: Block[], roles: Role[]): number[] {
  const columns = roles.map((_, i) => i)
  let costs = columns.map((column) => 1.5 * column)
  const back: number[][] = []
  for (const block of blocks) {
    const dash = /^[-–+•]/u.test(block.content)
    const from: number[] = []
    const next = columns.map((to) => {
      let best = Number.POSITIVE_INFINITY
      columns.forEach((column) => {
        const opening = back.length === 0 ? (costs[to] ?? 0) : (costs[column] ?? 0) + step(column, to, roles, dash)
        if (opening < best) {
          best = opening
          from[to] = column
        }
      })
      return best + misfit(block, roles[to] ?? 'other')
    })
    costs = next
    back.push(from)
  }
  const out: number[] = []
  let column = costs.indexOf(Math.min(...costs))
  for (let i = blocks.length - 1; i >= 0; i--) {
    out[i] = column
    column = back[i]?.[column] ?? 0
  }
  return out
}
