import type { DocumentNumber, When } from '../schema/fields.ts'
import type { Span } from '../schema/geometry.ts'
import type { TextDocument } from './document.ts'
import { toWhen } from './time/index.ts'

/** A number as sure as the hand that wrote it: where that is doubtful it is left open, its symbol stays. */
export function numberByHand(document: TextDocument, number: DocumentNumber): DocumentNumber {
  // The hand stands before the symbol; what it wrote may have been left out of `raw`.
  const line = document.text.lastIndexOf('\n', number.span.start) + 1
  const { confidence, doubtful } = handIn(document, { start: line, end: number.span.end })
  if (doubtful) return { ...number, number: null, year: null, confidence: Math.min(number.confidence, 0.5) }
  return { ...number, confidence: Math.min(number.confidence, confidence) }
}

/** A date as sure as the hand that wrote it: a doubtful day leaves the month, a doubtful month the year. */
export function dateByHand(document: TextDocument, date: When): When {
  const hand = handIn(document, date.span)
  if (!hand.doubtful) return { ...date, confidence: Math.min(date.confidence, hand.confidence) }
  const [year, month] = (date.iso ?? '').split('-').map(Number)
  if (year === undefined || !(year > 0)) return date
  // The day stands before the word for month, which no hand writes.
  const behind = document.folded.slice(date.span.start, date.span.end).search(/th[ae]n[gq]/u)
  const monthly = behind < 0 ? hand.doubtful : handIn(document, { start: date.span.start + behind, end: date.span.end }).doubtful
  const parts = monthly || month === undefined ? { year } : { year, month }
  return toWhen(document.text, date.span.start, date.span.end, parts, Math.min(date.confidence, 0.6))
}

function handIn({ filled }: TextDocument, span: Span): { confidence: number; doubtful: boolean } {
  const inside = filled.filter((each) => each.span.start < span.end && each.span.end > span.start)
  return { confidence: Math.min(1, ...inside.map((each) => each.confidence)), doubtful: inside.some((each) => each.doubtful) }
}
