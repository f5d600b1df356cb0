import type { Edit } from '../schema/geometry.ts'
import type { Candidate, CandidateSource } from './candidates.ts'
import { castLike, isCapitals } from './casing.ts'
import { Decoder } from './decode.ts'
import type { Dialect } from './dialect.ts'
import { mendLabels } from './labels.ts'
import type { Lattice } from './lattice.ts'
import type { RestorationModel } from './model.ts'
import { type Core, segment } from './segment.ts'
import { modelForm, UNKNOWN } from './tokenise.ts'
import { TUNING, type Tuning } from './tuning.ts'

export interface Change {
  raw: { start: number; end: number }
  text: string
  confidence: number
}

/** The changes in order; how many words were weighed, and the sum of the doubt about them. */
export interface Restored {
  changes: Change[]
  words: number
  doubt: number
}

/** Restores `text` under one dialect. */
export function restoreStretch(
  text: string,
  dialect: Exclude<Dialect, 'clean'>,
  model: RestorationModel,
  tuning: Tuning = TUNING[dialect],
): Restored {
  const cores = segment(text, dialect === 'eng')
  const source = model.candidates(dialect, tuning.costs)
  const lattice: Lattice = {
    alone: cores.map((core) => source.of(core)),
    together: cores.map((core, i) => join(core, cores[i + 1], source)),
    opens: cores.map(({ opens }) => opens),
  }
  const changes: Change[] = []
  let words = 0
  let doubt = 0
  new Decoder(model.language, tuning.weight, tuning.costs.extraSpace).decode(lattice).forEach((choice, i) => {
    if (choice === null) return
    const confidence = trust(choice.margin)
    words++
    doubt += 1 - confidence
    const first = cores[i] as Core
    const last = cores[i + choice.span - 1] as Core
    const raw = text.slice(first.start, last.end)
    const written = write(choice.candidate, raw, standsInCapitals(cores, i, i + choice.span - 1), model)
    if (written !== null && written !== raw) changes.push({ raw: { start: first.start, end: last.end }, text: written, confidence })
  })
  return { changes: merge(changes, mendLabels(text)), words, doubt }
}

/** `preferred` changes take the place of those they touch. Both in order, and so is the result. */
function merge(changes: readonly Change[], preferred: readonly Change[]): Change[] {
  const merged: Change[] = []
  let next = 0
  for (const change of changes) {
    while (next < preferred.length && (preferred[next] as Change).raw.end <= change.raw.start) merged.push(preferred[next++] as Change)
    if (next < preferred.length && (preferred[next] as Change).raw.start < change.raw.end) continue
    merged.push(change)
  }
  return [...merged, ...preferred.slice(next)]
}

/** The probability that a reading is right, from the margin by which it won. */
const trust = (margin: number): number => 1 / (1 + Math.exp(-0.4 - 0.9 * margin))

const LONGEST_JOINED = 8

/** What a core and the next one may be together, where only a space parts them. */
function join(core: Core, next: Core | undefined, source: CandidateSource): Candidate[] | null {
  if (!next?.follows || core.kind === 'fixed' || next.kind === 'fixed' || core.text.length + next.text.length > LONGEST_JOINED) return null
  return source
    .ofText(core.text + next.text)
    .filter(({ word, second }) => word > UNKNOWN && second < 0)
    .slice(0, 3)
}

/** What the arc puts in the place of `raw`; null where it leaves it. */
function write({ word, second }: Candidate, raw: string, inCapitals: boolean, model: RestorationModel): string | null {
  if (word <= 2) return null
  const first = model.words[word] as string
  if (second >= 0) {
    const other = model.words[second] as string
    return `${castLike(first, raw, inCapitals)} ${castLike(other, raw.slice(first.length), inCapitals)}`
  }
  return modelForm(raw) === first ? null : castLike(first, raw, inCapitals)
}

/** Whether the nearest words with letters enough on both sides are in capitals. */
function standsInCapitals(cores: readonly Core[], from: number, to: number): boolean {
  const before = cores[from - 1]?.text
  const after = cores[to + 1]?.text
  return (before === undefined || isCapitals(before)) && (after === undefined || isCapitals(after)) && (before ?? after) !== undefined
}

/** Applies changes to `text`; gives the new text and the edits. */
export function applyChanges(text: string, changes: readonly Change[]): { text: string; edits: Edit[] } {
  const edits: Edit[] = []
  let out = ''
  let at = 0
  for (const { raw, text: written, confidence } of changes) {
    out += text.slice(at, raw.start)
    edits.push({ span: { start: out.length, end: out.length + written.length }, rawSpan: raw, confidence })
    out += written
    at = raw.end
  }
  return { text: out + text.slice(at), edits }
}
