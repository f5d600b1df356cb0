import type { CandidateCosts } from './candidates.ts'
import type { Dialect } from './dialect.ts'

/** How a dialect is decoded: the weight of the language model against the channel, and the costs that are not learned. */
export interface Tuning {
  weight: number
  costs: CandidateCosts
}

export const TUNING: Record<Exclude<Dialect, 'clean'>, Tuning> = {
  eng: { weight: 1, costs: { unknown: 6, unknownLetter: 1.6, uncapitalised: 4, oddity: 3, digit: 2.3, lostSpace: 5, extraSpace: 9 } },
  other: { weight: 1, costs: { unknown: 6, unknownLetter: 1.6, uncapitalised: 4, oddity: 3, digit: 2.3, lostSpace: 5, extraSpace: 9 } },
  vie: { weight: 1, costs: { unknown: 3, unknownLetter: 0.6, uncapitalised: 1, oddity: 2, digit: 1.5, lostSpace: 6, extraSpace: 8 } },
  stripped: { weight: 1, costs: { unknown: 4, unknownLetter: 1, uncapitalised: 0, oddity: 2, digit: 0, lostSpace: 12, extraSpace: 12 } },
}
