import { isCapitals } from './casing.ts'
import type { Container } from './container.ts'
import type { Core } from './segment.ts'

/** What a core's first letter says of its word. */
export type CaseClue = 'none' | 'capital' | 'small'

/** How far a case that was read can be trusted: some capitals have the shape of their small letters. */
const MISREAD = 0.05

/** What it costs a word, in nats, to have been printed with a capital or without one where no sentence opens: names have one, nearly always. */
export class CaseCosts {
  readonly capital: Float32Array
  readonly small: Float32Array

  constructor(file: Container) {
    const shares = file.section('capitals', 'u8')
    const usual = (shares[0] as number) / 256
    const read = (share: number): number => share * (1 - MISREAD) + (1 - share) * MISREAD
    this.capital = Float32Array.from(shares, (share) => Math.log(read(usual) / read(share / 256)))
    this.small = Float32Array.from(shares, (share) => Math.log(read(1 - usual) / read(1 - share / 256)))
  }

  of(clue: CaseClue): Float32Array | null {
    return clue === 'none' ? null : this[clue]
  }
}

/** What the case of each core says: nothing where a sentence or a line may open, among capitals, of a single letter or no letter, in text without capitals. */
export function caseClues(text: string, cores: readonly Core[]): CaseClue[] {
  const capitals = cores.reduce((count, { text: [first = ''] }) => (first !== first.toLowerCase() ? count + 1 : count), 0)
  if (capitals < cores.length * FEWEST_CAPITALS) return cores.map(() => 'none')
  return cores.map((core, i) => {
    const before = cores[i - 1]
    if (before === undefined || core.opens || core.kind !== 'word' || core.text.length === 1) return 'none'
    if (before.kind !== 'word' || !INSIDE.test(text.slice(before.end, core.start))) return 'none'
    if (isCapitals(core.text) || isCapitals(before.text)) return 'none'
    const first = core.text[0] as string
    if (first !== first.toLowerCase()) return STROKES.includes(first) ? 'none' : 'capital'
    return first !== first.toUpperCase() ? 'small' : 'none'
  })
}

/** Text with fewer words in capitals was written without them. */
const FEWEST_CAPITALS = 0.01
/** What may stand between two words of one sentence on one line. */
const INSIDE = /^,? {1,3}$/u
/** Capitals that are read for small letters and numbers. */
const STROKES = 'IJO'
