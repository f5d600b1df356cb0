import type { Candidate } from './candidates.ts'
import type { LanguageModel } from './language.ts'
import type { Choice, Lattice } from './lattice.ts'
import { BOUNDARY } from './tokenise.ts'

/** States kept at a core, and how far in nats behind the best one a state may lie. */
const BEAM = 14
const MARGIN = 7
/** A sentence longer than this is cut, so that work space stays bounded. */
const LONGEST = 400
const STATES = LONGEST * 160
const STEPS = STATES * 2
const BUCKETS = 1024
/** Candidates of one core, alone and with the next one. */
const MOST_CANDIDATES = 128
const NOTHING: readonly Candidate[] = []
const NONE = -1
const NO_OTHERS: Choice['others'] = []
const WORST = Number.NEGATIVE_INFINITY

/** Whether candidates were added to the cores `from` to `to`, in view of what was chosen there. */
export type Widen = (choices: readonly (Choice | null)[], from: number, to: number) => boolean

/**
 * Viterbi with a beam over a lattice, and max-marginals backward. All work space is typed arrays made once; states of a layer form a
 * linked list, states from which the language model goes on alike are one.
 */
export class Decoder {
  private readonly score = new Float64Array(STATES)
  private readonly beta = new Float64Array(STATES)
  private readonly last = new Int32Array(STATES)
  private readonly pair = new Int32Array(STATES)
  private readonly triple = new Int32Array(STATES)
  private readonly sibling = new Int32Array(STATES)
  private readonly bestStep = new Int32Array(STATES)
  private readonly stepFrom = new Int32Array(STEPS)
  private readonly stepTo = new Int32Array(STEPS)
  private readonly stepGain = new Float64Array(STEPS)
  private readonly stepAt = new Int32Array(STEPS)
  /** Index among `alone`, or, from TOGETHER on, among `together`. */
  private readonly stepPick = new Int32Array(STEPS)
  private readonly buckets = new Int32Array(2 * BUCKETS)
  private readonly bucketStamp = new Int32Array(2 * BUCKETS)
  private readonly head = new Int32Array(LONGEST + 3)
  private readonly top = new Float64Array(LONGEST + 3)
  private readonly layer = new Int32Array(4096)
  private readonly word = new Int32Array(MOST_CANDIDATES)
  private readonly second = new Int32Array(MOST_CANDIDATES)
  private readonly cost = new Float64Array(MOST_CANDIDATES)
  private states = 0
  private steps = 0
  private stamp = 0

  constructor(
    private readonly model: LanguageModel,
    private readonly weight: number,
    private readonly extraSpace: number,
  ) {}

  /**
   * The best reading of each core; null for a core that the one before covers. `withOthers` lists the losing readings too. `widen` may
   * add candidates to a sentence that was decoded, which is then decoded again.
   */
  decode(lattice: Lattice, withOthers = false, widen: Widen = () => false): (Choice | null)[] {
    const choices: (Choice | null)[] = new Array(lattice.alone.length).fill(null)
    for (let from = 0; from < lattice.alone.length; ) {
      let to = from + 1
      while (to < lattice.alone.length && !lattice.opens[to] && to - from < LONGEST) to++
      this.sentence(lattice, from, to, choices, withOthers)
      if (widen(choices, from, to)) {
        choices.fill(null, from, to)
        this.sentence(lattice, from, to, choices, withOthers)
      }
      from = to
    }
    return choices
  }

  private sentence(lattice: Lattice, from: number, to: number, choices: (Choice | null)[], withOthers: boolean): void {
    const length = to - from
    this.states = 0
    this.steps = 0
    this.head.fill(NONE, 0, length + 2)
    this.top.fill(WORST, 0, length + 2)
    this.add(0, BOUNDARY, NONE, NONE, 0)
    for (let at = 0; at < length; at++) this.expand(lattice, from, at, length)
    this.readBack(lattice, from, length, choices, withOthers)
  }

  private expand(lattice: Lattice, from: number, at: number, length: number): void {
    const kept = this.thin(at)
    const cases = lattice.cases[from + at] as Float32Array | null
    const alone = this.take(lattice.alone[from + at] as readonly Candidate[], 0, 0, cases)
    const together = at + 1 < length ? (lattice.together[from + at] ?? NOTHING) : NOTHING
    const all = this.take(together, alone, this.extraSpace, cases)
    for (let slot = 0; slot < kept; slot++) {
      const state = this.layer[slot] as number
      for (let i = 0; i < alone; i++) this.step(state, i, at, at + 1, i)
      for (let i = alone; i < all; i++) this.step(state, i, at, at + 2, TOGETHER + i - alone)
    }
  }

  /** Lays candidates out from `start`, for every state of a layer goes through them; gives their end. */
  private take(candidates: readonly Candidate[], start: number, extra: number, cases: Float32Array | null): number {
    const taken = Math.min(candidates.length, MOST_CANDIDATES - start)
    for (let i = 0; i < taken; i++) {
      const { word, second, cost } = candidates[i] as Candidate
      this.word[start + i] = word
      this.second[start + i] = second
      this.cost[start + i] = cost + extra + (cases === null ? 0 : (cases[word] as number))
    }
    return start + taken
  }

