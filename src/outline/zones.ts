import { endsIn } from '../text/trim.ts'
import { fold } from '../vietnamese/letters.ts'
import { isCapitals, type LineShape } from './layout.ts'
import { bareLetters, editDistance } from './resemblance.ts'

/** A run of lines, `to` exclusive. */
export interface LineRange {
  from: number
  to: number
}

/** Which lines are body, closing and appendices; each a run of the document's lines. */
export interface Zones {
  body: LineRange
  /** Each with its label, the step that it adds to paths, and where in its first line a title may start. */
  appendices: (LineRange & { label: string; step: string; titleAt: number })[]
}

const TYPE_LINE =
  /^(?:ke hoach|chuong trinh|phuong an|de an|du an|quyet dinh|nghi quyet|chi thi|thong bao|huong dan|quy che|quy dinh|bao cao|to trinh|cong dien|quy uoc|thong tu|thong tri|ket luan)(?![a-z])/u
const RECIPIENTS = /^[^a-z]{0,3}n[oư]i nh[aâ]n\s{0,3}[:;.]?/u
// Phụ lục 2. LỊCH KIỂM TRA · PHỤ LỤC số 01: …
// TM. ỦY BAN NHÂN DÂN · T/M BAN THƯỜNG VỤ · KT. GIÁM ĐỐC: a text without Nơi nhận ends there too.
const SIGNATURE = /^(?:tm|t\/m|kt|k\/t|tl|t\/l|tuq|q)[. ]{1,2}[a-z]/u
const APPENDIX = /^(p[hn]u\s{0,2}l[uo]c)\s{0,3}((?:so\s{0,2})?(?:\d{1,2}|[ivxl1|]{1,5}|[a-d]))?\s{0,3}(?:[.:–-]|$|(?=\())/u
// ĐƠN VỊ: … Phụ lục I: on a form the label stands in the right corner, and is read as the end of the line.
const AFTER_NAME = /^[^.;|]{2,40}\sphu luc\s{1,2}(?:\d{1,2}|[ivx]{1,4})$/u
const CLOSING =
  /^(?:tren day la|(?:trong )?qua trinh (?:trien khai|to chuc|thuc hien)|nhan duoc (?:ke hoach|van ban|cong van)|can cu (?:ke hoach|noi dung) nay|ke hoach nay (?:co hieu luc|thay the|duoc))/u
const ADDRESSED = /^(?:yeu cau|de nghi|giao|uy ban nhan dan|ubnd|so |ban |phong |truong |cac )/u

/** Where the body starts and ends, and the appendices. */
export function findZones(shapes: LineShape[]): Zones {
  const opened: string[] = []
  const folded = (i: number): string => {
    opened[i] ??= fold(shapes[i]?.content.slice(0, 60) ?? '')
    return opened[i] ?? ''
  }
  const start = bodyStart(shapes, folded)
  const recipients = shapes.findIndex(
    (shape, i) =>
      i > start &&
      shape.opens > 0.1 &&
      (RECIPIENTS.test(folded(i)) || resemblesRecipients(shape.content) || (shape.capitals && SIGNATURE.test(folded(i)))),
  )
  const heads: number[] = []
  for (let i = start; i < shapes.length; i++) {
    if (
      isAppendixHead(shapes, i, folded(i)) ||
      (recipients >= 0 && i > recipients && folded(i).includes('phu luc') && AFTER_NAME.test(folded(i)))
    )
      heads.push(i)
  }
  const untitled = recipients >= 0 && heads.every((head) => head < recipients) ? untitledAppendix(shapes, recipients) : -1
  if (untitled >= 0) heads.push(untitled)
  const firstHead = heads[0] ?? shapes.length
  const textEnd = Math.min(firstHead, recipients < 0 ? textClose(shapes, start) : recipients)
  const appendices = heads.map((from, k) => {
    const next = heads[k + 1] ?? shapes.length
    // An appendix that stands before Nơi nhận ends there.
    const to = recipients > from && recipients < next ? recipients : next
    return { from, to: tailStart(shapes, from, to, recipients > from), ...appendixLabel(shapes[from]?.content ?? '', folded(from)) }
  })
  return { body: { from: start, to: textEnd }, appendices }
}

/** `Ơi nhận:`, `Nơi nhân` and other spoilt forms, alone on their line. */
function resemblesRecipients(content: string): boolean {
  return content.length < 16 && endsIn(content, ':;.') && editDistance(bareLetters(content), 'noinhan', 1) <= 1
}

/** Where Nơi nhận was not read: after the mark `./.` that ends every text, if little follows it. */
function textClose(shapes: LineShape[], start: number): number {
  for (let i = shapes.length - 1; i > start && i >= shapes.length - LONGEST_CLOSING; i--) {
    if (/\.\/\s?[.,]?$/u.test(shapes[i]?.content ?? '')) return i + 1
  }
  return shapes.length
}

const LONGEST_CLOSING = 30

function bodyStart(shapes: LineShape[], folded: (i: number) => string): number {
  for (let i = 0; i < Math.min(shapes.length, 40); i++) {
    if (shapes[i]?.capitals && TYPE_LINE.test(folded(i))) return i + 1
  }
  return 0
}

function isAppendixHead(shapes: LineShape[], i: number, folded: string): boolean {
  const shape = shapes[i]
  if (!shape || shape.row || shape.opens < 0.3) return false
  const match = APPENDIX.exec(folded)
  if (!match) return false
  const word = shape.content.slice(0, match[1]?.length ?? 0)
  const rest = shape.content.slice(match[0].length).trim()
  if (isCapitals(word)) return true
  return (
    rest === '' &&
    /^\p{Lu}/u.test(word) &&
    (shapes[i + 1]?.capitals === true || /^\(?(?:ban hanh )?kem theo/u.test(fold(shapes[i + 1]?.content ?? '').replace('(', '')))
  )
}

/** A table after the signature without the word Phụ lục: its title in capitals, or `(Kèm theo …)`, opens the appendix. */
function untitledAppendix(shapes: LineShape[], recipients: number): number {
  for (let i = recipients + 1; i < shapes.length; i++) {
    if (!shapes[i]?.row && !/^\(?\s?(?:ban hanh )?kem theo/u.test(fold(shapes[i]?.content ?? ''))) continue
    let from = i
    while (
      from - 1 > recipients &&
      shapes[from - 1]?.capitals &&
      !/^(?:tm|kt|tl|tuq|t\/m|k\/t|q)[./ ]|^(?:pho )?(?:chu tich|giam doc|hieu truong|truong |chanh |bi thu|thu truong|bo truong|tong )/u.test(
        fold(shapes[from - 1]?.content ?? ''),
      )
    )
      from--
    return from
  }
  return -1
}

function appendixLabel(content: string, folded: string): { label: string; step: string; titleAt: number } {
  const corner = AFTER_NAME.test(folded) ? folded.lastIndexOf('phu luc') : -1
  if (corner >= 0)
    return {
      label: content.slice(corner),
      step: `PL${folded
        .slice(corner + 7)
        .trim()
        .toUpperCase()}`,
      titleAt: content.length,
    }
  const match = APPENDIX.exec(folded)
  if (!match) return { label: '', step: 'PL', titleAt: 0 }
  const number = (match[2] ?? '').replace(/^so\s*/u, '').toUpperCase()
  const label = content
    .slice(0, (match[1]?.length ?? 0) + (match[2] ? match[0].indexOf(match[2]) + match[2].length - (match[1]?.length ?? 0) : 0))
    .trim()
  return { label, step: `PL${number}`, titleAt: match[0].length }
}

/** The end of the running text in `[from, to)`: before the sentences that close the document. */
export function tailStart(shapes: LineShape[], from: number, to: number, closes: boolean): number {
  if (!closes) return to
  let end = to
  while (end > from && shapes[end - 1]?.furniture) end--
  let candidate = to
  let paragraphs = 0
  for (let i = end - 1; i > from && paragraphs < 4; i--) {
    const shape = shapes[i]
    if (!shape || shape.row) break
    const folded = fold(shape.content.slice(0, 60))
    if (shape.opens < 0.3) continue
    paragraphs++
    if (CLOSING.test(folded)) return lead(shapes, i, from)
    if (candidate === to && /\.\/\.?$|\/\.$/u.test(shapes[end - 1]?.content ?? '') && paragraphs === 1 && ADDRESSED.test(folded))
      candidate = i
  }
  // The one paragraph under the last heading is what that heading is about.
  const above = shapes[candidate - 1]
  return above && candidate - from <= 3 && !endsIn(above.content, '.;') ? to : candidate
}

function lead(shapes: LineShape[], at: number, from: number): number {
  for (let i = at - 1; i > Math.max(from, at - 12); i--) {
    const shape = shapes[i]
    if (shape && shape.opens >= 0.3 && CLOSING.test(fold(shape.content.slice(0, 60)))) return i
  }
  return at
}
