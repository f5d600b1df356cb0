import { HAS_CAPITAL, HAS_SMALL, kindAt } from './kind.ts'

/**
 * The one place that knows Vietnamese letters. `\b` and `\w` are wrong for Vietnamese with or without the `u` flag, and NFC
 * does not make `Uỷ` equal `Ủy`; whatever needs letters, word boundaries, tone placement or folding asks here.
 */

/** Class body for a regular expression with the `u` flag: a letter, also with a mark that NFC could not compose. */
export const LETTER = '\\p{L}\\p{M}'
/** Class body: a letter or a digit. */
export const ALNUM = '\\p{L}\\p{M}\\p{N}'
/** Zero-width: no letter or digit stands before. */
export const WORD_START = `(?<![${ALNUM}])`
/** Zero-width: no letter or digit stands after. */
export const WORD_END = `(?![${ALNUM}])`

const TONE_MARKS = '\u0300\u0301\u0303\u0309\u0323'
const TONE = new RegExp(`[${TONE_MARKS}]`, 'u')
const VOWEL = /[aăâeêioôơuưy]/iu

/** The tones in the order ngang, huyền, sắc, ngã, hỏi, nặng; the index is the tone's number. */
export const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'] as const

const bareLetter = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

/** Code unit to code unit, filled as letters are met; a letter that does not become one unit is looked up in `whole`. */
interface Folding {
  one: (letter: string) => string
  units: Uint16Array
  whole: Map<string, string>
}
const NOT_MET = 0
const NOT_ONE = 0xffff
const folding = (one: (letter: string) => string): Folding => ({ one, units: new Uint16Array(0x10000), whole: new Map() })
const BARE = folding(bareLetter)
const FOLDED = folding((letter) => bareLetter(letter).toLowerCase())
const STRETCH = 4096
const buffer = new Uint16Array(STRETCH)

/** Letter for letter where all letters stay one unit each, as in Vietnamese NFC; `aligned` keeps the others as they are. */
function applyFolding(folding: Folding, text: string, aligned: boolean): string {
  const { length } = text
  if (length > STRETCH) {
    let out = ''
    for (let from = 0; from < length; ) {
      // A pair of surrogates is not parted.
      const cut = from + STRETCH
      const to = cut < length && (text.charCodeAt(cut) & 0xfc00) === 0xdc00 ? cut - 1 : cut
      out += applyFolding(folding, text.slice(from, to), aligned)
      from = to
    }
    return out
  }
  const { units } = folding
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    let folded = units[code] as number
    if (folded === NOT_MET && code !== 0) folded = meet(folding, code)
    if (folded === NOT_ONE) {
      if (!aligned) return letterByLetter(folding, text)
      folded = code
    }
    buffer[i] = folded
  }
  return String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[])
}

function meet({ one, units }: Folding, code: number): number {
  const surrogate = (code & 0xf800) === 0xd800
  const folded = surrogate ? '' : one(String.fromCharCode(code))
  units[code] = folded.length === 1 && folded !== '\u0000' ? folded.charCodeAt(0) : NOT_ONE
  return units[code] as number
}

function letterByLetter({ one, whole }: Folding, text: string): string {
  let out = ''
  for (const letter of text) {
    const known = whole.get(letter) ?? one(letter)
    whole.set(letter, known)
    out += known
  }
  return out
}

/** `text` without its marks: `Đường` → `Duong`. Keeps case and, on NFC text of Vietnamese, the length. */
export function stripMarks(text: string): string {
  return applyFolding(BARE, text, false)
}

/** A key for comparison: no marks, lower case. */
export function fold(text: string): string {
  return applyFolding(FOLDED, text, false)
}

/** `fold`, with each letter in its place: one whose folding has another length stays. */
export function foldAligned(text: string): string {
  return applyFolding(FOLDED, text, true)
}

