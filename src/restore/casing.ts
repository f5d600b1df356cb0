import { HAS_CAPITAL, HAS_SMALL, kindAt } from '../vietnamese/kind.ts'
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

function countCases(text: string): { upper: number; lower: number } {
  let upper = 0
  let lower = 0
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (kind & HAS_SMALL) upper++
    else if (kind & HAS_CAPITAL) lower++
  }
  return { upper, lower }
}

/** Whether the words on both sides, in the same sentence, are in capitals. */
export function standsInCapitals(cores: readonly { text: string; opens: boolean }[], from: number, to: number): boolean {
  const before = cores[from]?.opens ? undefined : cores[from - 1]?.text
  const after = cores[to + 1]?.opens ? undefined : cores[to + 1]?.text
  return (before === undefined || isCapitals(before)) && (after === undefined || isCapitals(after)) && (before ?? after) !== undefined
}
