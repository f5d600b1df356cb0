import type { Citation, DocumentNumber, DocumentType } from '../../schema/fields.ts'
import type { TextDocument } from '../document.ts'
import type { Frame } from '../frame.ts'
import { repairSymbol } from '../symbol.ts'
import { typeOfCode } from '../vocabulary/document-types.ts'
import { readTail } from './tail.ts'
import { readSymbols, type SymbolToken } from './tokens.ts'
import { typeBefore, typeOfSymbol } from './type.ts'

/**
 * Every numbered document that the text cites, in order, repeats included: clean (the flat view), tokenise (the symbols), extract (kind, date,
 * issuer, subject around each), resolve (kinds shared by a list, roles). The number of the letterhead itself is no citation.
 */
export function findCitations(document: TextDocument, frame: Frame, number: DocumentNumber | null): Citation[] {
  const citations: Citation[] = []
  const grounds = groundsOf(document, frame)
  for (const token of readSymbols(document)) {
    if (number !== null && token.start <= number.span.end && token.end >= number.span.start) continue
    if (isLetterhead(document, frame, token)) continue
    const last = citations[citations.length - 1]
    const named = typeBefore(document, token)
    const shared = named === null && last !== undefined ? sharedType(document, last, token) : null
    const type = named?.type ?? shared ?? typeOfSymbol(token) ?? (isLabelled(document, token) ? typeOfCode('CV') : null)
    if (type === null) continue
    citations.push(toCitation(document, token, type, named?.start ?? null, roleOf(token, number, grounds)))
  }
  return citations
}

function toCitation(
  document: TextDocument,
  token: SymbolToken,
  type: DocumentType,
  named: number | null,
  role: Citation['role'],
): Citation {
  const start = named ?? token.start
  const tail = readTail(document, token.end, type.code === 'TTLT' || type.code === 'NQLT')
  return {
    raw: document.text.slice(start, token.end),
    span: { start, end: token.end },
    confidence: named === null ? 0.8 : 0.95,
    type,
    number: token.number,
    year: token.year,
    symbol: repairSymbol(token.symbol, named === null ? null : type.code),
    date: tail.date,
    issuer: tail.issuer,
    subject: tail.subject,
    role,
  }
}

//  các Quyết định số 1/QĐ-UBND ngày … và 2/QĐ-UBND
//                                     ^^^^^^^^^^^ kind of the one before
const LIST = /^(?:[ ,;()/.\d-]|và|số|ngày|tháng|năm|của|hoặc|đến)*$/u

function sharedType(document: TextDocument, last: Citation, token: SymbolToken): DocumentType | null {
  const between = document.flat.slice(last.span.end, token.start)
  if (between.length > 60 || !LIST.test(between)) return null
  const own = typeOfSymbol(token)
  return own === null || own.code === last.type.code || own.code === 'CV' ? last.type : null
}

function isLabelled(document: TextDocument, token: SymbolToken): boolean {
  return /(?:^| )số ?:? ?$/iu.test(document.flat.slice(Math.max(0, token.start - 6), token.start))
}

type Stretch = { start: number; end: number }

/** The grounds: from the title to the first heading, and any section whose heading calls itself so (`II. CĂN CỨ XÂY DỰNG KẾ HOẠCH`). */
function groundsOf(document: TextDocument, frame: Frame): Stretch[] {
  const { lines } = document
  const at = (index: number): number => lines[index]?.start ?? document.text.length
  const grounds = [{ start: at(frame.body.from), end: at(frame.firstHeading) }]
  for (let i = frame.firstHeading; i < frame.body.to; i++) {
    const line = lines[i]
    if (line === undefined || line.end - line.start > 90 || !GROUNDS_HEADING.test(document.folded.slice(line.start, line.end))) continue
    let end = i + 1
    while (end < frame.body.to && !NEXT_HEADING.test(document.text.slice(at(end), lines[end]?.end))) end++
    grounds.push({ start: line.start, end: at(end) })
    i = end - 1
  }
  return grounds
}

const GROUNDS_HEADING =
  /^(?:[ivx\da-e]{1,5}[.)-] ?|dieu \d+[.:] ?|phan .{1,12}?[.:] ?)?(?:(?:su can thiet|muc dich) (?:va|,) )?(?:cac )?can cu (?:phap ly|xay dung|lap|thuc hien|ban hanh|de|chinh tri)|^(?:[ivx\da-e]{1,5}[.)-] ?)(?:.{0,30} )?can cu[ :.]*$/u
const NEXT_HEADING = /^(?:[IVX]{1,5}|[A-E]|\d{1,2})\s?[.)-]\s?\p{Lu}|^(?:Phần|PHẦN|Điều)\s/u

function isLetterhead(document: TextDocument, frame: Frame, token: SymbolToken): boolean {
  const last = document.lines[frame.letterhead.to - 1]
  return last !== undefined && token.end <= last.end && frame.type !== null
}

function roleOf(token: SymbolToken, number: DocumentNumber | null, grounds: Stretch[]): Citation['role'] {
  if (
    number !== null &&
    number.number !== null &&
    token.symbol === number.symbol &&
    Number.parseInt(token.number, 10) === Number.parseInt(number.number, 10) &&
    token.year === number.year
  ) {
    return 'self'
  }
  return grounds.some(({ start, end }) => token.start >= start && token.start < end) ? 'basis' : 'reference'
}
