import type { CandidateCosts } from './candidates.ts'
import type { Dialect } from './dialect.ts'

export type Garbled = Exclude<Dialect, 'clean'>

/** How a dialect is decoded. */
export interface Tuning {
  /** Weight of the language model against the channel. */
  weight: number
  /** What is not learned from pairs. */
  costs: CandidateCosts
  /** How often a reading is right that won by TRUST_KNOTS nats, up to the next knot. */
  trust: readonly number[]
}

/** Nats. */
export const TRUST_KNOTS = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const

/** One set for text that an English recogniser or another engine garbled: only their channels differ. */
const GARBLED_COSTS: CandidateCosts = {
  unknown: 6,
  unknownLetter: 1.6,
  uncapitalised: 4,
  oddity: 3,
  digit: 2.3,
  lostSpace: 5,
  extraSpace: 9,
}

/** Weights and costs were tried on printed pages that are not in the pairs, trust measured by `training/calibrate.ts`; that of `other`, for which there is no truth, is guessed below that of `eng`. */
export const TUNING: Record<Garbled, Tuning> = {
  eng: {
    weight: 1,
    costs: GARBLED_COSTS,
    trust: [0.31, 0.47, 0.56, 0.66, 0.8, 0.9, 0.935, 0.965, 0.99, 0.995, 0.998],
  },
  other: {
    weight: 1,
    costs: GARBLED_COSTS,
    trust: [0.3, 0.4, 0.5, 0.58, 0.68, 0.78, 0.85, 0.9, 0.93, 0.96, 0.98],
  },
  vie: {
    weight: 1,
    costs: { unknown: 3, unknownLetter: 0.6, uncapitalised: 1, oddity: 2, digit: 1.5, lostSpace: 6, extraSpace: 8 },
    trust: [0.42, 0.45, 0.52, 0.59, 0.7, 0.75, 0.82, 0.885, 0.945, 0.973, 0.998],
  },
  stripped: {
    weight: 1,
    costs: { unknown: 4, unknownLetter: 1, uncapitalised: 0, oddity: 2, digit: 0, lostSpace: 12, extraSpace: 12 },
    trust: [0.5, 0.6, 0.75, 0.84, 0.92, 0.94, 0.98, 0.994, 0.995, 0.996, 0.999],
  },
}
