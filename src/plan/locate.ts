import type { Box, Span } from '../schema/geometry.ts'
import type { Plan } from '../schema/plan.ts'
import { toRaw } from '../text/edits.ts'

/** Where a stretch of the text stands on one page. */
export interface Place {
  /** The page's number, from 1. */
  page: number
  /** The lines that it touches, as indices into that page's `lines`. */
  lines: number[]
  /** One box a word, in pixels of the page image; empty for text input. */
  boxes: Box[]
}

const overlaps = (a: Span, b: Span): boolean => Math.max(a.start, b.start) < Math.min(a.end, b.end)

/**
 * The pages, lines and word boxes that `span` of `plan.text` covers, in reading order; one entry a page. A word that is covered
 * in part counts whole; a line that has a box but no words gives its own box. A span outside the text gives `[]`.
 *
 * @example
 * const [place] = locate(plan, plan.number.span) // { page: 1, lines: [4], boxes: [{ x: 312, y: 402, width: 88, height: 24 }] }
 */
export function locate(plan: Pick<Plan, 'pages'>, span: Span): Place[] {
  const places: Place[] = []
  for (const page of plan.pages) {
    if (!overlaps(page.span, span)) continue
    const place: Place = { page: page.number, lines: [], boxes: [] }
    page.lines.forEach((line, index) => {
      if (!overlaps(line.span, span)) return
      place.lines.push(index)
      const words = line.words.filter((word) => overlaps(word.span, span))
      if (words.length > 0) place.boxes.push(...words.map((word) => word.box))
      else if (line.words.length === 0 && line.box) place.boxes.push(line.box)
    })
    if (place.lines.length > 0) places.push(place)
  }
  return places
}

/** The stretch of `plan.restoration.raw` that `span` of `plan.text` was made from; whole edits are taken in. */
export function locateRaw(plan: Pick<Plan, 'restoration'>, span: Span): Span {
  return toRaw(plan.restoration.edits, span)
}
