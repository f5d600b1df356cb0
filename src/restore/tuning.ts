import type { CandidateCosts } from './candidates.ts'
import type { Dialect } from './dialect.ts'

export type Garbled = Exclude<Dialect, 'clean'>

/** How a dialect is decoded. */
export interface Tuning {
  /** Weight of the language model against the channel. */
  weight: number
  /** Two words in a row that cost more nats than this are taken for misread beyond the channel: the context may propose others. */
  poor: number
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
    poor: 16,
    costs: GARBLED_COSTS,
    trust: [0.37, 0.52, 0.66, 0.73, 0.82, 0.92, 0.955, 0.98, 0.992, 0.995, 0.998],
  },
  other: {
    weight: 1,
    poor: 16,
    costs: GARBLED_COSTS,
    trust: [0.3, 0.4, 0.5, 0.58, 0.68, 0.78, 0.85, 0.9, 0.93, 0.96, 0.98],
  },
  vie: {
    weight: 1,
    poor: 16,
    costs: { unknown: 3, unknownLetter: 0.6, uncapitalised: 1, oddity: 2, digit: 1.5, lostSpace: 6, extraSpace: 8 },
    trust: [0.45, 0.45, 0.56, 0.7, 0.79, 0.855, 0.905, 0.965, 0.977, 0.992, 0.998],
  },
  stripped: {
    weight: 1,
    // Only marks were lost, and every word has its own letters.
    poor: Number.POSITIVE_INFINITY,
    costs: { unknown: 4, unknownLetter: 1, uncapitalised: 0, oddity: 2, digit: 0, lostSpace: 12, extraSpace: 12 },
    trust: [0.47, 0.68, 0.77, 0.86, 0.92, 0.96, 0.986, 0.995, 0.996, 0.998, 0.999],
  },
}
