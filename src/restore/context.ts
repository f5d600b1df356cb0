import type { Associates } from './associates.ts'
import type { Candidate, CandidateSource } from './candidates.ts'
import { standsInCapitals } from './casing.ts'
import type { Context, LanguageModel } from './language.ts'
import type { Choice } from './lattice.ts'
import { Likeness } from './likeness.ts'
import type { Core } from './segment.ts'
import { BOUNDARY, UNKNOWN } from './tokenise.ts'
import type { Trie } from './trie.ts'

/** What the channel explains for less than this was found already: a proposed word must fit better by as much more than the chosen one. */
const DEAR = 5
const GAIN = 2
/** Other readings of each neighbour that are tried with it, and how far behind in nats they may lie. */
const NEAR = 2
const NEAR_MARGIN = 2
/** Words weighed against the token, and words proposed, at most. */
const MOST_WEIGHED = 40
const MOST = 6
/** What the last word of a sentence is taken to gain, nats. */
const USUAL_GAIN = -4
/** Numbers longer than this are no misread words. */
const LONGEST_NUMBER = 2

/** A sentence as decoded: what its cores may be, and what was chosen. */
export interface Decoded {
  cores: readonly Core[]
  /** Words proposed are put in here. */
  alone: (readonly Candidate[])[]
  choices: readonly (Choice | null)[]
  from: number
  to: number
}

/**
 * Proposes words from the context, for tokens that no likely reading explains: what usually follows the word before and stands before
 * the word after (`theo ddi thi hành`: `dõi`), weighed by how such a word might have been read so.
 */
export class ContextSource {
  private readonly likeness = new Likeness()
  private readonly letters: Uint8Array[] = []

  constructor(
    private readonly language: LanguageModel,
    private readonly associates: Associates,
    private readonly words: readonly string[],
    private readonly trie: Trie,
  ) {}

  /** Adds candidates where a core and the next one together cost more than `poor` nats; whether any were added. */
  widen(decoded: Decoded, source: CandidateSource, poor: number): boolean {
    const { cores, alone, choices, from, to } = decoded
    let widened = false
    for (let at = from; at < to; at++) {
      const choice = choices[at]
      if (!choice || choice.span > 1 || choice.candidate.second >= 0) continue
      if (-choice.gain - ((at + 1 < to ? choices[at + 1]?.gain : undefined) ?? USUAL_GAIN) < poor) continue
      if (!mayBeMisread(cores, at)) continue
      const proposed = this.propose(decoded, at, choice.candidate, source)
      if (proposed.length === 0) continue
      alone[at] = [...(alone[at] as readonly Candidate[]), ...proposed]
      widened = true
    }
    return widened
  }

  private propose(decoded: Decoded, at: number, chosen: Candidate, source: CandidateSource): Candidate[] {
    const fits = this.fitsAt(decoded, at, source)
    const now = fits.of(chosen.word, Number.NEGATIVE_INFINITY)
    const least = now + Math.max(GAIN, DEAR - chosen.cost)
    const pool = new Set<number>()
    for (const word of fits.before) for (const next of this.associates.following(word)) pool.add(next)
    for (const { word } of fits.after) if (word > UNKNOWN) for (const previous of this.associates.preceding(word)) pool.add(previous)
    pool.delete(chosen.word)
    const known = new Map((decoded.alone[at] as readonly Candidate[]).map(({ word, second, cost }) => [second < 0 ? word : -1, cost]))
    if (!source.liken((decoded.cores[at] as Core).text, this.likeness)) return []
    const enough = now - chosen.cost
    const found: { word: number; fit: number }[] = []
    for (const word of pool) {
      const limit = Math.max(least, enough + this.likeness.least(this.lettersOf(word)))
      const fit = fits.of(word, limit)
      if (fit > limit) found.push({ word, fit })
    }
    return found
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MOST_WEIGHED)
      .map(({ word, fit }) => ({ word, fit, cost: this.likeness.cost(this.lettersOf(word)) }))
      .filter(({ word, fit, cost }) => fit - cost > enough && cost < (known.get(word) ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => b.fit - b.cost - (a.fit - a.cost))
      .slice(0, MOST)
      .map(({ word, cost }) => ({ word, second: -1, cost }))
  }

