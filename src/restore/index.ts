import type { Edit } from '../schema/geometry.ts'
import { type Dialect, type DialectStretch, detectDialects } from './dialect.ts'
import type { RestorationModel } from './model.ts'
import { applyChanges, type Change, restoreStretch } from './restore.ts'

export { DIALECTS, type Dialect, type DialectStretch } from './dialect.ts'
export { loadModel, type RestorationModel } from './model.ts'

export interface RestoreOptions {
  /** What made the noise; `auto` (the default) judges each half page by itself. */
  dialect?: Dialect | 'auto'
  /** Stretches whose dialect is known, in order; the rest is judged. */
  known?: readonly DialectStretch[]
  /** Changes less sure than this are not made, 0 to 1. Default 0. */
  minConfidence?: number
}

/** Restored text. `raw` is the text that was read; `text[edit.span]` was written for `raw[edit.rawSpan]`, edits in order, line for line. */
export interface RestoredText {
  text: string
  raw: string
  edits: Edit[]
  /** Mean probability over all words that they are right now. */
  confidence: number
  dialects: DialectStretch[]
}

/**
 * Brings back the marks and letters that recognition lost. Line breaks stay where they are; offsets are UTF-16 code units.
 *
 * @example restore('Ke hoach cai cach hanh chinh', model).text // 'Kế hoạch cải cách hành chính'
 */
export function restore(text: string, model: RestorationModel, options: RestoreOptions = {}): RestoredText {
  const { dialect = 'auto', minConfidence = 0 } = options
  const dialects = dialect === 'auto' ? detectDialects(text, model, options.known ?? []) : [{ start: 0, end: text.length, dialect }]
  const changes: Change[] = []
  let words = 0
  let doubt = 0
  for (const stretch of dialects) {
    if (stretch.dialect === 'clean') continue
    const found = restoreStretch(text.slice(stretch.start, stretch.end), stretch.dialect, model)
    words += found.words
    doubt += found.doubt
    for (const change of found.changes) {
      if (change.confidence < minConfidence) continue
      changes.push({ ...change, raw: { start: change.raw.start + stretch.start, end: change.raw.end + stretch.start } })
    }
  }
  return { ...applyChanges(text, changes), raw: text, confidence: words === 0 ? 1 : 1 - doubt / words, dialects }
}
