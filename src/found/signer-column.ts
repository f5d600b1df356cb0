import type { TextLine } from '../text/lines.ts'
import { trimEnd } from '../text/trim.ts'
import { countOf, LOWER, UPPER } from '../vietnamese/kind.ts'
import { isCell, LONGEST_CELL, type TextDocument } from './document.ts'
import { type Frame, isRecipientsAnchor } from './frame.ts'
import { isPosition } from './vocabulary/positions.ts'

/** A stretch of a line that belongs to the signer's column. */
export interface SignerPart {
  kind: 'authority' | 'title' | 'name'
  text: string
  start: number
  end: number
}

//  TM. ỦY BAN NHÂN DÂN    KT GIÁM ĐỐC    T/M BAN THƯỜNG VỤ    TUQ. CHỦ TỊCH
export const AUTHORITY =
  /^ĐẠI DIỆN(?: \p{Lu}|$)|^(?:T ?\/ ?M|TM|KT|K ?\/ ?T|TL|T ?\/ ?L|TUQ|TƯQ|T ?\/ ?UQ)[./,: ]\s{0,9}(?:\p{Lu}|\p{Ll}{1,4} \p{Lu}{2})/u
// Degrees and ranks are no part of a name, though some print them before it.
const DEGREE =
  /^(?:(?:BS|Bs|ThS|Ths|TS|PGS|GS|CN|KS|DS|CK\p{Lu}{0,3}|BSCK\p{Lu}{0,3}|Dr|LS|NGƯT|TTƯT|TTUT|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý|tướng))[. ]{1,9}){1,4}/u
