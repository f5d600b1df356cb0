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
  /** How often it was seen, each group by its scale. */
  sightings: Float32Array
}

/** One group of sources in the mixture. */
export interface Share {
  /** Its weight where nothing is known of a context. */
  weight: number
  /** How much more a sighting of a context in this group says than one elsewhere. */
  scale: number
}

/** How many sightings of a context the plain weights count for. */
const PRIOR_SIGHTINGS = 5

/**
 * A mixture of models, one a group of sources. Each is interpolated modified Kneser-Ney (Chen and Goodman, 1998): the highest order
 * counts tokens, lower orders count the distinct words before, except for n-grams that open a sentence, which have none. After a
 * context, a group counts by its weight and by how often it has seen the context. (Counting a group's text several times instead
 * would spoil the discounts: a word seen once would look as sure as one seen often.)
 */
export function estimate(levels: Grams[], vocabulary: number, shares: readonly Share[], unseenMass: number): Estimate[] {
  const suffixes = suffixesOf(levels)
  const out: Estimate[] = levels.map((grams, k) => ({
    order: k + 1,
    grams,
    suffix: suffixes[k] as Int32Array,
    logProb: new Float32Array(grams.keys.length),
    backoff: new Float32Array(grams.keys.length),
    keep: new Uint8Array(grams.keys.length).fill(1),
    sightings: Float32Array.from(grams.keys, (_, i) =>
      grams.shares.reduce((sum, counts, group) => sum + (shares[group] as Share).scale * (counts[i] as number), 0),
    ),
  }))
  let below: Float32Array[] = []
  levels.forEach((grams, k) => {
    const probabilities = shares.map((_, group) => {
      const counts = adjusted(levels, suffixes, k, group)
      return k === 0
        ? unigrams(counts, vocabulary, unseenMass)
        : discounted(grams, suffixes[k] as Int32Array, counts, below[group] as Float32Array)
    })
    const { logProb } = out[k] as Estimate
    const weigh = mixer(levels, k, shares)
    for (let i = 0; i < grams.keys.length; i++) {
      const context = k === 0 ? 0 : Math.floor((grams.keys[i] as number) / BASE)
      let [sum, total] = [0, 0]
      for (let group = 0; group < shares.length; group++) {
        const weight = weigh(context, group)
        sum += weight * ((probabilities[group] as Float32Array)[i] as number)
        total += weight
      }
      logProb[i] = sum > 0 ? Math.log(sum / total) : -30
    }
    below = probabilities
  })
  return out
}

/** For each n-gram the index of the one without its first word, an order below. */
function suffixesOf(levels: readonly Grams[]): Int32Array[] {
  const suffixes = levels.map((grams) => new Int32Array(grams.keys.length))
  for (let k = 1; k < levels.length; k++) {
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
  return suffixes
}

/** What a group weighs after a context of order k. */
function mixer(levels: readonly Grams[], k: number, shares: readonly Share[]): (context: number, group: number) => number {
  if (k === 0) return (_, group) => (shares[group] as Share).weight
  const { shares: seen } = levels[k - 1] as Grams
  return (context, group) => {
    const { weight, scale } = shares[group] as Share
    return weight * PRIOR_SIGHTINGS + scale * ((seen[group] as Uint32Array)[context] as number)
  }
}

function unigrams(counts: Uint32Array, vocabulary: number, unseenMass: number): Float32Array {
  const probability = new Float32Array(counts.length)
  let total = 0
  for (let i = 1; i < vocabulary; i++) total += counts[i] as number
  for (let i = 1; i < vocabulary; i++)
    probability[i] =
      ((1 - unseenMass) * Math.max(0, (counts[i] as number) - 0.5)) / total + (unseenMass + (0.5 * vocabulary) / total) / vocabulary
  return probability
}

/** One group's probabilities of the n-grams of one order, from those of the order below; n-grams it never saw have what backing off gives. */
function discounted(grams: Grams, suffix: Int32Array, counts: Uint32Array, lower: Float32Array): Float32Array {
  const discount = discounts(counts)
  const { keys } = grams
  const probability = new Float32Array(keys.length)
  for (let from = 0; from < keys.length; ) {
    const context = Math.floor((keys[from] as number) / BASE)
    let [to, seen, freed] = [from, 0, 0]
    for (; to < keys.length && Math.floor((keys[to] as number) / BASE) === context; to++) {
      const count = counts[to] as number
      seen += count
      freed += discount[Math.min(count, 3)] as number
    }
    for (let i = from; i < to; i++) {
      const below = lower[suffix[i] as number] as number
      const count = counts[i] as number
      probability[i] = seen === 0 ? below : (count - (discount[Math.min(count, 3)] as number) + freed * below) / seen
    }
    from = to
  }
  return probability
}

/** The counts that one group's order k is estimated from: of tokens for the highest, of kinds of words before for the others. */
function adjusted(levels: readonly Grams[], suffixes: readonly Int32Array[], k: number, group: number): Uint32Array {
  const own = (levels[k] as Grams).shares[group] as Uint32Array
  if (k === levels.length - 1) return own
  const counts = new Uint32Array(own.length)
  const above = (levels[k + 1] as Grams).shares[group] as Uint32Array
  const suffix = suffixes[k + 1] as Int32Array
  for (let i = 0; i < above.length; i++) {
    const s = suffix[i] as number
    if ((above[i] as number) > 0) counts[s] = (counts[s] as number) + 1
  }
  if (k > 0) for (let i = 0; i < counts.length; i++) if (counts[i] === 0) counts[i] = own[i] as number
  return counts
}

function discounts(counts: Uint32Array): number[] {
  // At least one of each, so that a toy corpus has discounts too.
  const n = [0, 1, 1, 1, 1]
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
  rebalance(estimates)
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
      gain[i] = needed[i] ? Number.POSITIVE_INFINITY : (here.sightings[i] as number) * Math.abs((here.logProb[i] as number) - backedOff)
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
