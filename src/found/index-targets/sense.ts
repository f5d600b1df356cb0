import type { Span } from '../../schema/geometry.ts'
import type { IndexTarget } from '../../schema/index-mention.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import { cellText, type TextDocument } from '../document.ts'
import { isHeading } from '../frame-cues.ts'

const AIMED = /phan dau|muc tieu|chi tieu|duy tri|giu vung|den (?:het |cuoi )?nam|tien toi|yeu cau/u
const AIMED_PERHAPS = /phai |dam bao|bao dam|toi thieu|it nhat|tro len|hang nam|nang (?:cao )?|cai thien|dua |vao nhom|tang |gop phan/u
const REACHED = /ket qua|cong bo|dat duoc|ghi nhan|\d ?\/ ?(?:63|34|\d{2} )|chi (?:xep|dat)|(?:giam|tut) \d/u
const ALREADY = new RegExp(`${WORD_START}(?:đã|vừa)${WORD_END}`, 'iu')
const YEAR = /nam (?<year>20\d\d)(?!\d)/gu
const COMPARED = /(?:so voi|hon|bang)(?: cung ky| ket qua| thu hang| muc)?(?: cua)? $/u

const BY_THEN = /^[\p{L} ,]{0,12}(?:vao|den|trong)(?: het| cuoi)? nam (?<year>20\d\d)/u

/** The year that the figure `at` is of, and the one that it is compared with. */
export function yearsOf(document: TextDocument, clause: Span, at: Span): Pick<IndexTarget, 'year' | 'comparedWith'> {
  let year: string | null = null
  let comparedWith: string | null = null
  for (const match of document.folded.slice(clause.start, clause.end).matchAll(YEAR)) {
    const start = clause.start + match.index
    const printed = match.groups?.year ?? null
    if (COMPARED.test(document.folded.slice(Math.max(clause.start, start - 30), start))) comparedWith ??= printed
    else if (start < at.start || year === null) year = printed
  }
  return { year: BY_THEN.exec(document.folded.slice(at.end, at.end + 40))?.groups?.year ?? year, comparedWith }
}

/** What is still to be reached, or has been: by the words of the clause, by its year against the plan's, by the heading above. */
export function kindOf(document: TextDocument, clause: Span, year: string | null, planYear: number | null): IndexTarget['kind'] {
  const words = document.folded.slice(clause.start, clause.end)
  if (AIMED.test(words)) return 'target'
  if (ALREADY.test(document.flat.slice(clause.start, clause.end)) || REACHED.test(words)) return 'result'
  const aimed = AIMED_PERHAPS.test(words)
  if (year !== null && planYear !== null && Number(year) < planYear && !aimed) return 'result'
  return !aimed && headingTells(document, clause.start) ? 'result' : 'target'
}

const LINES_BACK = 40

/** Whether the nearest heading above is about what has been done. */
function headingTells(document: TextDocument, at: number): boolean {
  const { lines } = document
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) < at) low = middle + 1
    else high = middle
  }
  for (let i = low; i >= 0 && i > low - LINES_BACK; i--) {
    const line = lines[i]
    const text = cellText(document, line)
    if (line === undefined || !isHeading(text) || text.length > 120) continue
    const folded = document.folded.slice(line.start, line.end)
    if (/ket qua|danh gia|tinh hinh|thuc trang|ton tai|han che/u.test(folded)) return true
    if (/muc tieu|muc dich|chi tieu|yeu cau|nhiem vu|noi dung/u.test(folded)) return false
  }
  return false
}
