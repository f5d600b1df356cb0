import type { Edit, Span } from '../schema/geometry.ts'
import { adaptSources } from './adapt.ts'
import { type Dialect, type DialectStretch, detectDialects } from './dialect.ts'
import type { RestorationModel } from './model.ts'
import { applyChanges, type Change, changesOf, readWords, trust } from './restore.ts'
import { TUNING } from './tuning.ts'

export { DIALECTS, type Dialect, type DialectStretch } from './dialect.ts'
export { loadModel, type RestorationModel } from './model.ts'

export interface RestoreOptions {
  /** What made the noise; `auto` (the default) judges each half page by itself. */
  dialect?: Dialect | 'auto'
  /** Stretches whose dialect is known, in order; the rest is judged. */
  known?: readonly DialectStretch[]
  /** Changes less sure than this are not made, 0 to 1. Default 0. */
  minConfidence?: number
  /** How many other readings to list for each word. Default 0. */
  alternatives?: number
}

/** Restored text. `raw` is the text that was read; `text[edit.span]` was written for `raw[edit.rawSpan]`, edits in order, line for line. */
export interface RestoredText {
  text: string
  raw: string
  edits: Edit[]
  /** Mean probability over all words that they are right now. */
  confidence: number
  dialects: DialectStretch[]
  /** The words that had other readings, when asked for. */
  alternatives: Alternatives[]
}

/** What else the raw text at `rawSpan` may stand for, most likely first; `text` is what was taken. */
export interface Alternatives {
  rawSpan: Span
  text: string
  confidence: number
  options: { text: string; confidence: number }[]
}

/**
 * Brings back the marks and letters that recognition lost. Line breaks stay where they are; offsets are UTF-16 code units.
 *
 * @example restore('Ke hoach cai cach hanh chinh', model).text // 'Kế hoạch cải cách hành chính'
 */
export function restore(text: string, model: RestorationModel, options: RestoreOptions = {}): RestoredText {
  const { dialect = 'auto', minConfidence = 0, alternatives = 0 } = options
  const dialects = dialect === 'auto' ? detectDialects(text, model, options.known ?? []) : [{ start: 0, end: text.length, dialect }]
  const changes: Change[] = []
  const doubtful: Alternatives[] = []
  let words = 0
  let doubt = 0
  const sources = adaptSources(text, dialects, model)
  for (const { start, end, dialect: spoken } of dialects.flatMap((stretch) => inPieces(text, stretch))) {
    if (spoken === 'clean') continue
    const tuning = TUNING[spoken]
    const stretch = text.slice(start, end)
    const readings = readWords(stretch, spoken, model, alternatives, tuning, sources.get(spoken))
    for (const reading of readings) {
      const confidence = trust(reading.margin, tuning)
      words++
      doubt += 1 - confidence
      if (reading.others.length === 0) continue
      const options = reading.others.map((other) => ({ text: other.text, confidence: confidence * Math.exp(-other.margin) }))
      doubtful.push({ rawSpan: { start: reading.start + start, end: reading.end + start }, text: reading.text, confidence, options })
    }
    for (const { raw, text: written, confidence } of changesOf(stretch, readings, tuning)) {
      if (confidence >= minConfidence) changes.push({ raw: { start: raw.start + start, end: raw.end + start }, text: written, confidence })
    }
  }
  return { ...applyChanges(text, changes), raw: text, confidence: words === 0 ? 1 : 1 - doubt / words, dialects, alternatives: doubtful }
}

/** Long enough that what is lost at a border is nothing, short enough that work space stays small. Characters. */
const PIECE = 100_000

/** A stretch cut at line ends, so that memory does not grow with it. */
function inPieces(text: string, { start, end, dialect }: DialectStretch): DialectStretch[] {
  const pieces: DialectStretch[] = []
  for (let at = start; at < end; ) {
    const line = at + PIECE < end ? text.indexOf('\n', at + PIECE) : -1
    const to = line < 0 || line >= end ? end : line + 1
    pieces.push({ start: at, end: to, dialect })
    at = to
  }
  return pieces
}