const PART = "\\p{Lu}[\\p{Ll}\\p{M}'’]*(?:['’]\\p{Lu}[\\p{Ll}\\p{M}]*)?"
const NAME = new RegExp(`^(?=.*\\p{Ll})(?:${PART}[- ]){1,4}${PART}$`, 'u')
// In capitals a name is known by its surname.
const NAME_IN_CAPITALS =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐOÀN|TRƯƠNG|ĐINH|LÂM|MAI|TRỊNH|ĐÀO|CAO|HÀ|LƯƠNG|LƯU|TẠ|THÁI|TÔ|CHÂU|QUÁCH|NÔNG|VI|LÒ|QUÀNG|HỨA|CHU|TỐNG|KIỀU|PHÙNG|TĂNG|THẠCH|SƠN) (?:\p{Lu}{1,9} ){0,3}\p{Lu}{1,9}$/u
const SEAL = /^\(?(?:đã ký|ký tên|ký,? |chữ ký|\[)/iu

/** The parts of the signer's column, in order; lines read together with the recipients' column give their right end. */
export function signerParts(document: TextDocument, frame: Frame): SignerPart[] {
  const parts: SignerPart[] = []
  for (const line of document.lines.slice(frame.closing.from, frame.closing.to).filter(isCell)) {
    const part = toPart(document, line, parts)
    if (part !== null) parts.push(part)
  }
  return parts
}

function toPart(document: TextDocument, line: TextLine, before: SignerPart[]): SignerPart | null {
  const start = rightColumn(document.text.slice(line.start, line.end))
  const text = document.text.slice(line.start + start, line.end).trim()
  if (text === '' || SEAL.test(text)) return null
  const place = { text: text.replace(/\s+/gu, ' '), start: line.start + start, end: line.end }
  const collective = SPOILT_COLLECTIVE.exec(place.text)?.groups?.body
  if (collective !== undefined && !AUTHORITY.test(place.text)) return { ...place, kind: 'authority', text: `TM. ${collective}` }
  if (before.some(({ kind }) => kind === 'title') && NAME_IN_CAPITALS.test(place.text) && !isPosition(place.text))
    return { ...place, kind: 'name' }
  if (/^\p{Lu}/u.test(text) && isCapitals(text)) {
    if (AUTHORITY.test(text) || isSpoiltMark(text)) return { kind: 'authority', ...place }
    if (isPosition(text)) return { kind: 'title', ...place }
    const last = before[before.length - 1]
    // A collective's name or a long title may go on in the next line; a lone letter is a stroke of the signature.
    if (
      last !== undefined &&
      last.kind !== 'name' &&
      /\p{Lu}{2}/u.test(text) &&
      text.length < 60 &&
      last.end + 4 > line.start - 4 &&
      start === 0
    )
      return { kind: last.kind, ...place }
    return null
  }
  // `GIÁM đốc`, `Bí THƯ` in the signer's own column: a title that lost some capitals.
  if (start > 0 && /\p{Lu}{2}/u.test(text) && isPosition(text)) return { ...place, kind: 'title', text: place.text.toUpperCase() }
  const titled = before.some(({ kind }) => kind !== 'name')
  const name = trimEnd(place.text.replace(DEGREE, ''), '.,;:')
  return titled && NAME.test(name) ? { ...place, kind: 'name', text: name } : null
}

const COLLECTIVE = '(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN THƯỜNG TRỰC|HỘI ĐỒNG|ĐẢNG ỦY)(?: \\p{Lu}{1,9}){0,8}'
//  1M. ỦY BAN NHÂN DÂN   ‘TM. BAN THƯỜNG VỤ   7™M. ỦY BAN NHÂN DÂN
const SPOILT_COLLECTIVE = new RegExp(`^[^\\s:;]{0,3}[mM][.,] ?(?<body>${COLLECTIVE})$`, 'u')
const COLLECTIVE_AT_END = new RegExp(`(?<=[\\s:;])[^\\s:;]{0,3}[mM][.,] ?${COLLECTIVE}$`, 'u')

export const SPOILT_MARK = /^[^\s.,]{1,4}[.,] ?(?<office>\p{Lu}.+)$/u

/** `WVT. GIÁM ĐỐC`: a mark of authority that a stamp spoilt, before an office. */
const isSpoiltMark = (text: string): boolean => {
  const office = SPOILT_MARK.exec(text)?.groups?.office
  return office !== undefined && !/^Q/u.test(text) && isPosition(office)
}

const isCapitals = (text: string): boolean => countOf(text, UPPER) > countOf(text, LOWER) * 4

const NAME_AT_END =
  /(?<=[;.] {1,40})(?:(?:\p{Lu}[\p{Ll}\p{M}]{1,7} ){2,3}|(?:Y|H['’]?|K['’]?|A) (?:\p{Lu}[\p{Ll}\p{M}'’]{1,9} ){0,3})\p{Lu}[\p{Ll}\p{M}]{1,9}$/u

/** Where the signer's column begins in a line that holds both: `Nơi nhận: GIÁM ĐỐC`, `- Sở Nội vụ; KT. CHỦ TỊCH`. 0 where the line is the signer's alone. */
export function rightColumn(line: string): number {
  const dashed = isRecipientsAnchor(line) || /^[-–•*+]/u.test(line)
  if ((!dashed && !/[;)]\s/u.test(line)) || line.length > LONGEST_CELL) return dashed ? line.length : 0
  for (const match of line.matchAll(/(?<=[\s:;.,])\p{Lu}[\p{Lu}./]+/gu)) {
    const tail = line.slice(match.index)
    // `TP;   PHÓ CHỦ TỊCH` has the end of an entry in it.
    if (tail.includes(';')) continue
    if (isCapitals(tail) && (AUTHORITY.test(tail) || isPosition(tail))) return match.index
  }
  const collective = COLLECTIVE_AT_END.exec(line)
  if (collective !== null) return collective.index
  // Behind a wide gap a title may have lost a capital: `- Sở Nội vụ;      Bí THƯ`.
  const gap = /(?: {4,60}|\t {0,60})(?=\p{Lu})/u.exec(line)
  if (gap !== null) {
    const tail = line.slice(gap.index + gap[0].length)
    if (/\p{Lu}{2}/u.test(tail) && (AUTHORITY.test(tail) || isPosition(tail))) return gap.index + gap[0].length
  }
  // A name on the right of the last recipient: `- Lưu: VT, NV. Nguyễn Văn An`.
  const named = NAME_AT_END.exec(line)
  return named?.index ?? (dashed ? line.length : 0)
}
