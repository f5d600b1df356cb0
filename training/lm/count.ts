/** Sorted n-gram counts. An n-gram of order k is the pair (index of its first k-1 words among order k-1, last word). */
export interface Grams {
  order: number
  /** prefix index * base + last word, ascending. */
  keys: Float64Array
  counts: Uint32Array
  /** The counts by group of sources: shares[group][n-gram]. */
  shares: Uint32Array[]
}

/** Text as word ids, and the group of sources that each came from. */
export interface Stream {
  ids: Uint16Array
  groups: Uint8Array
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

/** Counts all n-grams up to `maxOrder` by sorting. N-grams do not reach over a boundary (id 0), which may only open them. */
export function countGrams({ ids: stream, groups }: Stream, maxOrder: number, groupCount: number): Grams[] {
  /** at[i]: index of the n-gram of the current order that ends at i, or -1. */
  let at = Int32Array.from(stream)
  const share = (size: number): Uint32Array[] => {
    const shares = Array.from({ length: groupCount }, () => new Uint32Array(size))
    for (let i = 0; i < stream.length; i++) {
      const [gram, counts] = [at[i] as number, shares[groups[i] as number] as Uint32Array]
      if (gram >= 0) counts[gram] = (counts[gram] as number) + 1
    }
    return shares
  }
  const counts = new Uint32Array(BASE)
  for (const id of stream) counts[id] = (counts[id] as number) + 1
  const levels: Grams[] = [{ order: 1, keys: Float64Array.from({ length: BASE }, (_, i) => i), counts, shares: share(BASE) }]
  for (let order = 2; order <= maxOrder; order++) {
    const keys = new Float64Array(stream.length)
    let n = 0
    for (let i = order - 1; i < stream.length; i++) {
      const prefix = at[i - 1] as number
      if (prefix >= 0 && stream[i] !== 0) keys[n++] = prefix * BASE + (stream[i] as number)
    }
    const grams = tally(keys.subarray(0, n).sort())
    const next = new Int32Array(stream.length).fill(-1)
    for (let i = order - 1; i < stream.length; i++) {
      const prefix = at[i - 1] as number
      if (prefix >= 0 && stream[i] !== 0) next[i] = find(grams.keys, prefix * BASE + (stream[i] as number))
    }
    at = next
    levels.push({ order, ...grams, shares: share(grams.keys.length) })
  }
  return levels
}

function tally(sorted: Float64Array): { keys: Float64Array; counts: Uint32Array } {
  let distinct = 0
  for (let i = 0; i < sorted.length; i++) if (i + 1 === sorted.length || sorted[i + 1] !== sorted[i]) distinct++
  const keys = new Float64Array(distinct)
  const counts = new Uint32Array(distinct)
  let n = 0
  for (let i = 0, run = 1; i < sorted.length; i++, run++) {
    if (i + 1 < sorted.length && sorted[i + 1] === sorted[i]) continue
    keys[n] = sorted[i] as number
    counts[n++] = run
    run = 0
  }
  return { keys, counts }
}
