import type { Plan } from '../schema/plan.ts'

/** One file of an export; `name` has no folder. */
export interface ExportFile {
  name: string
  content: string | Uint8Array
}

/** Takes Plans one by one, so that a collection need not fit into memory; formats of one file a document answer at once. */
export interface Exporter {
  /** The files that this Plan completes. */
  add(plan: Plan): ExportFile[]
  /** The files that all Plans make together. */
  finish(): Promise<ExportFile[]> | ExportFile[]
}
