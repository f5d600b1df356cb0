/**
 * Errors of a text against its truth, counted as `../shared/score/score.mjs` counts them: syllables with case, punctuation and tokens
 * with digits aside; whole tokens with everything; characters over the aligned tokens. Tone places (`hoà`, `hòa`) are one.
 */
import { canonicalTone } from '../../src/vietnamese/letters.ts'
import { align, type Difference } from './align.ts'
import { CAUSES, type Cause, causesOf } from './causes.ts'

export interface Tally {
  syllables: number
  syllableErrors: number
  marksOnly: number
  tokens: number
  tokenErrors: number
  characters: number
  characterErrors: number
  /** Syllables that were right before and are wrong now. */
  worse: number
  causes: Record<Cause, number>
}

export const emptyTally = (): Tally => ({
  syllables: 0,
  syllableErrors: 0,
  marksOnly: 0,
  tokens: 0,
  tokenErrors: 0,
  characters: 0,
  characterErrors: 0,
  worse: 0,
  causes: Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>,
})

export function add(sum: Tally, part: Tally): void {
  for (const key of [
    'syllables',
    'syllableErrors',
    'marksOnly',
    'tokens',
    'tokenErrors',
    'characters',
    'characterErrors',
    'worse',
  ] as const)
    sum[key] += part[key]
  for (const cause of CAUSES) sum.causes[cause] += part.causes[cause]
}

/** Scores `after`, which came of `raw`, against `truth`; all three line for line, or one line each. */
export function scoreLine(truth: string, raw: string, after: string): Tally {
  const gold = tokensOf(truth)
  const read = tokensOf(after)
  const strict = align(gold, read).differences
  const goldWords = wordsOf(gold)
  const lax = align(goldWords, wordsOf(read))
  const before = align(goldWords, wordsOf(tokensOf(raw)))
  return {
    syllables: goldWords.length,
    syllableErrors: lax.differences.length,
    marksOnly: lax.differences.filter(({ truth, read }) => truth !== '' && read !== '' && bare(truth) === bare(read)).length,
    tokens: gold.length,
    tokenErrors: strict.length,
    characters: gold.reduce((sum, token) => sum + token.length, 0) + gold.length,
    characterErrors: strict.reduce((sum, { truth, read }) => sum + align([...truth], [...read]).differences.length, 0),
    worse: before.right.filter((right, i) => right && !lax.right[i]).length,
    causes: causesOf(gold, read),
  }
}

/** Syllables of `text` that are not the same after restoring; for texts that should pass unchanged. */
export function changed(text: string, after: string): { syllables: number; changes: Difference[] } {
  const [before, now] = [tokensOf(text), tokensOf(after)]
  return { syllables: wordsOf(before).length, changes: text === after ? [] : align(before, now).differences }
}

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/\p{L}+/gu, canonicalTone)
    .split(/\s+/u)
    .filter((token) => token !== '')

const wordsOf = (tokens: readonly string[]): string[] =>
  tokens
    .map((token) => token.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '').toLowerCase())
    .filter((token) => token !== '' && !/\p{N}/u.test(token))

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd')
