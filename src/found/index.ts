import type { Plan } from '../schema/plan.ts'
import type { Warning } from '../schema/warning.ts'
import { findCitations } from './citations/index.ts'
import { findDateAndPlace } from './date.ts'
import type { TextDocument } from './document.ts'
import { findDocumentType } from './document-type.ts'
import { readFrame } from './frame.ts'
import { findIndices } from './indices.ts'
import { findIssuer } from './issuer.ts'
import { findNumber } from './number.ts'
import { findRecipients } from './recipients.ts'
import { findSigners } from './signer.ts'
import { findTitle } from './title.ts'

export { type TextDocument, toDocument } from './document.ts'
export { type Frame, readFrame } from './frame.ts'

/** The fields that this folder reads, but for tasks and schedule, which need the outline. */
export type FoundFields = Pick<
  Plan,
  'documentType' | 'number' | 'date' | 'place' | 'issuer' | 'title' | 'citations' | 'indices' | 'recipients' | 'signer' | 'coSigners'
> & { warnings: Warning[] }

/** All fields found in `document`; what is not there is null or empty. */
export function findFields(document: TextDocument): FoundFields {
  const frame = readFrame(document)
  const number = findNumber(document, frame)
  const citations = findCitations(document, frame, number)
  const documentType = findDocumentType(document, frame, number)
  const issuer = findIssuer(document, frame, citations)
  const { indices, warnings } = findIndices(document)
  return {
    documentType,
    number,
    ...findDateAndPlace(document, frame),
    issuer,
    title: findTitle(document, frame),
    citations,
    indices,
    recipients: findRecipients(document, frame),
    ...findSigners(document, frame),
    warnings: [...warnings, ...documentWarnings(documentType, frame.letterhead.to > 0 && issuer !== null && number !== null)],
  }
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
