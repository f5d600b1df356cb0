import { z } from 'zod'
import { Confidence, Span } from './geometry.ts'

/** A thing found in the document: `raw === text.slice(span.start, span.end)`. */
export const Found = z.object({ raw: z.string(), span: Span, confidence: Confidence })
export type Found = z.infer<typeof Found>
