import type { SectionData, SectionType } from '../../src/restore/container.ts'
import { laneA, laneB } from '../../src/restore/hash.ts'
import { LANE_A, LANE_B } from '../../src/restore/language.ts'
import { BASE } from './count.ts'
import type { Estimate } from './estimate.ts'
import { buildFuse } from './fuse.ts'

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

/** The words of n-gram `index` of `estimates[k]`, oldest first. */
export function wordsOf(estimates: Estimate[], k: number, index: number, out: number[]): void {
  let at = index
  for (let level = k; level >= 0; level--) {
    const key = (estimates[level] as Estimate).grams.keys[at] as number
    out[level] = level === 0 ? at : key % BASE
    at = Math.floor(key / BASE)
  }
}

/** The sections of the language model. `valueBits[order]` is the width of a quantised log in the tables. */
export function packLanguageModel(estimates: Estimate[], vocabulary: number, valueBits: number): Section[] {
  const unigrams = estimates[0] as Estimate
  const sections: Section[] = [
    { name: 'lm.unigram', type: 'f32', data: unigrams.logProb.slice(0, vocabulary) },
    { name: 'lm.backoff', type: 'f32', data: unigrams.backoff.slice(0, vocabulary) },
  ]
  const words: number[] = []
  for (let k = 1; k < estimates.length; k++) {
    const level = estimates[k] as Estimate
    const above = estimates[k + 1]
    const opens = new Uint8Array(level.keep.length)
    if (above) for (let i = 0; i < above.keep.length; i++) if (above.keep[i]) opens[Math.floor((above.grams.keys[i] as number) / BASE)] = 1
    for (const [name, picked, logs, asContext] of [
      [`lm.gram${k + 1}`, level.keep, level.logProb, false],
      [`lm.context${k + 1}`, opens, level.backoff, true],
    ] as const) {
      if (asContext && !above) continue
      let n = 0
      for (const flag of picked) n += flag
      const a = new Int32Array(n)
      const b = new Int32Array(n)
      const values = new Float32Array(n)
      let at = 0
      for (let i = 0; i < picked.length; i++) {
        if (!picked[i]) continue
        wordsOf(estimates, k, i, words)
        // A context is folded nearest word first; the predicted word of an n-gram comes last.
        const order = asContext ? [...words.slice(0, k + 1)].reverse() : [...words.slice(0, k).reverse(), words[k] as number]
        let laneOfA = LANE_A
        let laneOfB = LANE_B
        for (const word of order) {
          laneOfA = laneA(laneOfA, word)
          laneOfB = laneB(laneOfB, word)
        }
        a[at] = laneOfA
        b[at] = laneOfB
        values[at++] = logs[i] as number
      }
      const { bins, means } = quantise(values, 1 << valueBits)
      // A pair of words that never met must not pass for one that did: many are asked for at every word.
      const checked = k === 1 && !asContext
      const table = buildFuse(a, b, bins, valueBits, checked)
      sections.push({
        name: `${name}.shape`,
        type: 'i32',
        data: Int32Array.of(table.valueBits, table.segmentLength, table.segmentCount, table.seed),
      })
      sections.push({ name: `${name}.cells`, type: 'u16', data: table.cells })
      if (table.more) sections.push({ name: `${name}.more`, type: 'u8', data: table.more })
      sections.push({ name: `${name}.logs`, type: 'f32', data: means })
    }
  }
  return sections
}
