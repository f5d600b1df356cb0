import type { SectionData, SectionType } from '../../src/restore/container.ts'
import { FIRST_WORD } from '../../src/restore/tokenise.ts'
import { BASE } from './count.ts'
import type { Estimate } from './estimate.ts'

/** More than these say little; a pair seen fewer times may be chance. */
const MOST = 20
const FEWEST = 2

/** The sections that `src/restore/associates.ts` reads: for each word its commonest neighbours, by how often the two stand together. */
export function packAssociates(bigrams: Estimate, vocabulary: number): { name: string; type: SectionType; data: SectionData }[] {
  const { keys } = bigrams.grams
  const after: [word: number, count: number][][] = Array.from({ length: vocabulary }, () => [])
  const before: [word: number, count: number][][] = Array.from({ length: vocabulary }, () => [])
  for (let i = 0; i < keys.length; i++) {
    const first = Math.floor((keys[i] as number) / BASE)
    const second = (keys[i] as number) % BASE
    const count = bigrams.sightings[i] as number
    if (count < FEWEST) continue
    if (second >= FIRST_WORD) after[first]?.push([second, count])
    if (first >= FIRST_WORD) before[second]?.push([first, count])
  }
  return [...packLists('after', after), ...packLists('before', before)]
}

function packLists(side: string, lists: readonly [word: number, count: number][][]) {
  const best = lists.map((list) => list.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST))
  return [
    { name: `associates.${side}.lengths`, type: 'u8' as const, data: Uint8Array.from(best, (list) => list.length) },
    { name: `associates.${side}.words`, type: 'u16' as const, data: Uint16Array.from(best.flatMap((list) => list.map(([word]) => word))) },
  ]
}
