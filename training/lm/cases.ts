import { isCapitals } from '../../src/restore/casing.ts'
import { modelForm } from '../../src/restore/tokenise.ts'

/** How much a paper of the style that is read counts beside a law. */
const PLANS_WEIGHT = 10
/** Sightings that the usual share of capitals counts for. */
const PRIOR = 2

/** Tallies how often each word has a capital where no sentence opens: names have one, nearly always. */
export class CaseTally {
  private readonly capital = new Map<string, number>()
  private readonly all = new Map<string, number>()
  private capitals = 0
  private words = 0

  add(line: string, isPlan: boolean): void {
    const weight = isPlan ? PLANS_WEIGHT : 1
    let inside = false
    for (const chunk of line.normalize('NFC').split(/\s+/u)) {
      const word = /^\p{L}+(?=,?$)/u.exec(chunk)?.[0]
      if (word !== undefined && inside && !isCapitals(word) && word.length > 1) {
        const form = modelForm(word)
        const isCapital = word[0] !== (word[0] as string).toLowerCase()
        this.all.set(form, (this.all.get(form) ?? 0) + weight)
        this.words += weight
        if (isCapital) {
          this.capital.set(form, (this.capital.get(form) ?? 0) + weight)
          this.capitals += weight
        }
      }
      inside = /[\p{L}\p{N}],?$/u.test(chunk) && !(isCapitals(chunk) || /^\p{N}/u.test(chunk))
    }
  }

  /** For each word how likely it has a capital, in 256ths; the first is the share of all words. */
  pack(words: readonly string[]): Uint8Array {
    const usual = this.capitals / this.words
    return Uint8Array.from(words, (word, id) => {
      const share = id === 0 ? usual : ((this.capital.get(word) ?? 0) + PRIOR * usual) / ((this.all.get(word) ?? 0) + PRIOR)
      return Math.round(Math.min(254, Math.max(1, share * 256)))
    })
  }
}
