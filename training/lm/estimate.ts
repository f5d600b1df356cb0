import { BASE, find, type Grams } from './count.ts'

export interface Estimate {
  order: number
  grams: Grams
  /** Index of the n-gram without its first word, among order - 1. */
  suffix: Int32Array
  /** Natural log of p(last word | the words before). */
  logProb: Float32Array
  /** Natural log of the back-off weight of this n-gram as a context; 0 where it opens none. */
  backoff: Float32Array
  keep: Uint8Array
}

/**
 * Interpolated modified Kneser-Ney (Chen and Goodman, 1998): the highest order counts tokens, lower orders count the distinct
 * words before, except for n-grams that open a sentence, which have none.
 */
export function estimate(levels: Grams[], vocabulary: number, unseenMass: number): Estimate[] {
  const top = levels.length
  const suffixes = levels.map((grams) => new Int32Array(grams.keys.length))
  for (let k = 1; k < top; k++) {
    const { keys } = levels[k] as Grams
    const below = levels[k - 1] as Grams
    const belowSuffix = suffixes[k - 1] as Int32Array
    const suffix = suffixes[k] as Int32Array
    for (let i = 0; i < keys.length; i++) {
      const prefix = Math.floor((keys[i] as number) / BASE)
      const word = (keys[i] as number) % BASE
      suffix[i] = k === 1 ? word : find(below.keys, (belowSuffix[prefix] as number) * BASE + word)
    }
  }
  const adjusted = levels.map((grams, k) =>
    k === top - 1 ? grams.counts : continuation(grams, levels[k + 1] as Grams, suffixes[k + 1] as Int32Array, k),
  )
  const out: Estimate[] = []
  for (let k = 0; k < top; k++) {
    const grams = levels[k] as Grams
    const counts = adjusted[k] as Uint32Array
    const size = grams.keys.length
    const prob = new Float64Array(size)
    const estimateHere: Estimate = {
      order: k + 1,
      grams,
      suffix: suffixes[k] as Int32Array,
      logProb: new Float32Array(size),
      backoff: new Float32Array(size),
      keep: new Uint8Array(size).fill(1),
    }
    if (k === 0) {
      let total = 0
      for (let i = 1; i < vocabulary; i++) total += counts[i] as number
      for (let i = 1; i < vocabulary; i++)
        prob[i] =
          ((1 - unseenMass) * Math.max(0, (counts[i] as number) - 0.5)) / total + (unseenMass + (0.5 * vocabulary) / total) / vocabulary
      for (let i = 0; i < size; i++) estimateHere.logProb[i] = prob[i] ? Math.log(prob[i] as number) : -30
      out.push(estimateHere)
      continue
    }
    const below = out[k - 1] as Estimate
    const discount = discounts(counts)
    const contexts = below.grams.keys.length
    const mass = new Float64Array(contexts)
    const freed = new Float64Array(contexts)
    for (let i = 0; i < size; i++) {
      const prefix = Math.floor((grams.keys[i] as number) / BASE)
      const c = counts[i] as number
      mass[prefix] = (mass[prefix] as number) + c
      freed[prefix] = (freed[prefix] as number) + (discount[Math.min(c, 3)] as number)
    }
    for (let i = 0; i < size; i++) {
      const prefix = Math.floor((grams.keys[i] as number) / BASE)
      const c = counts[i] as number
      const lower = Math.exp(below.logProb[estimateHere.suffix[i] as number] as number)
      const p = (c - (discount[Math.min(c, 3)] as number) + (freed[prefix] as number) * lower) / (mass[prefix] as number)
      estimateHere.logProb[i] = Math.log(p)
    }
    for (let h = 0; h < contexts; h++) if (mass[h]) below.backoff[h] = Math.log((freed[h] as number) / (mass[h] as number))
    out.push(estimateHere)
  }
  return out
}

function continuation(grams: Grams, above: Grams, aboveSuffix: Int32Array, k: number): Uint32Array {
  const counts = new Uint32Array(grams.keys.length)
  for (let i = 0; i < above.keys.length; i++) {
    const s = aboveSuffix[i] as number
    counts[s] = (counts[s] as number) + 1
  }
  for (let i = 0; i < counts.length; i++) if (counts[i] === 0) counts[i] = k === 0 ? 0 : (grams.counts[i] as number)
  return counts
}

function discounts(counts: Uint32Array): number[] {
  const n = [0, 0, 0, 0, 0]
  for (const c of counts) if (c >= 1 && c <= 4) n[c] = (n[c] as number) + 1
  const [, n1 = 1, n2 = 1, n3 = 1, n4 = 1] = n
  const y = n1 / (n1 + 2 * n2)
  const clamp = (d: number, low: number, high: number) => Math.min(high, Math.max(low, d))
  return [0, clamp(1 - (2 * y * n2) / n1, 0.3, 0.95), clamp(2 - (3 * y * n3) / n2, 0.5, 1.7), clamp(3 - (4 * y * n4) / n3, 0.8, 2.4)]
}

/**
 * Drops the n-grams of `order` whose loss costs least: count times the gain of the n-gram over backing off (Seymore and
 * Rosenfeld, 1996). An n-gram stays when a longer one that is kept begins or ends with it.
 */
export function prune(estimates: Estimate[], budget: number[]): void {
  for (let k = estimates.length - 1; k >= 1; k--) {
    const here = estimates[k] as Estimate
    const above = estimates[k + 1]
    const below = estimates[k - 1] as Estimate
    const size = here.grams.keys.length
    const needed = new Uint8Array(size)
    if (above) {
      for (let i = 0; i < above.grams.keys.length; i++) {
        if (!above.keep[i]) continue
        needed[Math.floor((above.grams.keys[i] as number) / BASE)] = 1
        needed[above.suffix[i] as number] = 1
      }
    }
    const room = budget[k + 1] ?? size
    if (room >= size) continue
    const gain = new Float32Array(size)
    for (let i = 0; i < size; i++) {
      const prefix = Math.floor((here.grams.keys[i] as number) / BASE)
      const backedOff = (below.backoff[prefix] as number) + (below.logProb[here.suffix[i] as number] as number)
      gain[i] = needed[i] ? Number.POSITIVE_INFINITY : (here.grams.counts[i] as number) * Math.abs((here.logProb[i] as number) - backedOff)
    }
    const threshold = Float32Array.from(gain).sort()[size - room] as number
    for (let i = 0; i < size; i++) here.keep[i] = (gain[i] as number) >= threshold ? 1 : 0
  }
  rebalance(estimates)
}

/** Recomputes the back-off weights over what is kept, so that each context's distribution sums to one again. */
function rebalance(estimates: Estimate[]): void {
  for (let k = 1; k < estimates.length; k++) {
    const here = estimates[k] as Estimate
    const below = estimates[k - 1] as Estimate
    const contexts = below.grams.keys.length
    const kept = new Float64Array(contexts)
    const lower = new Float64Array(contexts)
    for (let i = 0; i < here.grams.keys.length; i++) {
      if (!here.keep[i]) continue
      const prefix = Math.floor((here.grams.keys[i] as number) / BASE)
      kept[prefix] = (kept[prefix] as number) + Math.exp(here.logProb[i] as number)
      lower[prefix] = (lower[prefix] as number) + Math.exp(below.logProb[here.suffix[i] as number] as number)
    }
    for (let h = 0; h < contexts; h++) {
      below.backoff[h] = kept[h] ? Math.log(Math.max(1e-4, 1 - (kept[h] as number)) / Math.max(1e-4, 1 - (lower[h] as number))) : 0
    }
  }
}
