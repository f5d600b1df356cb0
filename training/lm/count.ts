/** Sorted n-gram counts. An n-gram of order k is the pair (index of its first k-1 words among order k-1, last word). */
export interface Grams {
  order: number
  /** prefix index * base + last word, ascending. */
  keys: Float64Array
  counts: Uint32Array
}

export const BASE = 32768

/** Position of `key` in ascending `keys`, or -1. */
export function find(keys: Float64Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const mid = (low + high) >>> 1
    const here = keys[mid] as number
    if (here < key) low = mid + 1
    else if (here > key) high = mid - 1
    else return mid
  }
  return -1
}

/**
 * Counts all n-grams up to `maxOrder` by sorting. N-grams do not reach over a boundary (id 0), which may only open them.
 * `cutoff[k]` drops n-grams of order k seen less often.
 */
export function countGrams(stream: Uint16Array, maxOrder: number, cutoff: number[]): Grams[] {
  const unigrams: Grams = { order: 1, keys: Float64Array.from({ length: BASE }, (_, i) => i), counts: new Uint32Array(BASE) }
  for (const id of stream) unigrams.counts[id] = (unigrams.counts[id] as number) + 1
  const levels = [unigrams]
  /** at[i]: index of the n-gram of the current order that ends at i, or -1. */
  let at = Int32Array.from(stream)
  for (let order = 2; order <= maxOrder; order++) {
    const keys = new Float64Array(stream.length)
    let n = 0
    for (let i = order - 1; i < stream.length; i++) {
      const prefix = at[i - 1] as number
      if (prefix >= 0 && stream[i] !== 0) keys[n++] = prefix * BASE + (stream[i] as number)
    }
    const grams = tally(keys.subarray(0, n).sort(), order, cutoff[order] ?? 1)
    const next = new Int32Array(stream.length).fill(-1)
    for (let i = order - 1; i < stream.length; i++) {
      const prefix = at[i - 1] as number
      if (prefix >= 0 && stream[i] !== 0) next[i] = find(grams.keys, prefix * BASE + (stream[i] as number))
    }
    levels.push(grams)
    at = next
  }
  return levels
}

function tally(sorted: Float64Array, order: number, cutoff: number): Grams {
  let distinct = 0
  for (let i = 0, run = 1; i < sorted.length; i++, run++) {
    if (i + 1 === sorted.length || sorted[i + 1] !== sorted[i]) {
      if (run >= cutoff) distinct++
      run = 0
    }
  }
  const keys = new Float64Array(distinct)
  const counts = new Uint32Array(distinct)
  let n = 0
  for (let i = 0, run = 1; i < sorted.length; i++, run++) {
    if (i + 1 === sorted.length || sorted[i + 1] !== sorted[i]) {
      if (run >= cutoff) {
        keys[n] = sorted[i] as number
        counts[n++] = run
      }
      run = 0
    }
  }
  return { order, keys, counts }
}
