import type { Citation, DocumentNumber, Issuer } from '../schema/fields.ts'
import type { TextLine } from '../text/lines.ts'
import { trimEnd } from '../text/trim.ts'
import { countOf, LOWER, UPPER } from '../vietnamese/kind.ts'
import { isCell, type TextDocument } from './document.ts'
import type { Frame } from './frame.ts'
import { findIssuerInBody } from './issuer-in-body.ts'
import { repairName } from './vocabulary/names.ts'
import { levelOf, needsMore, opensName } from './vocabulary/organisations.ts'
import { findTail, similarity } from './vocabulary/similarity.ts'

// The right cell of the state's, the party's and the youth union's letterhead.
const MOTTOES = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐOÀN TNCS HỒ CHÍ MINH']
// Where the number, the date or a mark of secrecy stands, no name goes on.
const OTHER_CELL =
  /^(?:s[oô0] ?[:.;]|so \d|so[ .:]{0,40}[/…_]|v\/v|kinh gui|mat$|khan$|hoa toc|thuong khan|du thao|\(ban |phu luc)|ngay.{0,14}thang|^[\d/-]{1,20}[a-z]/u

const NUMBER_CELL = /^\P{L}{0,20}s[o0b]?[\s\d:;./…_-]{0,60}\/\s{0,9}\p{L}|^\P{L}{0,20}s[o0b]\s{0,9}[:.;]\s|\/ ?[a-z]{2,5} ?-[ a-z]/u

interface NamePart {
  text: string
  start: number
  end: number
}

/** The body that issued the document and the one above it: from the letterhead, or else from the body's first sentences. */
export function findIssuer(document: TextDocument, frame: Frame, citations: Citation[], number: DocumentNumber | null): Issuer | null {
  const names = joinNames(letterheadParts(document, frame)).map((name) => ({ ...name, text: repairName(name.text) }))
  const own = names[names.length - 1]
  // Capitals over a text without kind and number are the name of a body only where they open like one.
  const bare = frame.type === null && number === null
  if (own === undefined || (bare && !opensName(own.text))) return findIssuerInBody(document, frame, citations)
  const parent = names[names.length - 2]?.text ?? null
  const organ = UNIT.test(own.text) ? organOf(number?.symbol ?? '') : null
  if (organ !== null) own.text = `${organ} ${own.text}`
  return {
    name: own.text,
    parent,
    level: levelOf(own.text, parent),
    span: { start: own.start, end: own.end },
    confidence: organ === null ? 0.95 : 0.7,
  }
}

// A letterhead whose first line was lost leaves the place alone; the symbol says of what organ.
const UNIT = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) /u
const organOf = (symbol: string): string | null =>
  /(?:^|-)UBND$/u.test(symbol) ? 'ỦY BAN NHÂN DÂN' : /(?:^|-)HĐND$/u.test(symbol) ? 'HỘI ĐỒNG NHÂN DÂN' : null

/** The left cell of the letterhead, line by line: what is left of each line without the mottoes, the number and the date. */
function letterheadParts(document: TextDocument, frame: Frame): NamePart[] {
  const parts: NamePart[] = []
  let stamped = 0
  for (const line of document.lines.slice(frame.letterhead.from, frame.letterhead.to).filter(isCell)) {
    const part = leftCell(document, line)
    if (part === null || NUMBER_CELL.test(document.folded.slice(line.start, line.end))) continue
    const folded = document.folded.slice(part.start, part.end)
    // The stamp of who received the document: its name stands over ĐẾN.
    if (ARRIVAL.test(folded)) {
      stamped = parts.length
      continue
    }
    if (OTHER_CELL.test(folded)) {
      if (parts.length > 0 && /^(?:v\/v|kinh gui)/u.test(folded)) break
      continue
    }
    if (!isName(part.text)) continue
    parts.push(part)
  }
  return parts.length > stamped ? parts.slice(stamped) : parts
}

//  ĐẾN Số: 1234   CÔNG VĂN ĐẾN   ĐẾN
const ARRIVAL = /^(?:cong van |van ban )?den(?: so(?![\p{L}]).{0,20}| ngay.{0,20}|[ :.]{0,9})$/u

function leftCell(document: TextDocument, line: TextLine): NamePart | null {
  const printed = document.text.slice(line.start, line.end)
  if (MOTTOES.some((motto) => similarity(printed, motto) >= 0.88)) return null
  let end = printed.length
  for (const motto of MOTTOES) {
    const strict = findTail(printed, motto)
    // Small letters are no name's: there a worse likeness will do.
    const loose = strict < 0 && /\p{Ll}/u.test(motto) ? findTail(printed, motto, 0.8) : -1
    const at = loose >= 0 && /\p{Ll}/u.test(printed.slice(loose)) ? loose : strict
    if (at >= 0 && at < end) end = at
  }
  // Place and date of the right column, whose place is in small letters.
  const dated = DATED.exec(printed)
  if (dated?.groups?.place !== undefined) end = Math.min(end, dated.index + dated[0].length - dated.groups.place.length)
  // A wide gap parts the columns where the right one is not a motto.
  const gap = /\t| {4,}/u.exec(printed.slice(0, end).trimEnd())
  if (gap !== null) end = Math.min(end, gap.index)
  let kept = trimEnd(printed.slice(0, end), '*_—–|.,:;-')
  // A spoilt first word of the right cell, left behind: names are in capitals.
  const stray = kept.lastIndexOf(' ')
  if (stray > 0 && /\p{Ll}/u.test(kept.slice(stray)) && isCapitals(kept.slice(0, stray))) kept = kept.slice(0, stray).trimEnd()
  const lead = kept.length - kept.replace(/^[\s*_—–|.,:;-]+/u, '').length
  const text = kept.slice(lead)
  return text === '' ? null : { text: text.replace(/\s+/gu, ' '), start: line.start + lead, end: line.start + kept.length }
}

//  HUYỆN ỦY TRIỆU SƠN Triệu Sơn, ngày 20 tháng 4 năm 2018
//                     ^^^^^^^^^^^^^^^^^
const DATED =
  /^(?:[\p{Lu}\d'’.*/-]{1,20}[ \t]{1,60}){1,16}(?<place>(?:(?:TP|Tp|TX|Tx)\.? ?)?\p{Lu}[\p{L}\p{M}'’.]{0,12}\p{Ll}[\p{L}\p{M}'’. -]{0,40}, {0,3}ng[aà]y[ .\d])/u

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/** Names of a letterhead are in capitals; small letters may have come in by the scan. */
function isName(text: string): boolean {
  const uppers = countOf(text, UPPER)
  const lowers = countOf(text, LOWER)
  return uppers >= 2 && uppers > lowers * 2
}

function joinNames(parts: NamePart[]): NamePart[] {
  const names: NamePart[] = []
  for (const part of parts) {
    const last = names[names.length - 1]
    if (last === undefined || (opensName(part.text) && !needsMore(last.text))) names.push({ ...part })
    else {
      last.text += ` ${part.text}`
      last.end = part.end
    }
  }
  return names
}
