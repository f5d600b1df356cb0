import { stripMarks } from '../vietnamese/letters.ts'
import type { Spelling } from './spell.ts'
import type { Trie } from './trie.ts'

/** One way to have read some characters: up to two printed letters (numbers of the trie, -1 for none) at a cost in nats. */
interface Reading {
  first: number
  second: number
  cost: number
}

/** All ways to have read the same characters. */
export interface Readings {
  /** For each letter of the trie, what reading it so costs; infinite where it is not done. */
  single: Float32Array
  /** What taking the characters for junk costs. */
  junk: number
  /** Two letters read as these characters, as columns, cheapest first. */
  first: Int16Array
  second: Int16Array
  cost: Float32Array
}

/** One or two printed letters, or none, read as some characters, at a cost in nats. */
export interface CostedUnit {
  printed: string
  read: string
  cost: number
}

/** What a dialect reads for what was printed, apart for capitals and small letters. */
export interface Channel {
  name: string
  small: Map<string, Readings>
  capital: Map<string, Readings>
  /** Whole tokens seen again and again: the words behind each, with the cost of reading them so. */
  memo: Map<string, Spelling[]>
}

/** Costs beyond this never win; they only cost time. */
const DEAREST = 12
/** A letter that the channel has never seen read so, but that differs in its marks alone. */
const MARKS_ONLY = 5.5

/** A letter that the channel has never seen read with these marks. */
const OTHER_MARKS = 6
/** A letter read as a quite different sign, never seen so. */
const STRAY = 10
const STRAYS_FOR_VOWELS = [...'aeiouy0123456789&@$¢¥€£§©®?!|*%bdgqvwtrfj']
const STRAYS_FOR_CONSONANTS = [...'bcdghklmnpqrstvxfjwz0123456789|!*$&¢']

/**
 * A channel's units as its section of the model holds them: lines of `printed TAB read TAB hundredths of a nat`. Letters keep their case,
 * for a capital `Ộ` is read as `Q` and a small one never.
 */
export function parseUnits(text: string): CostedUnit[] {
  const units: CostedUnit[] = []
  for (const line of text.split('\n')) {
    const [printed = '', read = '', hundredths = ''] = line.split('\t')
    if (read !== '') units.push({ printed, read, cost: Number(hundredths) / 100 })
  }
  return units
}

/** Builds a channel from its units and its whole tokens. */
export function createChannel(name: string, units: readonly CostedUnit[], memo: Channel['memo'], trie: Trie): Channel {
  const small = new Map<string, Reading[]>()
  const capital = new Map<string, Reading[]>()
  for (const { printed, read, cost } of units) {
    if (cost > DEAREST) continue
    const lower = printed.toLowerCase()
    const letters = [...lower].map((letter) => trie.letter(letter))
    if (letters.includes(-1)) continue
    const reading = { first: letters[0] ?? -1, second: letters[1] ?? -1, cost }
    if (printed === lower || printed === '') add(small, read, reading)
    if (printed !== lower || printed === '') add(capital, read, reading)
  }
  smooth(small, trie, (letter) => letter)
  smooth(capital, trie, (letter) => letter.toUpperCase())
  return { name, small: inColumns(small, trie.alphabet), capital: inColumns(capital, trie.alphabet), memo }
}

/** Whole tokens as their section of the model holds them: lines of `read TAB printed TAB hundredths of a nat`. */
export function parseMemo(text: string, trie: Trie): Map<string, Spelling[]> {
  const memo = new Map<string, Spelling[]>()
  for (const line of text.split('\n')) {
    const [read = '', printed = '', hundredths = ''] = line.split('\t')
    const word = trie.find(printed)
    if (read === '' || word < 0) continue
    const spelling = { word, cost: Number(hundredths) / 100 }
    const list = memo.get(read)
    if (list) list.push(spelling)
    else memo.set(read, [spelling])
  }
  return memo
}

function inColumns(table: Map<string, Reading[]>, alphabet: number): Map<string, Readings> {
  const columns = new Map<string, Readings>()
  for (const [read, list] of table) {
    const single = new Float32Array(alphabet).fill(Number.POSITIVE_INFINITY)
    let junk = Number.POSITIVE_INFINITY
    for (const { first, second, cost } of list) {
      if (first < 0) junk = Math.min(junk, cost)
      else if (second < 0) single[first] = Math.min(single[first] as number, cost)
    }
    const double = list.filter(({ second }) => second >= 0).sort((a, b) => a.cost - b.cost)
    columns.set(read, {
      single,
      junk,
      first: Int16Array.from(double, ({ first }) => first),
      second: Int16Array.from(double, ({ second }) => second),
      cost: Float32Array.from(double, ({ cost }) => cost),
    })
  }
  return columns
}

const TONED = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VOWELS = [...'aăâeêioôơuưy'].flatMap((letter) => [letter, ...TONED.map((tone) => (letter + tone).normalize('NFC'))])
const CONSONANTS = [...'bcdđghklmnpqrstvxfjwz']

/** Gives every letter some chance to be read as any other sign: first as itself without marks, then within vowels or consonants. */
function smooth(table: Map<string, Reading[]>, trie: Trie, cast: (letter: string) => string): void {
  for (const [letters, strays] of [
    [VOWELS, STRAYS_FOR_VOWELS],
    [CONSONANTS, STRAYS_FOR_CONSONANTS],
  ] as const) {
    for (const letter of letters) {
      const number = trie.letter(letter)
      if (number < 0) continue
      for (const read of new Set([letter, stripMarks(letter)])) fill(table, cast(read), number, MARKS_ONLY)
      for (const read of letters) if (stripMarks(read) === stripMarks(letter)) fill(table, cast(read), number, OTHER_MARKS)
      for (const read of strays) fill(table, cast(read), number, STRAY)
    }
  }
}

function add(table: Map<string, Reading[]>, read: string, reading: Reading): void {
  const list = table.get(read)
  if (list) list.push(reading)
  else table.set(read, [reading])
}

function fill(table: Map<string, Reading[]>, read: string, number: number, cost: number): void {
  const known = table.get(read)?.find(({ first, second }) => first === number && second === -1)
  if (known === undefined) add(table, read, { first: number, second: -1, cost })
  else known.cost = Math.min(known.cost, cost)
}
