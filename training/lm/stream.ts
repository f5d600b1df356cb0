import { BOUNDARY, FIRST_WORD, NUMBER, tokeniseClean, UNKNOWN } from '../../src/restore/tokenise.ts'
import { corpusLines, SOURCES, type Source } from '../corpus.ts'

/** How often each corpus is counted: the plans are the style that matters. */
export const WEIGHT: Record<Source, number> = { 'legal-code': 1, laws: 2, decisions: 2, titles: 2, plans: 6 }

/** An entry of the lexicon was written once, but stands for a phrase that is used often. */
export const LEXICON_WEIGHT = 2

/** Short texts beside the corpora, one a line, and syllables that the model must know even where no text has them. */
export interface Extra {
  lexicon: readonly string[]
  places: readonly string[]
  syllables: readonly string[]
}

export interface Corpus {
  /** Words by id; ids below FIRST_WORD are classes. Ordered by falling count. */
  words: string[]
  counts: number[]
  /** All training text as ids, each line opened by BOUNDARY, weights applied by repetition. */
  stream: Uint16Array
}

/** Reads the training part of every corpus, keeps the words seen at least `minCount` times, and encodes the text. */
export function readCorpus(
  root: string,
  minCount: number,
  keep: (word: string, count: number) => boolean,
  extra: Extra,
  weight = WEIGHT,
): Corpus {
  const tally = new Map<string, number>()
  for (const word of extra.syllables) tally.set(word, 0)
  const listed = new Set(extra.syllables)
  for (const [lines, times] of [
    [extra.lexicon, LEXICON_WEIGHT],
    [extra.places, 1],
  ] as const) {
    for (const line of lines) {
      tokeniseClean(line, (word) => {
        if (typeof word !== 'string') return
        tally.set(word, (tally.get(word) ?? 0) + times)
        listed.add(word)
      })
    }
  }
  for (const source of SOURCES) {
    if (weight[source] === 0) continue
    for (const line of corpusLines(root, source, 'train')) {
      tokeniseClean(line, (word) => {
        if (typeof word === 'string') tally.set(word, (tally.get(word) ?? 0) + weight[source])
      })
    }
  }
  const kept = [...tally]
    .filter(([word, count]) => listed.has(word) || (count >= minCount && keep(word, count)))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const words = ['<s>', '<num>', '<unk>', ...kept.map(([word]) => word)].slice(0, 0x7fff)
  const counts = [0, 0, 0, ...kept.map(([, count]) => count)].slice(0, words.length)
  const ids = new Map(words.map((word, id) => [word, id]))
  let stream = new Uint16Array(1 << 20)
  let length = 0
  const push = (id: number) => {
    if (length === stream.length) {
      const wider = new Uint16Array(stream.length * 2)
      wider.set(stream)
      stream = wider
    }
    stream[length++] = id
  }
  for (const source of SOURCES) {
    const start = length
    if (weight[source] === 0) continue
    for (const line of corpusLines(root, source, 'train')) {
      if (length === 0 || stream[length - 1] !== BOUNDARY) push(BOUNDARY)
      tokeniseClean(line, (word) => {
        if (typeof word === 'number') {
          if (word !== BOUNDARY || stream[length - 1] !== BOUNDARY) push(word)
        } else push(ids.get(word) ?? UNKNOWN)
      })
    }
    const once = stream.slice(start, length)
    for (let copy = 1; copy < weight[source]; copy++) for (const id of once) push(id)
  }
  for (const [lines, times] of [
    [extra.lexicon, LEXICON_WEIGHT],
    [extra.places, 1],
  ] as const) {
    for (const line of lines) {
      for (let copy = 0; copy < times; copy++) {
        if (stream[length - 1] !== BOUNDARY) push(BOUNDARY)
        tokeniseClean(line, (word) => push(typeof word === 'number' ? word : (ids.get(word) ?? UNKNOWN)))
      }
    }
  }
  push(BOUNDARY)
  for (let i = 0; i < length; i++) {
    const id = stream[i] as number
    if (id < FIRST_WORD) counts[id] = (counts[id] as number) + 1
  }
  return { words, counts, stream: stream.slice(0, length) }
}

export { BOUNDARY, NUMBER, UNKNOWN }
