import { fold, stripMarks } from '../vietnamese/letters.ts'

/** A numeral read from print: its value, and how unsure the reading is (0: as printed, above: letters had to be taken for others). */
export interface Numeral {
  value: number
  cost: number
}

const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10 }

const LARGEST_ROMAN = 39
const ROMANS = Array.from({ length: LARGEST_ROMAN + 1 }, (_, number) => {
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return 'X'.repeat(Math.floor(number / 10)) + units[number % 10]
})
const ROMAN_NUMBERS = new Map(ROMANS.map((roman, number) => [roman, number]))

/** `number`, 1 to 39, in Roman numerals: no outline goes further. */
export function toRoman(number: number): string {
  return ROMANS[number] ?? ''
}

/** The value of a well-formed Roman numeral up to 39, else null. */
export function fromRoman(text: string): number | null {
  return ROMAN_NUMBERS.get(text) || null
}

// What recognisers print for the strokes of Roman numerals: upright strokes nearly always, whole letters for pairs of strokes sometimes.
const STROKE = /[1lI|!iÍÌíìïîỈỉL[\]]/u
const ROMAN_LOOKALIKES: Record<string, string> = {
  T: 'I',
  J: 'I',
  f: 'I',
  t: 'I',
  H: 'II',
  U: 'II',
  N: 'II',
  n: 'II',
  u: 'II',
  M: 'III',
  m: 'III',
  W: 'VI',
  w: 'VI',
  Y: 'V',
  y: 'V',
  K: 'X',
}
/** Letters that a pair of strokes becomes again and again, beside other strokes. */
const COMMON_PAIR = /[HNM]/u

/** `token` read as a Roman numeral; `I11`, `1V`, `lI`, `VIH` and `|` count as misread ones. */
export function readRoman(token: string): Numeral | null {
  const exact = fromRoman(token)
  if (exact !== null) return { value: exact, cost: 0 }
  if (token.length > 6) return null
  let digits = ''
  let cost = 0.6
  for (const letter of token) {
    const bare = stripMarks(letter)
    if (STROKE.test(letter)) digits += 'I'
    else if (ROMAN_VALUES[bare] !== undefined) digits += bare
    else if (/[vx]/u.test(letter)) {
      digits += letter.toUpperCase()
      cost += 0.2
    } else {
      const taken = ROMAN_LOOKALIKES[bare]
      if (taken === undefined) return null
      digits += taken
      cost += COMMON_PAIR.test(letter) && token.length > 1 ? 0.3 : 1.6
    }
  }
  const value = fromRoman(digits)
  return value === null ? null : { value, cost }
}

const DIGIT_LOOKALIKES: Record<string, string> = {
  l: '1',
  I: '1',
  '|': '1',
  '!': '1',
  i: '1',
  O: '0',
  o: '0',
  Q: '0',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
  b: '6',
  G: '6',
  g: '9',
  q: '9',
  A: '4',
  T: '7',
}

/** `token` read as an Arabic number below 100; `l` and `S` count as misread digits. */
export function readArabic(token: string): Numeral | null {
  if (token.length > 2) return null
  if (/^\d+$/u.test(token)) return Number(token) > 0 ? { value: Number(token), cost: 0 } : null
  let digits = ''
  let cost = 0.6
  for (const letter of token) {
    if (/\d/u.test(letter)) digits += letter
    else {
      const digit = DIGIT_LOOKALIKES[letter] ?? DIGIT_LOOKALIKES[stripMarks(letter)]
      if (digit === undefined) return null
      digits += digit
      cost += digit === '1' ? 0.2 : 0.8
    }
  }
  return Number(digits) > 0 ? { value: Number(digits), cost } : null
}

const NUMERAL_LETTERS = new Set([...'1lI|!iÍÌíìïîỈỉL[]IVXvx0123456789', ...Object.keys(ROMAN_LOOKALIKES), ...Object.keys(DIGIT_LOOKALIKES)])

/** Whether `token` may be a numeral or a lone letter: most words are known for words by their first letters. */
export function mayBeNumeral(token: string): boolean {
  if (token.length === 1) return true
  for (const letter of token) if (!NUMERAL_LETTERS.has(letter) && !NUMERAL_LETTERS.has(stripMarks(letter))) return false
  return true
}

/** The order of points in a Vietnamese list; `OPTIONAL` ones are often passed over (decree 30/2020/NĐ-CP itself has no f, j, w, z). */
const LETTERS = 'abcdđefghijklmnopqrstuvwxyz'
const OPTIONAL = 'đfjwz'

const LETTER_LOOKALIKES: Record<string, string> = {
  d: 'đ',
  đ: 'd',
  o: 'ac',
  '2': 'a',
  '4': 'a',
  '@': 'a',
  h: 'b',
  '6': 'bg',
  '8': 'b',
  e: 'c',
  '¢': 'c',
  '©': 'c',
  c: 'e',
  ð: 'đ',
  q: 'g',
  '9': 'g',
  ø: 'g',
  b: 'h',
  n: 'h',
  '1': 'i',
  l: 'i',
  '|': 'i',
  '!': 'i',
  R: 'k',
}

/** The readings of `token` as the letter of a point; the value is its place in the Vietnamese order, from 1. */
export function readLetter(token: string): Numeral[] {
  if ([...token].length !== 1) return []
  const plain = token.toLowerCase()
  const bare = plain === 'đ' ? plain : fold(plain)
  const out: Numeral[] = []
  const at = LETTERS.indexOf(bare)
  if (at >= 0) out.push({ value: at + 1, cost: plain === bare ? 0 : 0.6 })
  for (const other of LETTER_LOOKALIKES[bare] ?? '')
    out.push({ value: LETTERS.indexOf(other) + 1, cost: other === 'đ' || other === 'd' ? 0.6 : /\d/u.test(bare) ? 2.4 : 1.4 })
  return out
}

/** The letter at `value` in the Vietnamese order, from 1. */
export function toLetter(value: number): string {
  return LETTERS.charAt(value - 1)
}

/** How many letters a reader misses between `from` and `to`; passing over an optional letter is no miss, and going back is -1. */
export function lettersMissed(from: number, to: number): number {
  if (to <= from) return -1
  let missed = 0
  for (let value = from + 1; value < to; value++) if (!OPTIONAL.includes(toLetter(value))) missed++
  return missed
}

const ORDINALS: Record<string, number> = {
  nhat: 1,
  mot: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
}

/** An ordinal word after `thứ` (`nhất`, `hai`, `tư` …), marks and case apart, as its number. */
export function readOrdinal(word: string): number | null {
  return ORDINALS[fold(word)] ?? null
}
