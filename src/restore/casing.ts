import { capitalise, caseOf } from '../vietnamese/letters.ts'
import { isCapitals } from './candidates.ts'

/** `word` (lower case) in the capitals of `raw`, the token that it replaces. */
export function castLike(word: string, raw: string): string {
  if (isCapitals(raw)) return word.toUpperCase()
  const kind = caseOf(raw)
  if (kind === 'lower') return word
  const [first = ''] = raw
  return first !== first.toLowerCase() || (kind === 'title' && !/\p{L}/u.test(first)) ? capitalise(word) : word
}
