import { expect } from 'vitest'
import { Plan, type Section, type Span } from '../src/schema.ts'
import { toRaw } from '../src/text/edits.ts'

interface FoundLike {
  raw: string
  span: Span
}

const isFound = (value: object): value is FoundLike => 'raw' in value && 'span' in value

/** Every value of a Plan that was found in the text, wherever it hangs. */
export function* allFound(value: unknown): Generator<FoundLike> {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value) && isFound(value)) yield value
  for (const inner of Object.values(value)) yield* allFound(inner)
}

/** What holds of every Plan, whatever was read. */
export function checkPlan(plan: Plan): void {
  expect(Plan.safeParse(plan).error).toBeUndefined()
  const { text } = plan
  expect(text).toBe(text.normalize('NFC'))
  for (const { raw, span } of allFound({ ...plan, restoration: null })) {
    expect(span.end).toBeGreaterThan(span.start)
    expect(text.slice(span.start, span.end)).toBe(raw)
  }
  checkSections(plan.sections, { start: 0, end: text.length })
  checkPages(plan)
  checkEdits(plan)
  for (const warning of plan.warnings) if (warning.span) expect(warning.span.end).toBeLessThanOrEqual(text.length)
}

/** Children lie inside their parents, in order. */
function checkSections(sections: readonly Section[], parent: Span): void {
  let at = parent.start
  for (const { span, children } of sections) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.end).toBeLessThanOrEqual(parent.end)
    checkSections(children, span)
    at = span.end
  }
}

function checkPages({ pages, text }: Plan): void {
  let at = 0
  for (const page of pages) {
    expect(page.span.start).toBeGreaterThanOrEqual(at)
    expect(page.span.end).toBeLessThanOrEqual(text.length)
    for (const line of page.lines) {
      expect(line.span.start).toBeGreaterThanOrEqual(at)
      expect(line.span.end).toBeLessThanOrEqual(page.span.end)
      expect(text.slice(line.span.start, line.span.end)).not.toMatch(/[\n\f]/u)
      for (const word of line.words) expect(text.slice(word.span.start, word.span.end)).not.toBe('')
      at = line.span.end
    }
    at = page.span.end
  }
}

/** Edits are in order, apart, and what lies between them is the same on both sides. */
function checkEdits({ text, restoration }: Plan): void {
  const { raw, edits } = restoration
  let [at, rawAt] = [0, 0]
  for (const { span, rawSpan } of edits) {
    expect(raw.slice(rawAt, rawSpan.start)).toBe(text.slice(at, span.start))
    expect(rawSpan.end).toBeGreaterThanOrEqual(rawSpan.start)
    ;[at, rawAt] = [span.end, rawSpan.end]
  }
  expect(raw.slice(rawAt)).toBe(text.slice(at))
  expect(raw.split('\n')).toHaveLength(text.split('\n').length)
  expect(toRaw(edits, { start: 0, end: text.length })).toEqual({ start: 0, end: raw.length })
}
