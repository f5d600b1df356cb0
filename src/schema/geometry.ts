import { z } from 'zod'

/** A stretch of `text`: UTF-16 code units, `start` inclusive, `end` exclusive. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

/** A rectangle in pixels of the page image, origin at the top left. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof Box>

/** A probability, 0 to 1. */
export const Confidence = z.number().min(0).max(1)

/**
 * One recognised word of a line; text input has none. `handwritten` stands where a hand or a stamp filled the letterhead in: `read`, or
 * `doubtful` where what the text says there is not to be relied on.
 */
export const PageWord = z.object({ span: Span, box: Box, confidence: Confidence, handwritten: z.enum(['read', 'doubtful']).optional() })
export type PageWord = z.infer<typeof PageWord>

export const PageLine = z.object({ span: Span, box: Box.nullable(), confidence: Confidence.nullable(), words: z.array(PageWord) })
export type PageLine = z.infer<typeof PageLine>

/** Where each line of `text` stands on its page. */
export const Page = z.object({
  number: z.int().positive(),
  span: Span,
  width: z.number().nullable(),
  height: z.number().nullable(),
  dpi: z.number().nullable(),
  lines: z.array(PageLine),
})
export type Page = z.infer<typeof Page>

/** `text[span]` was written for `raw[rawSpan]`. */
export const Edit = z.object({ span: Span, rawSpan: Span, confidence: Confidence })
export type Edit = z.infer<typeof Edit>
