import type { Edit } from '../schema/geometry.ts'
import type { Candidate, CandidateSource } from './candidates.ts'
import { caseClues } from './case.ts'
import { castLike, standsInCapitals } from './casing.ts'
import { mendLabels, mendQuarters } from './labels.ts'
import type { Lattice } from './lattice.ts'
import type { RestorationModel } from './model.ts'
import { type Core, segment } from './segment.ts'
import { modelForm, UNKNOWN } from './tokenise.ts'
import { type Garbled, TRUST_KNOTS, TUNING, type Tuning } from './tuning.ts'

export interface Change {
  raw: { start: number; end: number }
  text: string
  confidence: number
}

/** One core, or two that were one word, as decoded. Offsets are UTF-16 code units of the stretch. */
export interface WordReading {
  start: number
  end: number
  raw: string
  /** What is written in its place; `raw` itself where it stays. */
  text: string
  /** False for numbers, addresses and words that the model does not know. */
  isWord: boolean
  /** By how many nats the reading won. */
  margin: number
  /** The next best readings and by how many nats they lost, best first; only when asked for. */
  others: { text: string; margin: number }[]
}

/** Reads every word of `text` under one dialect. */
export function readWords(
  text: string,
  dialect: Garbled,
  model: RestorationModel,
  others = 0,
  tuning: Tuning = TUNING[dialect],
  source: CandidateSource = model.candidates(dialect, tuning.costs),
): WordReading[] {
  const cores = segment(text, dialect === 'eng')
  const alone = cores.map((core) => source.of(core))
  const lattice: Lattice = {
    alone,
    together: cores.map((core, i) => join(core, cores[i + 1], source)),
    opens: cores.map(({ opens }) => opens),
    cases: caseClues(text, cores).map((clue) => model.cases.of(clue)),
  }
  const readings: WordReading[] = []
  model
    .decoder(tuning)
    .decode(lattice, others > 0, (choices, from, to) => model.context.widen({ cores, alone, choices, from, to }, source, tuning.poor))
    .forEach((choice, i) => {
      if (choice === null) return
      const first = cores[i] as Core
      const last = cores[i + choice.span - 1] as Core
      const raw = text.slice(first.start, last.end)
      const inCapitals = standsInCapitals(cores, i, i + choice.span - 1)
      const written = (candidate: Candidate) => write(candidate, raw, inCapitals, model) ?? raw
      readings.push({
        start: first.start,
        end: last.end,
        raw,
        text: written(choice.candidate),
        isWord: choice.candidate.word > UNKNOWN,
        margin: choice.margin,
        others: choice.others.slice(0, others).map(({ candidate, margin }) => ({ text: written(candidate), margin })),
      })
    })
  return readings
}

/** The changes that turn `text` into what its words were read as, in order. */
export function changesOf(text: string, readings: readonly WordReading[], tuning: Tuning): Change[] {
  const changes: Change[] = readings
    .filter((reading) => reading.text !== reading.raw)
    .map(({ start, end, text: written, margin }) => ({ raw: { start, end }, text: written, confidence: trust(margin, tuning) }))
  return merge(merge(changes, mendLabels(text)), mendQuarters(text))
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
export function trust(margin: number, { trust: knots }: Tuning): number {
  let at = 0
  while (at + 1 < TRUST_KNOTS.length && margin >= (TRUST_KNOTS[at + 1] as number)) at++
  return knots[at] as number
}

const LONGEST_JOINED = 8
/** Two cores are tried as one word only where one of them alone makes so poor a word, its frequency counted in, or is a single letter. Nats. */
const POOR = 9.5

/** What a core and the next one may be together, where only a space parts them. */
function join(core: Core, next: Core | undefined, source: CandidateSource): Candidate[] | null {
  if (!next?.follows || core.kind === 'fixed' || next.kind === 'fixed' || core.text.length + next.text.length > LONGEST_JOINED) return null
  const whole = core.text.length > 1 && next.text.length > 1
  if (whole && source.cheapest(core) < POOR && source.cheapest(next) < POOR) return null
  return source
    .asOneWord(core.text + next.text)
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
