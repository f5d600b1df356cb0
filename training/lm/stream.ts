import { BOUNDARY, tokeniseClean, UNKNOWN } from '../../src/restore/tokenise.ts'
import { corpusLines, SOURCES } from '../corpus.ts'
import { CaseTally } from './cases.ts'
import type { Stream } from './count.ts'

/** Groups of sources that are alike in style, each with a model of its own in the mixture. */
export const GROUPS = ['law', 'plans', 'lists'] as const
export type Group = (typeof GROUPS)[number]

/** Texts beside the corpora, and syllables that the model must know even where no text has them. */
export interface Extra {
  /** Papers written for this project, in the style that is read. */
  texts: readonly string[]
  /** Short texts, one a line: terms, phrases, names. */
  lexicon: readonly string[]
  places: readonly string[]
  syllables: readonly string[]
}

export interface Corpus extends Stream {
  /** Words by id; ids below FIRST_WORD are classes. Ordered by falling count. */
  words: string[]
  /** How often each word has a capital. */
  cases: CaseTally
}

/** Reads the training part of every corpus, keeps the words seen at least `minCount` times, and encodes the text, each line opened by BOUNDARY. */
export function readCorpus(root: string, minCount: number, keep: (word: string, count: number) => boolean, extra: Extra): Corpus {
  const sources: { group: Group; lines: () => Iterable<string>; weight: number; hasCapitals: boolean }[] = [
    ...SOURCES.map((source) => ({
      group: source === 'plans' ? ('plans' as const) : ('law' as const),
      lines: () => corpusLines(root, source, 'train'),
      weight: source === 'plans' ? PLANS_WEIGHT : 1,
      hasCapitals: source !== 'titles',
    })),
    { group: 'plans', lines: () => extra.texts, weight: PLANS_WEIGHT, hasCapitals: true },
    { group: 'lists', lines: () => extra.lexicon, weight: 1, hasCapitals: false },
    { group: 'lists', lines: () => extra.places, weight: 1, hasCapitals: true },
  ]
  const words = vocabulary(sources, minCount, keep, extra.syllables)
  const numbers = new Map(words.map((word, id) => [word, id]))
  let ids = new Uint16Array(1 << 20)
  let length = 0
  const push = (id: number) => {
    if (id === BOUNDARY && length > 0 && ids[length - 1] === BOUNDARY) return
    if (length === ids.length) {
      const wider = new Uint16Array(ids.length * 2)
      wider.set(ids)
      ids = wider
    }
    ids[length++] = id
  }
  const ends: number[] = []
  const cases = new CaseTally()
  for (const { lines, group, hasCapitals } of sources) {
    for (const line of lines()) {
      if (hasCapitals) cases.add(line, group === 'plans')
      push(BOUNDARY)
      tokeniseClean(line, (word) => push(typeof word === 'number' ? word : (numbers.get(word) ?? UNKNOWN)))
    }
    push(BOUNDARY)
    ends.push(length)
  }
  const groups = new Uint8Array(length)
  sources.forEach(({ group }, i) => {
    groups.fill(GROUPS.indexOf(group), ends[i - 1] ?? 0, ends[i])
  })
  return { words, ids: ids.slice(0, length), groups, cases }
}

/** A word of the plans counts more for being kept, for they are few. */
const PLANS_WEIGHT = 3

function vocabulary(
  sources: readonly { group: Group; lines: () => Iterable<string>; weight: number }[],
  minCount: number,
  keep: (word: string, count: number) => boolean,
  syllables: readonly string[],
): string[] {
  const tally = new Map<string, number>(syllables.map((word) => [word, 0]))
  const listed = new Set(syllables)
  for (const { group, lines, weight } of sources)
    for (const line of lines())
      tokeniseClean(line, (word) => {
        if (typeof word !== 'string') return
        tally.set(word, (tally.get(word) ?? 0) + weight)
        if (group === 'lists') listed.add(word)
      })
  const kept = [...tally]
    .filter(([word, count]) => listed.has(word) || (count >= minCount && keep(word, count)))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return ['<s>', '<num>', '<unk>', ...kept.map(([word]) => word)].slice(0, 0x7fff)
}
