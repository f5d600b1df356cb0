import type { Pair } from '../../src/restore/learn.ts'
import { modelForm } from '../../src/restore/tokenise.ts'

/** Seen so seldom, a pair says no more than the units do. */
const FEWEST = 2
const DISCOUNT = 0.8
/** How far whole words are trusted against units. */
const TRUST = 0.6

/**
 * Whole tokens that came up again and again: lines of `read TAB printed TAB hundredths of a nat`, where the cost is that of reading the
 * printed word so. Catches what units cannot say, as `dm` for `của`.
 */
export function packMemo(pairs: readonly Pair[], vocabulary: ReadonlySet<string>): Uint8Array {
  const totals = new Map<string, number>()
  for (const { printed, count } of pairs) totals.set(printed, (totals.get(printed) ?? 0) + count)
  const best = new Map<string, number>()
  for (const { read, printed, count } of pairs) {
    const form = modelForm(printed)
    if (count < FEWEST || !vocabulary.has(form)) continue
    const cost = -Math.log((TRUST * (count - DISCOUNT)) / ((totals.get(printed) as number) + 4))
    const key = `${read}\t${form}`
    const known = best.get(key)
    if (known === undefined || cost < known) best.set(key, cost)
  }
  const lines = [...best].filter(([, cost]) => cost < 11).map(([key, cost]) => `${key}\t${Math.round(cost * 100)}`)
  return new TextEncoder().encode(lines.sort().join('\n'))
}