  private step(state: number, candidate: number, at: number, to: number, pick: number): void {
    const cost = this.cost[candidate] as number
    // The language model can only take away.
    if ((this.score[state] as number) - cost < (this.top[to] as number) - MARGIN) return
    const word = this.word[candidate] as number
    const second = this.second[candidate] as number
    const last = this.last[state] as number
    const pair = this.pair[state] as number
    let gain = this.weight * this.model.score(last, pair, this.triple[state] as number, word) - cost
    const before = this.score[state] as number
    if (before + gain < (this.top[to] as number) - MARGIN) return
    if (this.steps === STEPS) return
    const { model } = this
    model.reach(last, pair, word)
    if (second >= 0) {
      const { pair: between } = model
      gain += this.weight * model.score(word, between, model.triple, second)
      if (before + gain < (this.top[to] as number) - MARGIN) return
      model.reach(word, between, second)
    }
    const target = this.add(to, second >= 0 ? second : word, model.pair, model.triple, before + gain)
    if (target < 0) return
    const step = this.steps++
    this.stepFrom[step] = state
    this.stepTo[step] = target
    this.stepGain[step] = gain
    this.stepAt[step] = at
    this.stepPick[step] = pick
    if ((this.score[target] as number) === before + gain) this.bestStep[target] = step
  }

  /** The state of layer `to` that goes on from a context, bettered to `score`; -1 when work space is used up. */
  private add(to: number, last: number, pair: number, triple: number, score: number): number {
    if (to === 0) this.stamp += LONGEST + 4
    const stamp = this.stamp + to
    const base = (to & 1) * BUCKETS
    let bucket = Math.imul(last ^ Math.imul(pair ^ Math.imul(triple, 0x85ebca6b), 0xc2b2ae35), 0x9e3779b1) >>> 22
    for (let probe = 0; probe < BUCKETS; probe++) {
      const cell = base + bucket
      if (this.bucketStamp[cell] !== stamp) {
        if (this.states === STATES) return NONE
        const state = this.states++
        this.bucketStamp[cell] = stamp
        this.buckets[cell] = state
        this.last[state] = last
        this.pair[state] = pair
        this.triple[state] = triple
        this.score[state] = score
        this.bestStep[state] = NONE
        this.sibling[state] = this.head[to] as number
        this.head[to] = state
        if (score > (this.top[to] as number)) this.top[to] = score
        return state
      }
      const state = this.buckets[cell] as number
      if (this.last[state] === last && this.pair[state] === pair && this.triple[state] === triple) {
        if (score > (this.score[state] as number)) {
          this.score[state] = score
          if (score > (this.top[to] as number)) this.top[to] = score
        }
        return state
      }
      bucket = (bucket + 1) & (BUCKETS - 1)
    }
    return NONE
  }

  /** Gathers the states of a layer worth going on from into `layer`, best first; gives their number. */
  private thin(at: number): number {
    const floor = (this.top[at] as number) - MARGIN
    let kept = 0
    for (let state = this.head[at] as number; state >= 0; state = this.sibling[state] as number) {
      const score = this.score[state] as number
      if (score < floor) continue
      let place = kept < BEAM ? kept : BEAM
      if (place === BEAM && score <= (this.score[this.layer[BEAM - 1] as number] as number)) continue
      if (place === BEAM) place--
      while (place > 0 && (this.score[this.layer[place - 1] as number] as number) < score) {
        this.layer[place] = this.layer[place - 1] as number
        place--
      }
      this.layer[place] = state
      if (kept < BEAM) kept++
    }
    return kept
  }

  private readBack(lattice: Lattice, from: number, length: number, choices: (Choice | null)[], withOthers: boolean): void {
    const final = this.thin(length) > 0 ? (this.layer[0] as number) : NONE
    if (final < 0) return
    const best = this.score[final] as number
    this.beta.fill(WORST, 0, this.states)
    for (let state = this.head[length] as number; state >= 0; state = this.sibling[state] as number) this.beta[state] = 0
    for (let step = this.steps - 1; step >= 0; step--) {
      const value = (this.stepGain[step] as number) + (this.beta[this.stepTo[step] as number] as number)
      const state = this.stepFrom[step] as number
      if (value > (this.beta[state] as number)) this.beta[state] = value
    }
    const picked = new Int32Array(length).fill(NONE)
    for (let state = final; this.bestStep[state] !== NONE; ) {
      const step = this.bestStep[state] as number
      const at = this.stepAt[step] as number
      const pick = this.stepPick[step] as number
      picked[at] = pick
      const span = pick >= TOGETHER ? 2 : 1
      choices[from + at] = {
        candidate: candidateAt(lattice, from + at, pick),
        span,
        margin: Number.POSITIVE_INFINITY,
        gain: this.stepGain[step] as number,
        others: withOthers ? [] : NO_OTHERS,
      }
      state = this.stepFrom[step] as number
    }
    for (let step = 0; step < this.steps; step++) {
      const at = this.stepAt[step] as number
      const pick = this.stepPick[step] as number
      if (picked[at] === pick) continue
      const choice = choices[from + at]
      if (!choice) continue
      const through =
        (this.score[this.stepFrom[step] as number] as number) +
        (this.stepGain[step] as number) +
        (this.beta[this.stepTo[step] as number] as number)
      const margin = best - through
      if (margin < choice.margin) choice.margin = Math.max(0, margin)
      if (withOthers && (pick >= TOGETHER ? 2 : 1) === choice.span) note(choice, candidateAt(lattice, from + at, pick), Math.max(0, margin))
    }
  }
}

const TOGETHER = 1 << 16

const candidateAt = (lattice: Lattice, at: number, pick: number): Candidate =>
  (pick >= TOGETHER ? lattice.together[at]?.[pick - TOGETHER] : lattice.alone[at]?.[pick]) as Candidate

/** Keeps the losing readings in order, each once, by its best path. */
function note({ others }: Choice, candidate: Candidate, margin: number): void {
  const known = others.findIndex((other) => other.candidate === candidate)
  if (known >= 0) {
    if ((others[known] as { margin: number }).margin <= margin) return
    others.splice(known, 1)
  }
  const place = others.findIndex((other) => other.margin > margin)
  others.splice(place < 0 ? others.length : place, 0, { candidate, margin })
}
