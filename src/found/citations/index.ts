import type { DocumentNumber, DocumentType } from '../../schema/fields.ts'
import type { TextDocument } from '../document.ts'
import type { Frame } from '../frame.ts'
import { repairSymbol } from '../symbol.ts'
import { typeOfCode } from '../vocabulary/document-types.ts'
import type { Cited } from './cited.ts'
import { groundsOf, isGround } from './grounds.ts'
import { readTail } from './tail.ts'
import { readSymbols, type SymbolToken } from './tokens.ts'
import { isFormNumber, typeBefore, typeOfSymbol } from './type.ts'

/**
 * Every numbered document that the text cites, in order, repeats included: clean (the flat view), tokenise (the symbols), extract (kind, date,
 * issuer, subject around each), resolve (kinds shared by a list, roles). The number of the letterhead itself is no citation.
 */
export function findCitations(document: TextDocument, frame: Frame, number: DocumentNumber | null): Cited[] {
  const citations: Cited[] = []
  const grounds = groundsOf(document, frame)
  for (const token of readSymbols(document)) {
    if (number !== null && token.start <= number.span.end && token.end >= number.span.start) continue
    if (isLetterhead(document, frame, token)) continue
    const last = citations[citations.length - 1]
    const named = typeBefore(document, token)
    const shared = named === null && last !== undefined ? sharedType(document, last, token) : null
    const type = named?.type ?? shared ?? typeOfSymbol(token) ?? (isLabelled(document, token) ? typeOfCode('CV') : null)
    if (type === null || (named === null && shared === null && isFormNumber(document, token))) continue
    const ground = isGround(grounds, token.start)
    const role = isOwnNumber(token, number) ? 'self' : ground ? 'basis' : 'reference'
    citations.push({ ...readCitation(document, token, type, named?.start ?? null), role, isGround: ground })
  }
  return citations
}

function readCitation(
  document: TextDocument,
  token: SymbolToken,
  type: DocumentType,
  named: number | null,
): Omit<Cited, 'role' | 'isGround'> {
  const start = named ?? token.start
  const tail = readTail(document, token.end, JOINT.test(token.symbol))
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
    tailEnd: tail.end,
    subjectEnd: tail.subjectEnd,
  }
}

// `TTLT-BNV-BTC`, `NQLT/CP-UBTWMTTQVN`, `KHLN-SYT-CAT`, `CTPH-SGDĐT-TĐ`: documents of several bodies.
const JOINT = /^(?:TTLT|TTLB|NQLT|KHLN|KHLT|KHPH|HDLN|HDLT|HDPH|CTPH|CTrPH|CTLT|QCPH|QCLN|CVLN|BBPH|TBLN)(?=[-/]|$)/u

//  các Quyết định số 1/QĐ-UBND ngày … và 2/QĐ-UBND
//                                     ^^^^^^^^^^^ kind of the one before
const LIST = /^(?:[ ,;()/.\d-]|và|số|ngày|tháng|năm|của|hoặc|đến)*$/u

function sharedType(document: TextDocument, last: Cited, token: SymbolToken): DocumentType | null {
  const between = document.flat.slice(last.span.end, token.start)
  if (between.length > 60 || !LIST.test(between)) return null
  const own = typeOfSymbol(token)
  return own === null || own.code === last.type.code || own.code === 'CV' ? last.type : null
}

function isLabelled(document: TextDocument, token: SymbolToken): boolean {
  return /(?:^| )số ?:? ?$/iu.test(document.flat.slice(Math.max(0, token.start - 6), token.start))
}

function isLetterhead(document: TextDocument, frame: Frame, token: SymbolToken): boolean {
  const last = document.lines[frame.letterhead.to - 1]
  return last !== undefined && token.end <= last.end && frame.type !== null
}

const isOwnNumber = (token: SymbolToken, number: DocumentNumber | null): boolean =>
  number !== null &&
  number.number !== null &&
  token.symbol === number.symbol &&
  Number.parseInt(token.number, 10) === Number.parseInt(number.number, 10) &&
  token.year === number.year
