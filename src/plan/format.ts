import prettyPrint from 'json-stringify-pretty-compact'
import type { Plan } from '../schema/plan.ts'

export type Format = 'json' | 'ndjson' | 'text'

/** The Plan in a format, with its closing line end: indented JSON, JSON on one line, or the restored text alone. */
export function formatPlan(plan: Plan, format: Format): string {
  if (format === 'text') return plan.text.endsWith('\n') ? plan.text : `${plan.text}\n`
  return `${format === 'json' ? prettyPrint(plan, { maxLength: 140 }) : JSON.stringify(plan)}\n`
}
