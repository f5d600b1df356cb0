import { strictKey } from './gold.ts'

/** Pairs found between two lists, and what each side has left over. */
export interface Match {
  pairs: number
  missing: string[]
  extra: string[]
}

/** Equal strings, one for one. */
export function matchStrict(gold: string[], found: string[]): Match {
  const left = new Map<string, string[]>()
  for (const value of found) left.set(strictKey(value), [...(left.get(strictKey(value)) ?? []), value])
  const missing: string[] = []
  for (const value of gold) if (left.get(strictKey(value))?.pop() === undefined) missing.push(value)
  return { pairs: gold.length - missing.length, missing, extra: [...left.values()].flat() }
}

/** Like strings, best pairs first, from `floor` on. */
export function matchSoft(gold: string[], found: string[], floor: number): Match {
  const scores = gold
    .flatMap((a, i) => found.map((b, j) => ({ i, j, score: overlap(a, b) })))
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score)
  const taken = { gold: new Set<number>(), found: new Set<number>() }
  for (const { i, j } of scores) {
    if (taken.gold.has(i) || taken.found.has(j)) continue
    taken.gold.add(i)
    taken.found.add(j)
  }
  return {
    pairs: taken.gold.size,
    missing: gold.filter((_, i) => !taken.gold.has(i)),
    extra: found.filter((_, j) => !taken.found.has(j)),
  }
}

/** The share of words that two strings have in common (F1 of their multisets). */
function overlap(a: string, b: string): number {
  const words = strictKey(a).split(' ').filter(Boolean)
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  const others = strictKey(b).split(' ').filter(Boolean)
  let common = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return words.length + others.length === 0 ? 1 : (2 * common) / (words.length + others.length)
}

/** Counts of one field over any number of documents. */
export interface Tally {
  gold: number
  found: number
  strict: number
  soft: number
}

export const emptyTally = (): Tally => ({ gold: 0, found: 0, strict: 0, soft: 0 })

export function add(to: Tally, from: Tally): void {
  to.gold += from.gold
  to.found += from.found
  to.strict += from.strict
  to.soft += from.soft
}

export const f1 = (pairs: number, gold: number, found: number): number => (gold + found === 0 ? 1 : (2 * pairs) / (gold + found))
