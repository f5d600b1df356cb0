import type { DocumentType, Law, When } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import { matchesAt } from '../matches.ts'
import { findPrintedDate } from '../printed-date.ts'
import { toWhen } from '../time/index.ts'
import { typeOfCode } from '../vocabulary/document-types.ts'
import { isGround } from './grounds.ts'
import { type LawName, readLawName } from './law-name.ts'

/** A law as it is read by itself, before the document is seen as a whole. */
export interface CitedLaw extends Omit<Law, 'key' | 'relation' | 'relationOf'> {
  /** Where its date ends. */
  tailEnd: number
}

const KIND = new RegExp(`${WORD_START}(?<kind>bộ luật|luật|pháp lệnh|hiến pháp)${WORD_END}`, 'iuy')
const KIND_FOLDED = /(?:bo )?luat|phap lenh|hien phap/g
const CODES: Record<string, string> = { 'bộ luật': 'BL', luật: 'L', 'pháp lệnh': 'PL', 'hiến pháp': 'HP' }
// `pháp luật`, `kỷ luật`, `Đại học Luật`, and a draft, which is no law.
const NOT_AFTER = /(?:^|[^\p{L}])(?:phap|ky|quy|dao|phep|hoc|khoa|nganh|nhan|du thao|du an|hoi|mon|chuyen)[ “"]{1,2}$/u

//  Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16/11/2013
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ and the names after it
const AMENDING = /^ {1,2}sửa đổi(?: ?,)?(?: (?:bổ sung|một số|các))*(?: (?:điều|khoản|luật|\d{1,2},?))*(?: (?:của|tại))?(?: các)? {1,2}/iu
const NEXT_LAW = /^(?: ?, ?| và | ?; ?)(?=(?:bộ luật|luật|pháp lệnh) \p{Lu})/iu

/** Every law, code, ordinance and constitution that is cited by name without a number, in order, repeats included; none inside one of `taken`. */
export function findLaws(document: TextDocument, grounds: readonly Span[], taken: readonly Span[]): CitedLaw[] {
  const laws: CitedLaw[] = []
  let free = 0
  let next = 0
  for (const match of matchesAt(KIND, document.flat, KIND_FOLDED, document.folded)) {
    const start = match.index
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if (start < free || (taken[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
    const law = readLaw(document, start, match[0])
    if (law === null) continue
    // A law with its number is a citation.
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < law.tailEnd) continue
    laws.push({ ...law, role: isGround(grounds, start) ? 'basis' : 'reference' })
    free = law.tailEnd
  }
  return laws
}

function readLaw(document: TextDocument, start: number, kind: string): CitedLaw | null {
  const code = CODES[kind.toLowerCase()] ?? ''
  const type = typeOfCode(code)
  if (type === null || NOT_AFTER.test(document.folded.slice(Math.max(0, start - 12), start))) return null
  const after = start + kind.length
  const name = code === 'HP' ? constitution(document, kind, after) : (amending(document, after, code) ?? readLawName(document, after, code))
  if (name === null) return null
  const date = readDate(document, name.end)
  if (kind === kind.toLowerCase() && !isSafe(name, date)) return null
  return toLaw(document, { start, end: name.end }, type, name, date)
}

/** In small letters the kind may be any law's: only a known name of three words or more, or one with its date, is one law's. */
const isSafe = (name: LawName, date: When | null): boolean => name.known && (date !== null || name.name.split(' ').length > 2)

const STATE = /^ {1,2}nước cộng hòa xã hội chủ nghĩa việt nam/iu

const constitution = (document: TextDocument, kind: string, at: number): LawName | null =>
  kind.startsWith('H')
    ? { end: at + (STATE.exec(document.flat.slice(at, at + 60))?.[0].length ?? 0), name: '', known: true, sure: true }
    : null

/** The name of a law that amends others: with all their names. */
function amending(document: TextDocument, at: number, code: string): LawName | null {
  const { flat } = document
  const lead = AMENDING.exec(flat.slice(at, at + 90))?.[0]
  if (lead === undefined) return null
  let end: number | null = null
  for (let from = at + lead.length; ; ) {
    const kind = /^(?:bộ luật|luật|pháp lệnh)(?= )/iu.exec(flat.slice(from, from + 12))?.[0]
    const inner = kind === undefined ? null : readLawName(document, from + kind.length, CODES[kind.toLowerCase()] ?? code)
    if (inner === null) break
    end = inner.end
    const gap = NEXT_LAW.exec(flat.slice(end, end + 24))?.[0]
    if (gap === undefined) break
    from = end + gap.length
  }
  // `Luật sửa đổi, bổ sung một số điều của các luật về thuế`: no name after it, but what they are about.
  end ??= at + (UNNAMED.exec(flat.slice(at, at + 200))?.[0].length ?? 0)
  return end === at ? null : { end, name: flat.slice(at, end).replace(/\s+/gu, ' ').trim(), known: false, sure: true }
}

const UNNAMED =
  /^ {1,2}sửa đổi[^;:.<(]{0,60} (?:luật|pháp lệnh) [^;:.<(]{0,120}?(?= ?[;:.<(]|,? (?:ngày|năm|số) ?\d|,? (?:và |, ?)?(?:khoản|điều|điểm|luật|nghị|thông|quyết) |$)/iu

// `(sửa đổi)`, `của Quốc hội khóa XIV`, `đã được Quốc hội thông qua` may stand before the day.
const BEFORE_DATE =
  /^(?: ?\((?:sửa đổi|được sửa đổi)[^()]{0,40}\))?(?: của Quốc hội)?(?: (?:đã )?được [^.;,()]{0,40}thông qua)?(?: ?,)? ?\(?(?:ban hành )?$/iu
const YEAR = /^(?: ?\((?:sửa đổi|được sửa đổi)[^()]{0,40}\))?(?: ?,)? ?\(?(?<printed>(?:năm )?(?<year>(?:19|20)\d\d))(?![\d/-])/iu

function readDate(document: TextDocument, at: number): When | null {
  const rest = document.flat.slice(at, at + 140)
  const day = findPrintedDate(document.folded.slice(at, at + 140))
  if (day !== null && BEFORE_DATE.test(rest.slice(0, day.start))) return toWhen(document.text, at + day.start, at + day.end, day, 0.95)
  const year = YEAR.exec(rest)
  if (year?.groups === undefined) return null
  const { printed = '', year: iso = '' } = year.groups
  const start = at + year[0].length - printed.length
  const span = { start, end: start + printed.length }
  return { raw: document.text.slice(span.start, span.end), span, confidence: 0.95, iso, precision: 'year' }
}

function toLaw(document: TextDocument, span: Span, type: DocumentType, name: LawName, date: When | null): CitedLaw {
  return {
    raw: document.text.slice(span.start, span.end),
    span,
    confidence: name.known ? 0.95 : name.sure ? 0.85 : 0.7,
    type,
    name: `${type.name} ${name.name}`.trim(),
    date,
    role: 'reference',
    tailEnd: Math.max(span.end, date?.span.end ?? 0),
  }
}