/** The tone of an NFC syllable as its number in `TONES`. */
export function toneOf(syllable: string): number {
  const mark = TONE.exec(syllable.normalize('NFD'))?.[0]
  return mark === undefined ? 0 : TONES.indexOf(mark as (typeof TONES)[number])
}

/** `syllable` without its tone, its other marks kept: `trường` → `trương`. */
export function stripTone(syllable: string): string {
  return syllable.normalize('NFD').replace(TONE, '').normalize('NFC')
}

/**
 * Puts `tone` on `syllable` where the older style wants it (`hòa`, `thủy`, `khỏe`), which modern print of state documents mostly
 * follows; a vowel with a mark of its own always takes the tone, and `gi` and `qu` count as consonants.
 */
export function withTone(syllable: string, tone: number): string {
  const mark = TONES[tone]
  if (!mark) return syllable
  const letters = [...syllable.normalize('NFC')]
  const at = toneLetter(letters)
  if (at < 0) return syllable
  letters[at] = `${letters[at]}${mark}`.normalize('NFC')
  return letters.join('')
}

function toneLetter(letters: string[]): number {
  const vowels: number[] = []
  letters.forEach((letter, i) => {
    if (VOWEL.test(letter.normalize('NFD').charAt(0))) vowels.push(i)
  })
  const lower = letters.map((letter) => letter.toLowerCase())
  if (vowels.length > 1 && vowels[0] === 1 && ((lower[0] === 'q' && lower[1] === 'u') || (lower[0] === 'g' && lower[1] === 'i')))
    vowels.shift()
  if (vowels.length === 0) return -1
  const marked = vowels.filter((i) => /[ăâêôơư]/u.test(lower[i] ?? ''))
  if (marked.length > 0) return marked[marked.length - 1] as number
  if (vowels.length === 1) return vowels[0] as number
  const last = vowels[vowels.length - 1] as number
  const closed = last < letters.length - 1
  return closed || vowels.length > 2 ? (vowels[closed ? vowels.length - 1 : 1] as number) : (vowels[0] as number)
}

const canonicalMemo = new Map<string, string>()

/** The syllable with its tone in one canonical place, so that `hoà` equals `hòa` and `Uỷ` equals `Ủy`. NFC in, NFC out. */
export function canonicalTone(syllable: string): string {
  const known = canonicalMemo.get(syllable)
  if (known !== undefined) return known
  const tone = toneOf(syllable)
  const canonical = tone === 0 ? syllable : withTone(stripTone(syllable), tone)
  if (canonicalMemo.size > 50_000) canonicalMemo.clear()
  canonicalMemo.set(syllable, canonical)
  return canonical
}

const keys = new Map<string, string>()
const LONGEST_KEPT = 100

/** A key that ignores case, tone placement and runs of space: `Uỷ ban  Nhân dân` equals `ủy ban nhân dân`. */
export function compareKey(text: string): string {
  if (text.length > LONGEST_KEPT) return makeKey(text)
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = makeKey(text)
  if (keys.size > 20_000) keys.clear()
  keys.set(text, key)
  return key
}

function makeKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{L}+/gu, canonicalTone)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

export type Case = 'lower' | 'title' | 'upper' | 'mixed'

/** How the letters of `token` are cased; a single capital counts as `title`. */
export function caseOf(token: string): Case {
  let uppers = 0
  let lowers = 0
  let first = ''
  for (let at = 0; at < token.length; at++) {
    const kind = kindAt(token, at)
    if ((kind & (HAS_SMALL | HAS_CAPITAL)) === 0) continue
    const isUpper = (kind & HAS_SMALL) !== 0
    if (first === '') first = isUpper ? 'u' : 'l'
    if (isUpper) uppers++
    else lowers++
  }
  if (uppers === 0) return 'lower'
  if (uppers === 1 && first === 'u') return 'title'
  if (lowers === 0) return 'upper'
  return 'mixed'
}

/** `text` with its first letter made a capital. */
export function capitalise(text: string): string {
  const [head = ''] = text
  return head.toUpperCase() + text.slice(head.length)
}
