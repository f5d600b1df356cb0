import type { Container } from './container.ts'

/** Quantised logs of one kind. */
export const LOGS = 256
/** A row of this many entries or more has its length in a list of its own; shorter lengths are half a byte. */
export const LONG_ROW = 15
/** Word numbers are below this. */
const WORDS = 1 << 15
/** Pairs of words whose entries are remembered. */
const MEMO_BITS = 15

/** What the words before say of the next one: the last word, and the entries of the last two and three, -1 where nothing goes on from them. */
export interface Context {
  last: number
  pair: number
  triple: number
}

/**
 * A back-off n-gram model as a tree of rows. The words that were seen after a context stand in a row of entries, in their order; an
 * entry is a context itself when longer n-grams go on from it. A context of up to three words is told by three numbers: its last word,
 * the entry of its last two words and that of all three, -1 where nothing longer goes on from them. Whoever scores word after word
 * hands on `pair` and `triple`, so that only the next word is ever searched for.
 */
export class LanguageModel {
  readonly unigram: Float32Array
  /** The context after the word that was reached last: entries, or -1. */
  pair = -1
  triple = -1
  private readonly vocabulary: number
  private readonly backoff: Float32Array
  /** By entry, all orders one after the other: its word, and which of its order's logs it has. */
  private readonly words: Uint16Array
  private readonly logs: Uint8Array
  private readonly logs2: Float32Array
  private readonly logs3: Float32Array
  private readonly logs4: Float32Array
  /** The row of word w is entries starts[w] to starts[w + 1] - 1, that of entry e starts[vocabulary + e] to starts[vocabulary + e + 1] - 1. */
  private readonly starts: Int32Array
  /** By entry that is a context, natural logs. */
  private readonly weights: Float32Array
  /** Pairs of words and their entries, by turns. */
  private readonly memo = new Int32Array(2 << MEMO_BITS).fill(-1)

  constructor(file: Container) {
    this.unigram = file.section('lm.unigram', 'f32')
    this.backoff = file.section('lm.backoff', 'f32')
    this.words = file.section('lm.words', 'u16')
    this.logs = file.section('lm.logs', 'u8')
    const logs = file.section('lm.logs.values', 'f32')
    this.logs2 = logs.subarray(0, LOGS)
    this.logs3 = logs.subarray(LOGS, 2 * LOGS)
    this.logs4 = logs.subarray(2 * LOGS)
    this.vocabulary = this.unigram.length
    const [pairs = 0, triples = 0] = file.section('lm.sizes', 'i32')
    this.starts = new Int32Array(this.vocabulary + pairs + triples + 1)
    this.weights = new Float32Array(pairs + triples)
    this.open(file, pairs)
  }

  /** The natural log of p(word | the words before): the last one, and the entries `pair` and `triple` of the last two and three. */
  score(last: number, pair: number, triple: number, word: number): number {
    // What was not seen after the last word was not seen after more words either.
    const two = this.pairOf(last, word)
    const longer = pair < 0 ? 0 : (this.weights[pair] as number) + (triple < 0 ? 0 : (this.weights[triple] as number))
    if (two < 0) return longer + (this.backoff[last] as number) + (this.unigram[word] as number)
    if (pair < 0) return this.logs2[this.logs[two] as number] as number
    const three = this.find(this.vocabulary + pair, word)
    if (three < 0) return longer + (this.logs2[this.logs[two] as number] as number)
    if (triple < 0) return this.logs3[this.logs[three] as number] as number
    const four = this.find(this.vocabulary + triple, word)
    if (four < 0) return (this.weights[triple] as number) + (this.logs3[this.logs[three] as number] as number)
    return this.logs4[this.logs[four] as number] as number
  }

  /** Goes on from a context to `word`: `pair` and `triple` are then those of the context that ends in it. */
  reach(last: number, pair: number, word: number): void {
    this.triple = -1
    this.pair = this.contextAt(this.pairOf(last, word))
    if (this.pair >= 0 && pair >= 0) this.triple = this.contextAt(this.find(this.vocabulary + pair, word))
  }

  /** The context that `word` makes of one. */
  after({ last, pair }: Context, word: number): Context {
    this.reach(last, pair, word)
    return { last: word, pair: this.pair, triple: this.triple }
  }

  /** `entry`, if anything goes on from it. */
  private contextAt(entry: number): number {
    if (entry < 0) return -1
    const at = this.vocabulary + entry
    return (this.starts[at + 1] as number) > (this.starts[at] as number) ? entry : -1
  }

  /** The entry of two words, or -1. The same two are asked for again and again, whatever stands before them. */
  private pairOf(last: number, word: number): number {
    const both = last * WORDS + word
    const slot = (Math.imul(both, 0x9e3779b1) >>> (32 - MEMO_BITS)) << 1
    const { memo } = this
    if (memo[slot] === both) return memo[slot + 1] as number
    const entry = this.find(last, word)
    memo[slot] = both
    memo[slot + 1] = entry
    return entry
  }

  /** The entry of `word` in a row, or -1. */
  private find(row: number, word: number): number {
    const { words } = this
    let low = this.starts[row] as number
    const end = this.starts[row + 1] as number
    let high = end
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((words[middle] as number) < word) low = middle + 1
      else high = middle
    }
    return low < end && words[low] === word ? low : -1
  }

  /** Lays out rows and back-off weights by entry; the file has the lengths of the rows, and the weights of those that are not empty. */
  private open(file: Container, pairs: number): void {
    const { starts, weights, vocabulary } = this
    const lengths = file.section('lm.lengths', 'u8')
    const long = file.section('lm.lengths.long', 'u16')
    const which = file.section('lm.weights', 'u8')
    const values = file.section('lm.weights.values', 'f32')
    let start = 0
    let longs = 0
    let opened = 0
    for (let row = 0; row + 1 < starts.length; row++) {
      const half = ((lengths[row >>> 1] as number) >>> ((row & 1) << 2)) & 15
      const length = half === LONG_ROW ? (long[longs++] as number) : half
      start += length
      starts[row + 1] = start
      if (length > 0 && row >= vocabulary) {
        const entry = row - vocabulary
        weights[entry] = values[(entry < pairs ? 0 : LOGS) + (which[opened++] as number)] as number
      }
    }
  }
}
