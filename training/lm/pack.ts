import type { SectionData, SectionType } from '../../src/restore/container.ts'
import { LOGS, LONG_ROW } from '../../src/restore/language.ts'
import { BASE } from './count.ts'
import type { Estimate } from './estimate.ts'

type Section = { name: string; type: SectionType; data: SectionData }

/** Splits values into `levels` bins of equal size; gives each value's bin and each bin's mean. */
export function quantise(values: Float32Array, levels: number): { bins: Uint16Array; means: Float32Array } {
  const sorted = Float32Array.from(values).sort()
  const edges = Float32Array.from({ length: levels - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / levels)] as number)
  const bins = new Uint16Array(values.length)
  const sums = new Float64Array(levels)
  const sizes = new Uint32Array(levels)
  for (let i = 0; i < values.length; i++) {
    let low = 0
    let high = levels - 1
    while (low < high) {
      const mid = (low + high) >>> 1
      if ((values[i] as number) < (edges[mid] as number)) high = mid
      else low = mid + 1
    }
    bins[i] = low
    sums[low] = (sums[low] as number) + (values[i] as number)
    sizes[low] = (sizes[low] as number) + 1
  }
  const means = Float32Array.from(sums, (sum, i) => (sizes[i] ? sum / (sizes[i] as number) : 0))
  return { bins, means }
}

/** The sections of the language model, as `src/restore/language.ts` reads them. What is kept must hold the beginning and the end of every longer n-gram. */
export function packLanguageModel(estimates: Estimate[], vocabulary: number): Section[] {
  const unigrams = estimates[0] as Estimate
  const words: Uint16Array[] = []
  const logs: Uint8Array[] = []
  const logValues: Float32Array[] = []
  const lengths: number[] = []
  const weights: Uint8Array[] = []
  const weightValues: Float32Array[] = []
  const sizes: number[] = []
  let parents = Int32Array.from({ length: vocabulary }, (_, word) => word)
  for (let k = 1; k < estimates.length; k++) {
    const { grams, keep, logProb } = estimates[k] as Estimate
    const kept = Int32Array.from(keep.keys()).filter((i) => keep[i] === 1)
    const rows = lengthsOfRows(
      Float64Array.from(kept, (i) => grams.keys[i] as number),
      parents,
    )
    for (const length of rows) lengths.push(length)
    if (k > 1) {
      const opening = parents.filter((_, i) => (rows[i] as number) > 0)
      const { bins, means } = quantise(pick((estimates[k - 1] as Estimate).backoff, opening), LOGS)
      weights.push(Uint8Array.from(bins))
      weightValues.push(means)
    }
    const { bins, means } = quantise(pick(logProb, kept), LOGS)
    words.push(Uint16Array.from(kept, (i) => (grams.keys[i] as number) % BASE))
    logs.push(Uint8Array.from(bins))
    logValues.push(means)
    sizes.push(kept.length)
    parents = kept
  }
  return [
    { name: 'lm.unigram', type: 'f32', data: unigrams.logProb.slice(0, vocabulary) },
    { name: 'lm.backoff', type: 'f32', data: unigrams.backoff.slice(0, vocabulary) },
    { name: 'lm.sizes', type: 'i32', data: Int32Array.from(sizes) },
    { name: 'lm.words', type: 'u16', data: Uint16Array.from(joined(words)) },
    { name: 'lm.logs', type: 'u8', data: Uint8Array.from(joined(logs)) },
    { name: 'lm.logs.values', type: 'f32', data: Float32Array.from(joined(logValues)) },
    { name: 'lm.lengths', type: 'u8', data: halfBytes(lengths) },
    { name: 'lm.lengths.long', type: 'u16', data: Uint16Array.from(lengths.filter((length) => length >= LONG_ROW)) },
    { name: 'lm.weights', type: 'u8', data: Uint8Array.from(joined(weights)) },
    { name: 'lm.weights.values', type: 'f32', data: Float32Array.from(joined(weightValues)) },
  ]
}

const joined = (parts: readonly ArrayLike<number>[]): number[] => parts.flatMap((part) => Array.from(part))

const pick = (values: Float32Array, from: Int32Array): Float32Array => Float32Array.from(from, (i) => values[i] as number)

/** How many of the ascending keys begin with each of the ascending parents. */
function lengthsOfRows(keys: Float64Array, parents: Int32Array): Int32Array {
  let at = 0
  const lengths = parents.map((parent) => {
    const start = at
    while (at < keys.length && Math.floor((keys[at] as number) / BASE) === parent) at++
    return at - start
  })
  if (at !== keys.length) throw new Error('an n-gram is kept whose beginning is not')
  return lengths
}

function halfBytes(lengths: readonly number[]): Uint8Array {
  const bytes = new Uint8Array((lengths.length + 1) >>> 1)
  lengths.forEach((length, i) => {
    bytes[i >>> 1] = (bytes[i >>> 1] as number) | (Math.min(length, LONG_ROW) << ((i & 1) << 2))
  })
  return bytes
}
