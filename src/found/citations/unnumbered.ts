import type { DocumentType, UnnumberedDocument } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import { typeOfCode } from '../vocabulary/document-types.ts'
import { opensName } from '../vocabulary/organisations.ts'
import { isGround } from './grounds.ts'
import { type CitationTail, readTail } from './tail.ts'

// Kinds that are cited by who issued them, longest first. A report or a submission so named is mostly yet to be written.
const KINDS: [name: string, code: string][] = [
  ['Nghị quyết liên tịch', 'NQLT'],
  ['Nghị quyết', 'NQ'],
  ['Chương trình hành động', 'CTr'],
  ['Chương trình công tác', 'CTr'],
  ['Chương trình', 'CTr'],
  ['Thông báo kết luận', 'TBKL'],
  ['Thông báo', 'TB'],
  ['Kết luận', 'KL'],
  ['Chỉ thị', 'CT'],
  ['Kế hoạch', 'KH'],
  ['Công điện', 'CĐ'],
  ['Công văn', 'CV'],
  ['Quyết định', 'QĐ'],
  ['Quy định', 'QyĐ'],
  ['Quy chế', 'QC'],
  ['Hướng dẫn', 'HD'],
  ['Đề án', 'ĐA'],
  ['Nghị định', 'NĐ'],
  ['Thông tư', 'TT'],
]
const TYPES = new Map(KINDS.map(([name, code]) => [name, typeOfCode(code)]))
const KIND = new RegExp(
  `${WORD_START}(?<kind>${KINDS.map(([name]) => name).join('|')})${WORD_END}(?= {1,2}(?:của|ngày|[đĐ]ại hội|[hH]ội nghị|[kK]ỳ họp|Trung ương) )`,
  'gu',
)
// What is yet to be written, several at once, the document's own words for itself.
const NOT_AFTER = /(?:dự thảo|xây dựng|tham mưu|trình|soạn thảo|ban hành|kèm theo|là|các|những|mọi|từng|một số) {1,2}[“"]?$/iu

//  Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2020-2025   Nghị quyết Trung ương 4 (khóa XII)
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^^^^^^^^^^
const MEETING = /^ {1,2}(?:của )?(?<meeting>(?:[đĐ]ại hội|[hH]ội nghị|[kK]ỳ họp|Trung ương) [^;.:"“”?!|]{2,160})/u
const MEETING_END =
  / (?:về|ngày|của|đã|được|đề|thông|nêu|để|nhằm|trong|trên|tại|xác|và|vào|theo|với|gắn|đến|giai)(?![\p{L}])|,(?! (?:nhiệm kỳ|khóa|khoá))| ?\((?!(?:khóa|khoá|nhiệm kỳ))/u
const ORDINAL =
  /thứ (?:[IVXLC\d]{1,6}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![\p{L}])|(?:khóa|khoá) [IVXLC\d]{1,6}(?![\p{L}])|nhiệm kỳ \d{4}|Trung ương \d{1,2}(?!\d)/u
const OF_MANY = /(?:^| )(?:các|những) /u
const MET = /(?:Ban Chấp hành|HĐND|Hội đồng nhân dân|Quốc hội)(?: [^,(]{2,60}?)?(?= khóa| khoá|,| \(|$)/u

/**
 * Every document cited without a number, in order, repeats included: by its issuer, where a day, a subject or the grounds make it one document
 * (`Kết luận của Bộ Chính trị ngày …`), or by the meeting that passed it. None inside one of `taken`.
 */
export function findUnnumbered(
  document: TextDocument,
  grounds: readonly Span[],
  taken: readonly Span[],
  title: number | null,
): UnnumberedDocument[] {
  const found: UnnumberedDocument[] = []
  let free = 0
  let next = 0
  for (const match of document.flat.matchAll(KIND)) {
    const start = match.index
    const kind = match.groups?.kind ?? ''
    const type = TYPES.get(kind)
    if (type === undefined || type === null || start < free || start === title) continue
    if (NOT_AFTER.test(document.flat.slice(Math.max(0, start - 16), start)) || inTable(document, start)) continue
    const ground = isGround(grounds, start)
    const read = byMeeting(document, kind, start, ground) ?? byIssuer(document, kind, start, ground)
    if (read === null) continue
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < read.end) continue
    found.push(toDocument(document, type, { start, end: read.end }, read, ground))
    free = read.end
  }
  return found
}

interface Read extends CitationTail {
  name: string
  meeting: string | null
}

function byMeeting(document: TextDocument, kind: string, start: number, ground: boolean): Read | null {
  const from = start + kind.length
  const rest = MEETING.exec(document.flat.slice(from, from + 190))
  const printed = rest?.groups?.meeting
  if (rest === null || printed === undefined) return null
  // The first word may be one that ends a name: `Hội nghị về …` has none.
  const cut = MEETING_END.exec(printed)
  const meeting = (cut === null ? printed : printed.slice(0, cut.index)).trimEnd()
  const tail = readTail(document, from + rest[0].length - printed.length + meeting.length, false)
  if (OF_MANY.test(meeting) || meeting.split(' ').length < 3) return null
  if (!ORDINAL.test(meeting) && tail.subject === null && tail.date === null && !ground) return null
  const name = [kind, oneLine(meeting), ...(tail.issuer === null ? [] : ['của', tail.issuer])].join(' ')
  return { ...tail, issuer: tail.issuer ?? MET.exec(meeting)?.[0] ?? null, name, meeting: oneLine(meeting) }
}

function byIssuer(document: TextDocument, kind: string, start: number, ground: boolean): Read | null {
  const tail = readTail(document, start + kind.length, false)
  const { issuer } = tail
  if (issuer === null || !(opensName(issuer) || /^(?:Bộ Chính trị|Ban Bí thư|Nhà nước)/u.test(issuer))) return null
  const about = tail.subject === null ? CARRIES_OUT.exec(document.flat.slice(tail.end, tail.end + 240)) : null
  const subject = tail.subject ?? about?.groups?.subject?.replace(/\s+/gu, ' ').trim() ?? null
  if (tail.date === null && subject === null && !ground) return null
  return { ...tail, subject, name: `${kind} của ${issuer}`, meeting: null }
}

//  Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số …
const CARRIES_OUT = /^ {1,2}(?<subject>(?:thực hiện|triển khai|tại cuộc họp|tại buổi) [^;.:,|]{4,200})/u

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

// As far as a row is looked at: a text may be one line.
const ROW = 400

/** Whether `at` stands in a row of a table: what a task is to bring forth, not what it is done by. */
function inTable({ text }: TextDocument, at: number): boolean {
  const before = text.slice(Math.max(0, at - ROW), at)
  const after = text.slice(at, at + ROW)
  const end = after.indexOf('\n')
  return before.slice(before.lastIndexOf('\n') + 1).includes(' | ') || (end < 0 ? after : after.slice(0, end)).includes(' | ')
}

function toDocument({ text }: TextDocument, type: DocumentType, span: Span, read: Read, ground: boolean): UnnumberedDocument {
  const { name, issuer, meeting, date, subject } = read
  return {
    raw: text.slice(span.start, span.end),
    span,
    confidence: meeting !== null || date !== null ? 0.9 : subject !== null ? 0.85 : 0.7,
    type,
    name,
    issuer,
    meeting,
    date,
    subject,
    role: ground ? 'basis' : 'reference',
  }
}
