import { stripMarks, stripTone, toneOf } from '../vietnamese/letters.ts'
import type { Unit } from './learn.ts'

/**
 * How much of a letter's own evidence is kept, and what its kin lend: letters of the same base and tone (`ọ ộ ợ`), of the same base and
 * hat (`ư ứ ừ`), of the same base.
 */
const OWN = 0.85
const LENT = [0.06, 0.06, 0.03] as const

/** Lets letters that look alike share their readings (`Ợ` is read as `Q` because `Ộ` is), so that rare ones are not left bare. */
export function shareAmongKin(units: readonly Unit[]): Unit[] {
  const single = units.filter(({ printed }) => printed.length === 1)
  const letters = new Set(single.map(({ printed }) => printed))
  const means = new Map<string, Map<string, number>>()
  const sizes = new Map<string, number>()
  for (const letter of letters) for (const kin of kinsOf(letter)) sizes.set(kin, (sizes.get(kin) ?? 0) + 1)
  for (const { printed, read, probability } of single) {
    // A letter read as itself is no news about its kin.
    if (stripMarks(read) !== stripMarks(printed) || read === stripMarks(printed)) {
      for (const kin of kinsOf(printed)) {
        const mean = means.get(kin) ?? new Map<string, number>()
        means.set(kin, mean)
        mean.set(read, (mean.get(read) ?? 0) + probability / (sizes.get(kin) as number))
      }
    }
  }
  const own = new Map(single.map(({ printed, read, probability }) => [`${printed}\t${read}`, probability]))
  const shared: Unit[] = units.filter(({ printed }) => printed.length !== 1)
  for (const letter of letters) {
    const kins = kinsOf(letter).map((kin) => means.get(kin))
    const reads = new Set([
      ...kins.flatMap((mean) => [...(mean?.keys() ?? [])]),
      ...single.filter(({ printed }) => printed === letter).map(({ read }) => read),
    ])
    for (const read of reads) {
      const lent = kins.reduce((sum, mean, i) => sum + (LENT[i] as number) * (mean?.get(read) ?? 0), 0)
      shared.push({ printed: letter, read, probability: OWN * (own.get(`${letter}\t${read}`) ?? 0) + lent })
    }
  }
  return shared
}

/** The kin groups of a letter: by base and tone, by base and hat, by base alone. Capitals apart. */
function kinsOf(letter: string): string[] {
  const base = stripMarks(letter)
  return [`${base}${toneOf(letter)}`, `${stripTone(letter)} `, base]
}
