import type { DocumentNumber, DocumentType, Found } from '../schema/fields.ts'
import type { TextDocument } from './document.ts'
import type { Frame } from './frame.ts'
import { leadingCode } from './symbol.ts'
import { DOCUMENT_TYPES, typeOfCode } from './vocabulary/document-types.ts'

/** The kind of document: from its own line, or else a letter by its symbol (`N/CQ-ĐV` has no kind) and `Kính gửi` or `V/v`. */
export function findDocumentType(document: TextDocument, frame: Frame, number: DocumentNumber | null): (Found & DocumentType) | null {
  if (frame.type !== null) {
    const start = document.lines[frame.type.line]?.start ?? 0
    const end = frame.type.end
    return { raw: document.text.slice(start, end), span: { start, end }, confidence: frame.type.confidence, ...frame.type.type }
  }
  if (number === null) return null
  const coded = typeOfCode(leadingCode(number.symbol))
  if (coded !== null) return { raw: number.raw, span: number.span, confidence: 0.7, ...coded }
  const head = document.flat.slice(0, document.lines[Math.min(document.lines.length, frame.letterhead.to + 3) - 1]?.end ?? 0)
  const letter = DOCUMENT_TYPES.find(({ code }) => code === 'CV')
  if (letter === undefined || !/Kính gửi|(?<![\p{L}])V\/v/iu.test(head)) return null
  return { raw: number.raw, span: number.span, confidence: 0.8, ...letter }
}
