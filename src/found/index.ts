import type { Plan } from '../schema/plan.ts'
import type { Warning } from '../schema/warning.ts'
import { checkCitations } from './citations/consistency.ts'
import { findCitations } from './citations/index.ts'
import { resolveReferences } from './citations/resolve.ts'
import { findDateAndPlace } from './date.ts'
import type { TextDocument } from './document.ts'
import { findDocumentType } from './document-type.ts'
import { readFrame } from './frame.ts'
import { checkIssuer } from './gazetteer/check.ts'
import { resolveUnits } from './gazetteer/resolve.ts'
import { findIndices } from './indices.ts'
import { findIssuer } from './issuer.ts'
import { mendIssuer, mendPlace } from './mend-place.ts'
import { findNumber } from './number.ts'
import { resolveOwn } from './own-number.ts'
import { mendSymbol } from './own-symbol.ts'
import { findRecipients } from './recipients.ts'
import { findSigners } from './signer.ts'
import { findTitle } from './title.ts'

export { type TextDocument, toDocument } from './document.ts'
export { type Frame, readFrame } from './frame.ts'

/** The fields that this folder reads, but for tasks and schedule, which need the outline. */
export type FoundFields = Pick<
  Plan,
  | 'documentType'
  | 'number'
  | 'date'
  | 'place'
  | 'issuer'
  | 'title'
  | 'citations'
  | 'laws'
  | 'unnumbered'
  | 'shortMentions'
  | 'indices'
  | 'recipients'
  | 'signer'
  | 'coSigners'
> & { warnings: Warning[] }

/** All fields found in `document`; what is not there is null or empty. */
export function findFields(document: TextDocument): FoundFields {
  const frame = readFrame(document)
  const printed = findNumber(document, frame)
  const cited = findCitations(document, frame, printed)
  const { date: printedDate, place } = findDateAndPlace(document, frame)
  const { number, date } = resolveOwn(document, { number: printed, date: printedDate }, cited)
  const references = resolveReferences(document, frame, cited)
  const documentType = findDocumentType(document, frame, number)
  const issuer = mendIssuer(findIssuer(document, frame, references.citations, number), document, place)
  const { indices, warnings } = findIndices(document, date)
  return {
    documentType,
    number: mendSymbol(number, issuer),
    date,
    ...resolveUnits(issuer, mendPlace(place, issuer), date, document.folded),
    title: findTitle(document, frame),
    ...references,
    indices,
    recipients: findRecipients(document, frame),
    ...findSigners(document, frame),
    warnings: [
      ...warnings,
      ...checkCitations(references.citations, date),
      ...checkIssuer(issuer, date),
      ...handwritten(printed, printedDate),
      ...documentWarnings(documentType, frame.letterhead.to > 0 && issuer !== null && number !== null),
    ],
  }
}

/** Places of the letterhead that a hand or a stamp filled in, and that could not be read. */
function handwritten(number: Plan['number'], date: Plan['date']): Warning[] {
  const warnings: Warning[] = []
  if (number !== null && number.number === null && number.confidence < 0.6) {
    warnings.push({ code: 'HANDWRITTEN', message: 'The number could not be read.', span: number.span })
  }
  if (date !== null && date.precision !== 'day' && /\d|\S{2}/u.test(date.raw.replace(/^\S+|tháng.*$/gsu, ''))) {
    warnings.push({ code: 'HANDWRITTEN', message: 'The day of the date could not be read.', span: date.span })
  }
  return warnings
}

function documentWarnings(type: Plan['documentType'], hasLetterhead: boolean): Warning[] {
  const warnings: Warning[] = []
  if (type?.code !== 'KH') {
    const message = type === null ? 'The document names no kind.' : `The document is of the kind ${type.name}.`
    warnings.push({ code: 'NOT_A_PLAN', message, span: type?.span ?? null })
  }
  if (!hasLetterhead)
    warnings.push({ code: 'NO_LETTERHEAD', message: 'Number or issuing body were not found in a letterhead.', span: null })
  return warnings
}
