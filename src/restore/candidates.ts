import { caseOf } from '../vietnamese/letters.ts'
import { isCapitals } from './casing.ts'
import type { Channel } from './channel.ts'
import type { Likeness } from './likeness.ts'
import type { ReadyTokens } from './ready.ts'
import type { Core } from './segment.ts'
import { FORESIGHT, type LetterKind, type Speller } from './spell.ts'
import { modelForm, NUMBER, UNKNOWN } from './tokenise.ts'
import type { Trie } from './trie.ts'

/** Words that a stretch of raw text may stand for: one, or two where a space was lost. `cost` is -log p(read | printed), in nats. */
export interface Candidate {
  word: number
  second: number
  cost: number
}

const MOST = 14
/** A candidate this much worse than the best, the word's own frequency counted in, is dropped. */
const MARGIN = 11
/** Two words whose space was lost are no longer than this; a token of a megabyte must not be cut at every letter. */
const LONGEST_PARTED = 32
/** Digits that may be a misread word (`14` for `là`, `111` for `III`) are at most so many. */
const LONGEST_MISREAD_NUMBER = 3
/** Signs that no number has. */
const ODD_IN_NUMBER = /[^\p{N}.,:/%°²³-]/gu
const UNTOUCHED: readonly Candidate[] = [{ word: UNKNOWN, second: -1, cost: 0 }]
const COUNTED: readonly Candidate[] = [{ word: NUMBER, second: -1, cost: 0 }]
const MEMO_SIZE = 60_000

/** Costs that are not learned from pairs. All in nats. */
export interface CandidateCosts {
  /** A word that the model does not know, read as printed: for the word, and for each of its letters. */
  unknown: number
  unknownLetter: number
  /** More for a word that the model does not know, or an abbreviation, without a capital. */
  uncapitalised: number
  /** A digit or a foreign sign within letters that was really printed. */
  oddity: number
  /** A number read as printed, for each digit. */
  digit: number
  /** A lost space, a space too many. */
  lostSpace: number
  extraSpace: number
}

export class CandidateSource {
  private readonly memo = new Map<string, Candidate[]>()
  private readonly wholes = new Map<string, Candidate[]>()

  constructor(
    private readonly trie: Trie,
    private readonly speller: Speller,
    private readonly unigram: Float32Array,
    private readonly channel: Channel,
    private readonly costs: CandidateCosts,
    /** Words that are no syllables: abbreviations, most of them, and some foreign words. */
    private readonly abbreviations: ReadonlySet<number>,
    private readonly ready: ReadyTokens | null = null,
  ) {}

  /** What one core may stand for. */
  of(core: Core): readonly Candidate[] {
    if (core.kind === 'fixed') return UNTOUCHED
    if (core.kind === 'number' && core.text.length > LONGEST_MISREAD_NUMBER) return COUNTED
    return this.ofText(core.text)
  }

  /** What the best word behind a core costs, its frequency counted in. */
  cheapest(core: Core): number {
    return this.of(core).reduce((least, candidate) => Math.min(least, this.worth(candidate)), Number.POSITIVE_INFINITY)
  }

  ofText(text: string): readonly Candidate[] {
    return this.memo.get(text) ?? this.find(text, true, this.memo)
  }

  /** The one word that a text may stand for, a space taken out of it; looking for two would be the greater part of the work. */
  asOneWord(text: string): readonly Candidate[] {
    return this.memo.get(text) ?? this.wholes.get(text) ?? this.find(text, false, this.wholes)
  }

  private find(text: string, mayPart: boolean, memo: Map<string, Candidate[]>): Candidate[] {
    const found = this.ready?.get(text) ?? this.search(text, mayPart)
    if (memo.size >= MEMO_SIZE) memo.clear()
    memo.set(text, found)
    return found
  }

  /** Makes `likeness` weigh words against `text`. */
  liken(text: string, likeness: Likeness): boolean {
    const plain = withoutLigatures(text)
    return likeness.take(plain, this.channel, letterKinds(plain))
  }

