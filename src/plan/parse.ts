import type { Plan } from '../schema/plan.ts'
import { type BuildOptions, buildPlan } from './build.ts'
import { readTextDocument } from './document.ts'

export interface ParseOptions extends BuildOptions {
  /** What the Plan's `source.name` says; `text` unless given. */
  name?: string
}

/** A text, as a recogniser gave it or clean, as a Plan; form feeds part its pages. @throws KehoachError */
export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  return buildPlan(readTextDocument(text, options.name ?? 'text'), options)
}
