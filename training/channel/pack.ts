import { shareAmongKin } from '../../src/restore/kin.ts'
import { learnChannel, type Pair, unitCost } from '../../src/restore/learn.ts'

/** The channel as the model file holds it: lines of `printed TAB read TAB hundredths of a nat`. */
export function packChannel(pairs: readonly Pair[], log: (line: string) => void): Uint8Array {
  const lines = shareAmongKin(learnChannel(pairs, { log }))
    .map((unit) => ({ ...unit, cost: unitCost(unit) }))
    .filter(({ cost }) => cost < 11.5)
    .sort((a, b) => (a.read < b.read ? -1 : a.read > b.read ? 1 : a.cost - b.cost))
    .map(({ printed, read, cost }) => `${printed}\t${read}\t${Math.round(cost * 100)}`)
  return new TextEncoder().encode(lines.join('\n'))
}

/** The channel that only drops the marks. */
export function packStripping(words: readonly string[]): Uint8Array {
  const letters = new Set(words.join(''))
  const lines: string[] = []
  for (const letter of letters) {
    for (const cased of new Set([letter, letter.toUpperCase()])) {
      const bare = cased.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
      if (cased.length === 1 && /\p{L}/u.test(cased)) lines.push(`${cased}\t${bare}\t0`)
    }
  }
  return new TextEncoder().encode(lines.sort().join('\n'))
}
