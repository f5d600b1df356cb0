/** What a character is, as bits, for loops over a text: a look into a table costs a fraction of an expression with a Unicode class. */
export const UPPER = 1
export const LOWER = 2
/** A letter, also one without case. */
export const LETTER_KIND = 4
export const MARK_KIND = 8
export const NUMBER_KIND = 16
export const SPACE = 32
/** It has a small form, as capitals have. */
export const HAS_SMALL = 64
/** It has a capital form and no small one. */
export const HAS_CAPITAL = 128
/** A letter, a mark or a number: what words are made of. */
export const WORD_KIND = LETTER_KIND | MARK_KIND | NUMBER_KIND

const CLASSES: readonly [kind: number, pattern: RegExp][] = [
  [UPPER, /^\p{Lu}$/u],
  [LOWER, /^\p{Ll}$/u],
  [LETTER_KIND, /^\p{L}$/u],
  [MARK_KIND, /^\p{M}$/u],
  [NUMBER_KIND, /^\p{N}$/u],
  [SPACE, /^\s$/u],
]
const MET = 256
const kinds = new Uint16Array(0x10000)

function kindOf(character: string): number {
  let kind = MET
  for (const [bit, pattern] of CLASSES) if (pattern.test(character)) kind |= bit
  if (character !== character.toLowerCase()) kind |= HAS_SMALL
  else if (character !== character.toUpperCase()) kind |= HAS_CAPITAL
  return kind
}

/** The kinds of the character at `at`; a pair of surrogates is one character, told at its first half. Nothing beyond the ends. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return 0
  const known = kinds[code]
  if (known) return known
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const kind = kindOf(character)
  // Half of a pair says nothing of the character.
  if ((code & 0xf800) !== 0xd800) kinds[code] = kind
  return kind
}

/** How many UTF-16 code units the character at `at` takes. */
export function widthAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

/** How many UTF-16 code units of `text` are of any of `wanted`. */
export function countOf(text: string, wanted: number): number {
  let count = 0
  const { length } = text
  for (let at = 0; at < length; at++) {
    if ((kindAt(text, at) & wanted) === 0) continue
    count++
    if (widthAt(text, at) === 2) {
      count++
      at++
    }
  }
  return count
}
