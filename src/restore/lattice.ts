import type { Candidate } from './candidates.ts'

/**
 * The readings of a stretch of text. At each core stand the words that it may be alone, and, where only a space parts it from the
 * next core, the words that the two may be together.
 */
export interface Lattice {
  alone: readonly (readonly Candidate[])[]
  together: readonly (readonly Candidate[] | null)[]
  /** Whether the words before a core say nothing about it. */
  opens: readonly boolean[]
  /** What each word costs more at a core for the case that was read there; null where the case says nothing. */
  cases: readonly (Float32Array | null)[]
}

/** The best reading at one core. */
export interface Choice {
  candidate: Candidate
  /** How many cores it covers: one or two. */
  span: number
  /** By how many nats the best path beats the best one that reads these cores otherwise; infinite where there is none. */
  margin: number
  /** What the best path gains here, in nats: the log of its probability. */
  gain: number
  /** The losing readings of the same cores, best first, and by how many nats they lost; empty unless asked for. */
  others: { candidate: Candidate; margin: number }[]
}
