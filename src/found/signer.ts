import type { Signer } from '../schema/fields.ts'
import type { TextLine } from '../text/lines.ts'
import { compareKey } from '../vietnamese/letters.ts'
import { isCell, LONGEST_CELL, type TextDocument } from './document.ts'
import { type Frame, isRecipientsAnchor } from './frame.ts'
import { repairName } from './vocabulary/names.ts'
import { isPosition, repairPosition } from './vocabulary/positions.ts'

/** A stretch of a line that belongs to the signer's column. */
export interface SignerPart {
  kind: 'authority' | 'title' | 'name'
  text: string
  start: number
  end: number
}

//  TM. ỦY BAN NHÂN DÂN    KT GIÁM ĐỐC    T/M BAN THƯỜNG VỤ    TUQ. CHỦ TỊCH
const AUTHORITY = /^ĐẠI DIỆN(?: \p{Lu}|$)|^(?:T ?\/ ?M|TM|KT|K ?\/ ?T|TL|T ?\/ ?L|TUQ|TƯQ|T ?\/ ?UQ)[./,: ]\s*\p{Lu}/u
// Degrees and ranks are no part of a name, though some print them before it.
const DEGREE =
  /^(?:(?:BS|Bs|ThS|Ths|TS|PGS|GS|CN|KS|DS|CK\p{Lu}*|BSCK\p{Lu}*|Dr|LS|NGƯT|TTƯT|TTUT|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý|tướng))[. ]+)+/u
const PART = "\\p{Lu}[\\p{Ll}\\p{M}'’]*(?:['’]\\p{Lu}[\\p{Ll}\\p{M}]*)?"
const NAME = new RegExp(`^(?=.*\\p{Ll})(?:${PART}[- ]){1,4}${PART}$`, 'u')
// In capitals a name is known by its surname.
const NAME_IN_CAPITALS =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐOÀN|TRƯƠNG|ĐINH|LÂM|MAI|TRỊNH|ĐÀO|CAO|HÀ|LƯƠNG|LƯU|TẠ|THÁI|TÔ|CHÂU|QUÁCH|NÔNG|VI|LÒ|QUÀNG|HỨA|CHU|TỐNG|KIỀU|PHÙNG|TĂNG|THẠCH|SƠN) (?:\p{Lu}+ ){0,3}\p{Lu}+$/u
const SEAL = /^\(?(?:đã ký|ký tên|ký,? |chữ ký|\[)/iu

/** Who signs, and who signs beside: each on whose behalf, by what title, by what name. */
export function findSigners(document: TextDocument, frame: Frame): { signer: Signer | null; coSigners: Signer[] } {
  const signers = group(signerParts(document, frame))
  return { signer: signers[0] ?? null, coSigners: signers.slice(1) }
}

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
  if (before.some(({ kind }) => kind === 'title') && NAME_IN_CAPITALS.test(place.text) && !isPosition(place.text))
    return { ...place, kind: 'name' }
  if (/^\p{Lu}/u.test(text) && isCapitals(text)) {
    if (AUTHORITY.test(text) || isSpoiltMark(text)) return { kind: 'authority', ...place }
    if (isPosition(text)) return { kind: 'title', ...place }
    const last = before[before.length - 1]
    // A collective's name or a long title may go on in the next line.
    if (last !== undefined && last.kind !== 'name' && text.length < 60 && last.end + 4 > line.start - 4 && start === 0)
      return { kind: last.kind, ...place }
    return null
  }
  const titled = before.some(({ kind }) => kind !== 'name')
  const name = place.text.replace(DEGREE, '').replace(/[.,;:]+$/u, '')
  return titled && NAME.test(name) ? { ...place, kind: 'name', text: name } : null
}

/** `WVT. GIÁM ĐỐC`: a mark of authority that a stamp spoilt, before an office. */
const isSpoiltMark = (text: string): boolean => {
  const match = /^[^\s.]{1,4}\. ?(?<office>\p{Lu}.+)$/u.exec(text)
  return match?.groups?.office !== undefined && !/^Q/u.test(text) && isPosition(match.groups.office)
}

const isCapitals = (text: string): boolean => text.replace(/\P{Lu}/gu, '').length > text.replace(/\P{Ll}/gu, '').length * 4

/** Where the signer's column begins in a line that holds both: `Nơi nhận: GIÁM ĐỐC`, `- Sở Nội vụ; KT. CHỦ TỊCH`. 0 where the line is the signer's alone. */
export function rightColumn(line: string): number {
  const dashed = isRecipientsAnchor(line) || /^[-–•*+]/u.test(line)
  if ((!dashed && !/[;)]\s/u.test(line)) || line.length > LONGEST_CELL) return dashed ? line.length : 0
  for (const match of line.matchAll(/(?<=[\s:;.,])\p{Lu}[\p{Lu}./]+/gu)) {
    const tail = line.slice(match.index)
    if (isCapitals(tail) && (AUTHORITY.test(tail) || isPosition(tail))) return match.index
  }
  // A name on the right of the last recipient: `- Lưu: VT, NV. Nguyễn Văn An`.
  const named = /(?<=[;.] {1,40})(?:\p{Lu}[\p{Ll}\p{M}]+ ){2,3}\p{Lu}[\p{Ll}\p{M}]+$/u.exec(line)
  return named?.index ?? (dashed ? line.length : 0)
}

function group(parts: SignerPart[]): Signer[] {
  const signers: Signer[] = []
  let current: SignerPart[] = []
  const close = (): void => {
    if (current.some(({ kind }) => kind !== 'name')) signers.push(toSigner(current))
    current = []
  }
  for (const part of parts) {
    const last = current[current.length - 1]
    const titled = current.some(({ kind }) => kind === 'title')
    if (part.kind !== 'name' && (last?.kind === 'name' || (part.kind === 'authority' && titled))) close()
    if (last?.kind === 'name' && part.kind === 'name') continue
    current.push(part)
  }
  close()
  return signers
}

function toSigner(parts: SignerPart[]): Signer {
  const text = (kind: SignerPart['kind']): string | null => {
    const joined = parts.filter((part) => part.kind === kind).map((part) => (kind === 'name' ? part.text : repairOffice(part.text)))
    return joined.length === 0 ? null : joined.join(' ')
  }
  const start = Math.min(...parts.map((part) => part.start))
  const end = Math.max(...parts.map((part) => part.end))
  return {
    authority: authorityOf(text('authority'), text('title')),
    title: text('title'),
    name: text('name'),
    span: { start, end },
    confidence: text('title') === null ? 0.6 : 0.9,
  }
}

/** Who signs as `PHÓ X` under `?. X` signs in the place of X. */
function authorityOf(printed: string | null, title: string | null): string | null {
  const office = printed === null || AUTHORITY.test(printed) ? undefined : /^[^\s.]{1,4}\. ?(?<office>.+)$/u.exec(printed)?.groups?.office
  if (office === undefined || title === null) return printed
  const mended = repairPosition(office) ?? office
  return compareKey(title) === compareKey(`PHÓ ${mended}`) ? `KT. ${mended}` : printed
}

/** The office with its marks; the mark of authority before it stays as printed (`KT.GIÁM ĐỐC`). */
function repairOffice(text: string): string {
  const mark = /^(?:(?:T ?\/ ?M|TM|KT|K ?\/ ?T|TL|T ?\/ ?L|TUQ|TƯQ|T ?\/ ?UQ|Q)[./,: ]+)+/u.exec(text)?.[0] ?? ''
  const office = text.slice(mark.length)
  return mark + (repairPosition(office) ?? repairName(office))
}
