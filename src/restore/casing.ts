import { capitalise } from '../vietnamese/letters.ts'

const ROMAN = /^(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})$/u

/**
 * `word` (lower case) in the capitals of `raw`, the token that it replaces. `inCapitals` says that the words around are all in
 * capitals, which decides where the raw token has too few letters to say.
 */
export function castLike(word: string, raw: string, inCapitals: boolean): string {
  const { upper, lower } = countCases(raw)
  if (upper > 1 && upper > lower * 1.5) return word.toUpperCase()
  if (upper <= 1 && lower === 0 && (inCapitals || (ROMAN.test(word) && word.length > 1))) return word.toUpperCase()
  const [first = ''] = raw
  if (first === 'I' && word.startsWith('l') && lower > 0) return word
  const opensHigh = first !== first.toLowerCase() || (upper === 1 && lower > 0 && !/\p{L}/u.test(first))
  return opensHigh ? capitalise(word) : word
}

/** Whether most letters of `text` are capitals, and more than one. */
export function isCapitals(text: string): boolean {
  const { upper, lower } = countCases(text)
  return upper > 1 && upper > lower * 1.5
}

const UPPER = 1
const LOWER = 2
const NEITHER = 3
/** What each character is, once asked for. */
const cases = new Uint8Array(0x10000)

function caseAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const known = cases[code] as number
  if (known !== 0) return known
  const letter = text[at] as string
  const found = letter !== letter.toLowerCase() ? UPPER : letter !== letter.toUpperCase() ? LOWER : NEITHER
  cases[code] = found
  return found
}

function countCases(text: string): { upper: number; lower: number } {
  let upper = 0
  let lower = 0
  for (let at = 0; at < text.length; at++) {
    const found = caseAt(text, at)
    if (found === UPPER) upper++
    else if (found === LOWER) lower++
  }
  return { upper, lower }
}

/** Whether the words on both sides, in the same sentence, are in capitals. */
export function standsInCapitals(cores: readonly { text: string; opens: boolean }[], from: number, to: number): boolean {
  const before = cores[from]?.opens ? undefined : cores[from - 1]?.text
  const after = cores[to + 1]?.opens ? undefined : cores[to + 1]?.text
  return (before === undefined || isCapitals(before)) && (after === undefined || isCapitals(after)) && (before ?? after) !== undefined
}
