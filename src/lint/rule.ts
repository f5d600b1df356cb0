import { linesOf } from '../plan/paragraphs.ts'
import { closingOf, type Parts, partsOf } from '../plan/parts.ts'
import type { Span } from '../schema/geometry.ts'
import type { Plan } from '../schema/plan.ts'
import { fold } from '../vietnamese/letters.ts'
import type { Severity } from './finding.ts'
import { type Body, type Component, type Regime, regimeOf } from './regime.ts'

/** A document as the rules see it. */
export interface LintContext {
  plan: Plan
  regime: Regime
  parts: Parts
  /** The printed lines above the kind of document. */
  letterhead: PrintedLine[]
  /** Where Nơi nhận and signer stand; appendices may come before them. */
  closing: Span
  /** Whether the document came with another one, which has number, date and signature: `(Ban hành kèm theo Quyết định số …)`. */
  attached: boolean
}

export interface PrintedLine {
  text: string
  span: Span
}

/** What a rule has to say of a document: the words, and the place unless something is missing. */
export interface Departure {
  message: string
  span: Span | null
  /** Where it is graver or lighter than the rule's own. */
  severity?: Severity
}

export interface Rule {
  id: string
  severity: Severity
  component: Component
  /** Whose documents it holds for; everybody's unless given. */
  holds?: readonly Body[]
  check: (context: LintContext) => Departure[]
}

export function lintContext(plan: Plan): LintContext {
  const parts = partsOf(plan)
  const closing = parts.closing.end > parts.closing.start ? parts.closing : { start: closingOf(plan), end: plan.text.length }
  return { plan, regime: regimeOf(plan), parts, letterhead: linesIn(plan.text, parts.letterhead), closing, attached: isAttached(plan) }
}

/** The printed lines of a stretch of the text. */
export function linesIn(text: string, span: Span): PrintedLine[] {
  return linesOf(text, span).map((line) => ({ text: text.slice(line.start, line.end), span: line }))
}

const ATTACHED = /\((?:ban hanh )?kem theo (?:quyet dinh|cong van|to trinh|thong bao|nghi quyet)/u

function isAttached({ text, number, title, documentType }: Plan): boolean {
  const from = documentType?.span.start ?? 0
  return number === null && ATTACHED.test(fold(text.slice(from, (title?.span.end ?? from) + 300)).replace(/\s+/gu, ' '))
}

/** Nothing to say. */
export const NONE: Departure[] = []

/** One departure at `span`. */
export const one = (message: string, span: Span | null): Departure[] => [{ message, span }]