  /** The letters of a word as numbers of the tree; only words that are proposed are ever asked for. */
  private lettersOf(word: number): Uint8Array {
    this.letters[word] ??= Uint8Array.from(this.words[word] as string, (letter) => Math.max(0, this.trie.letter(letter)))
    return this.letters[word]
  }

  /**
   * How well a word fits at `at`: the log of its probability there and of the best readings of its neighbours around it; anything not
   * above `least` where it cannot get there.
   */
  private fitsAt(
    decoded: Decoded,
    at: number,
    source: CandidateSource,
  ): { before: number[]; after: readonly Candidate[]; of(word: number, least: number): number } {
    const { choices, from, to } = decoded
    const wordAt = (i: number): number => {
      if (i < from) return BOUNDARY
      const { candidate } = choices[i] ?? {}
      return candidate === undefined ? UNKNOWN : candidate.second >= 0 ? candidate.second : candidate.word
    }
    const { language } = this
    const contextAt = (i: number): Context =>
      [i - 2, i - 1].reduce((context, j) => language.after(context, wordAt(j)), { last: wordAt(i - 3), pair: -1, triple: -1 })
    const before: number[] = []
    const gains: number[] = []
    const contexts: Context[] = []
    const earlier = contextAt(at - 1)
    for (const { word, second, cost } of at > from ? this.near(decoded, at - 1, source) : []) {
      gains.push(language.score(earlier.last, earlier.pair, earlier.triple, word) - cost)
      const next = language.after(earlier, word)
      contexts.push(second >= 0 ? language.after(next, second) : next)
      before.push(second >= 0 ? second : word)
    }
    if (before.length === 0) {
      before.push(wordAt(at - 1))
      gains.push(0)
      contexts.push(contextAt(at))
    }
    const after = at + 1 < to ? this.near(decoded, at + 1, source) : []
    const cheapest = after.reduce((least, { cost }) => Math.min(least, cost), after.length === 0 ? 0 : Number.POSITIVE_INFINITY)
    return {
      before,
      after,
      of: (word, least) => {
        let best = Number.NEGATIVE_INFINITY
        for (let i = 0; i < before.length; i++) {
          // Every word that is added can only take away.
          const limit = Math.max(best, least) + cheapest
          if ((gains[i] as number) <= limit) continue
          const { last, pair, triple } = contexts[i] as Context
          const here = (gains[i] as number) + language.score(last, pair, triple, word)
          if (here <= limit) continue
          if (after.length === 0) best = here
          language.reach(last, pair, word)
          const { pair: nextPair, triple: nextTriple } = language
          for (const next of after) best = Math.max(best, here + language.score(word, nextPair, nextTriple, next.word) - next.cost)
        }
        return best
      },
    }
  }

  /** What was chosen at a core and its next likely readings; none where the core before covers it. */
  private near({ alone, choices }: Decoded, at: number, source: CandidateSource): Candidate[] {
    const choice = choices[at]
    if (!choice) return []
    if (choice.span > 1 || choice.candidate.second >= 0) return [choice.candidate]
    const limit = source.worth(choice.candidate) + NEAR_MARGIN
    const others = (alone[at] as readonly Candidate[])
      .filter((other) => other !== choice.candidate && other.second < 0 && other.word > UNKNOWN && source.worth(other) < limit)
      .sort((a, b) => source.worth(a) - source.worth(b))
    return [choice.candidate, ...others.slice(0, NEAR)]
  }
}

/** Addresses, long numbers and abbreviations among small letters (`SXD`) are what they are, however odd. */
function mayBeMisread(cores: readonly Core[], at: number): boolean {
  const { kind, text } = cores[at] as Core
  if (kind !== 'word') return kind === 'number' && text.length <= LONGEST_NUMBER
  return text.length === 1 || text !== text.toUpperCase() || standsInCapitals(cores, at, at)
}
