import { z } from 'zod'
import { Span } from './geometry.ts'

/** The closed set of warning codes, each with what it means. */
export const WARNING_CODES = {
  NOT_A_PLAN: 'The document names another type than kế hoạch, or none.',
  NO_LETTERHEAD: 'No letterhead was found: number, date and issuer come from the body, or are missing.',
  INDEX_ACRONYM_CONFLICT: 'The name of an index contradicts the acronym in its brackets; the name was followed.',
  CITATION_ISSUER_CONFLICT: 'The symbol of a document cited is that of another issuer than the text names; both stay as printed.',
  CITATION_DATE_CONFLICT: 'The date of a document cited contradicts its number, another mention, or the date of the document itself.',
  ANACHRONISTIC_BODY: 'The issuing body, or the one above it, did not exist on the day of the document.',
  BROKEN_NUMBERING: 'A heading number was mended or does not follow its neighbours.',
  HANDWRITTEN: 'The place is filled in by hand or by a stamp, and could not be read with certainty.',
  LOW_CONFIDENCE: 'The text was restored or recognised with low confidence.',
  TEXT_LAYER_REJECTED: 'The text layer of the PDF could not be trusted, and the page image was recognised instead.',
} as const

export type WarningCode = keyof typeof WARNING_CODES

export const Warning = z.object({
  code: z.enum(Object.keys(WARNING_CODES) as [WarningCode, ...WarningCode[]]),
  message: z.string(),
  span: Span.nullable(),
})
export type Warning = z.infer<typeof Warning>
