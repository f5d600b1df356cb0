import type { SectionData, SectionType } from '../../src/restore/container.ts'
import type { Pair } from '../../src/restore/learn.ts'
import type { RestorationModel } from '../../src/restore/model.ts'
import { COST_STEP } from '../../src/restore/ready.ts'
import { type Garbled, TUNING } from '../../src/restore/tuning.ts'

type Section = { name: string; type: SectionType; data: SectionData }

/** Seen less often, a token is searched for when it comes. */
const FEWEST = 2

/** The sections that hold the candidates of a dialect's most frequent tokens; without a model, the empty sections. */
export function packReady(dialect: Garbled, pairs: readonly Pair[], model: RestorationModel | null): Section[] {
  const tokens: string[] = []
  const counts: number[] = []
  const words: number[] = []
  const costs: number[] = []
  if (model) {
    const seen = new Map<string, number>()
    for (const { read, count } of pairs) seen.set(read, (seen.get(read) ?? 0) + count)
    const source = model.candidates(dialect, TUNING[dialect].costs)
    for (const [token, count] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (count < FEWEST || /^\p{N}+$/u.test(token) || /\s/u.test(token)) continue
      const candidates = source.ofText(token)
      if (candidates.some(({ second }) => second >= 0)) continue
      tokens.push(token)
      counts.push(candidates.length)
      for (const { word, cost } of candidates) {
        words.push(word)
        costs.push(Math.min(255, Math.round(cost / COST_STEP)))
      }
    }
  }
  return [
    { name: `ready.${dialect}.tokens`, type: 'u8', data: new TextEncoder().encode(tokens.join('\n')) },
    { name: `ready.${dialect}.counts`, type: 'u8', data: Uint8Array.from(counts) },
    { name: `ready.${dialect}.words`, type: 'u16', data: Uint16Array.from(words) },
    { name: `ready.${dialect}.costs`, type: 'u8', data: Uint8Array.from(costs) },
  ]
}
