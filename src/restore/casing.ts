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
  for (const letter of text) {
    if (letter !== letter.toLowerCase()) upper++
    else if (letter !== letter.toUpperCase()) lower++
  }
  return { upper, lower }
}

/** Whether the nearest words with letters enough on both sides are in capitals. */
export function standsInCapitals(cores: readonly { text: string }[], from: number, to: number): boolean {
  const before = cores[from - 1]?.text
  const after = cores[to + 1]?.text
  return (before === undefined || isCapitals(before)) && (after === undefined || isCapitals(after)) && (before ?? after) !== undefined
}
