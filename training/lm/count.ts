/** Sorted n-gram counts. An n-gram of order k is the pair (index of its first k-1 words among order k-1, last word). */
export interface Grams {
  order: number
  /** prefix index * base + last word, ascending. */
  keys: Float64Array
  /** How often each was seen, by group of sources: shares[group][n-gram]. */
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
  const levels: Grams[] = [{ order: 1, keys: Float64Array.from({ length: BASE }, (_, i) => i), shares: share(BASE) }]
  for (let order = 2; order <= maxOrder; order++) {
    const keys = new Float64Array(stream.length)
    let n = 0
    for (let i = order - 1; i < stream.length; i++) {
      const prefix = at[i - 1] as number
      if (prefix >= 0 && stream[i] !== 0) keys[n++] = prefix * BASE + (stream[i] as number)
    }
    const met = distinct(keys.subarray(0, n).sort())
    const next = new Int32Array(stream.length).fill(-1)
    for (let i = order - 1; i < stream.length; i++) {
      const prefix = at[i - 1] as number
      if (prefix >= 0 && stream[i] !== 0) next[i] = find(met, prefix * BASE + (stream[i] as number))
    }
    at = next
    levels.push({ order, keys: met, shares: share(met.length) })
  }
  return levels
}

/** Each of the ascending keys once. */
function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((key, i) => i === 0 || key !== sorted[i - 1])
}