  private search(text: string, mayPart: boolean): Candidate[] {
    const plain = withoutLigatures(text)
    const found: Candidate[] = this.speller
      .spell(plain, this.channel, letterKinds(plain))
      .map(({ word, cost }) => ({ word, second: -1, cost }))
    if (text.length > 1 && text === text.toLowerCase())
      for (const candidate of found) if (this.abbreviations.has(candidate.word)) candidate.cost += this.costs.uncapitalised
    for (const { word, cost } of this.channel.memo.get(text) ?? []) {
      const spelt = found.find((candidate) => candidate.word === word)
      if (spelt === undefined) found.push({ word, second: -1, cost })
      else if (cost < spelt.cost) spelt.cost = cost
    }
    const self = this.asPrinted(text)
    const best = this.best(found)
    if (mayPart && text.length >= 4 && text.length <= LONGEST_PARTED && best > 6.5) this.part(text, found, best)
    const limit = found.reduce((least, candidate) => Math.min(least, this.worth(candidate)), this.worth(self)) + MARGIN
    const kept = found
      .filter((candidate) => this.worth(candidate) <= limit)
      .sort((a, b) => this.worth(a) - this.worth(b))
      .slice(0, MOST)
    if (!kept.some(({ word, second }) => word === self.word && second < 0)) kept.push(self)
    return kept
  }

  /** What a candidate costs, the frequency of its words counted in. */
  worth({ word, second, cost }: Candidate): number {
    return cost - FORESIGHT * ((this.unigram[word] as number) + (second >= 0 ? (this.unigram[second] as number) : 0))
  }

  private best(found: readonly Candidate[]): number {
    let best = Number.POSITIVE_INFINITY
    for (const { cost } of found) if (cost < best) best = cost
    return best
  }

  /** The text taken as it stands. */
  private asPrinted(text: string): Candidate {
    const form = modelForm(text)
    const word = this.trie.find(form)
    if (word >= 0) return { word, second: -1, cost: 30 }
    let digits = 0
    let letters = 0
    for (const character of text) {
      if (/\p{N}/u.test(character)) digits++
      else if (/\p{L}/u.test(character)) letters++
    }
    const { unknown, unknownLetter, oddity, digit } = this.costs
    const odd = text.length - letters
    if (letters === 0 && digits > 0) {
      const marks = text.length - text.replace(ODD_IN_NUMBER, '').length
      return { word: NUMBER, second: -1, cost: digit * digits + oddity * marks }
    }
    // Foreign words and names that the model does not know are mostly printed with a capital; what is not, is mostly garbled.
    const garbled = text === text.toLowerCase() ? this.costs.uncapitalised : 0
    return {
      word: digits > 0 ? NUMBER : UNKNOWN,
      second: -1,
      cost: unknown + garbled + unknownLetter * letters + (letters > 0 ? oddity : 1) * odd,
    }
  }

  /** Two words whose space was lost. */
  private part(text: string, found: Candidate[], best: number): void {
    for (let at = 1; at < text.length; at++) {
      const left = this.search(text.slice(0, at), false).filter(({ word }) => word > UNKNOWN)
      if (left.length === 0 || this.best(left) + this.costs.lostSpace > best + 4) continue
      const right = this.search(text.slice(at), false).filter(({ word }) => word > UNKNOWN)
      for (const a of left.slice(0, 3))
        for (const b of right.slice(0, 3)) {
          const cost = a.cost + b.cost + this.costs.lostSpace
          if (cost < best + 6) found.push({ word: a.word, second: b.word, cost })
        }
    }
  }
}

const withoutLigatures = (text: string): string => (/[\ufb00-\ufb06]/u.test(text) ? text.normalize('NFKC') : text)

/** What letter stood at each character of a token: capitals where most are, else small ones after a first that may be high. */
function letterKinds(text: string): (at: number) => LetterKind {
  if (isCapitals(text)) return (at) => (isSmall(text[at] as string) ? 'either' : 'capital')
  const [first = ''] = text
  const opensHigh = first !== first.toLowerCase() || (!/\p{L}/u.test(first) && caseOf(text) === 'upper')
  return (at) => (at === 0 && opensHigh ? 'capital' : 'small')
}

const isSmall = (letter: string): boolean => letter !== letter.toUpperCase()
