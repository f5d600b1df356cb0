import { countOf, LETTER_KIND, UPPER } from '../../vietnamese/kind.ts'
import { foldAligned, type TextDocument } from '../document.ts'
import { matchesOf } from '../matches.ts'
import { canonicalSymbol, isSymbol, leadingCode, NUMBERED_SYMBOL } from '../symbol.ts'
import { typeOfCode } from '../vocabulary/document-types.ts'

/** A numbered symbol where it stands in the text. */
export interface SymbolToken {
  start: number
  end: number
  number: string
  year: string | null
  symbol: string
}

// The digit is asked for first, which is cheaper than what stands before it: a digit or letter there would make it part of something longer: `1.2/KH`, `A1/B`, a date's year.
const TOKEN = new RegExp(
  `(?=\\d)(?:(?<=(?<!\\p{L})[sS]\\p{L}{1,2})|(?<![\\p{L}\\p{M}\\p{N}/,-]|[\\p{L}\\p{N}]\\.))${NUMBERED_SYMBOL}`,
  'gu',
)
const UNITS = /^(?:QĐ|KH|NQ|CT|TT|NĐ|BC|TB|HD|KL|CV|TTr|CTr|QĐi|QC|QyĐ)$/u

/** The numbered symbols of `document`, in order: `2142/QĐ-UBND`, `96/KH-` with its `SXD` on the next line, `14-NQ/TU`. */
export function readSymbols(document: TextDocument): SymbolToken[] {
  const tokens: SymbolToken[] = []
  for (const match of matchesOf(TOKEN, document.flat)) {
    const token = toToken(document.flat, match)
    if (token !== null) tokens.push(...sharing(document.flat, token), token)
  }
  return tokens
}

//  các Quyết định số 12, 15/2020 và 16/QĐ-UBND
//                    ^^^^^^^^^^^^^^
const SHARING = /(?<!\p{L})số:? (?<numbers>(?:\d{1,5}(?:\/(?:19|20)\d\d)?(?:, ?| và )){1,8})$/iu
const NUMBER = /(?<number>\d+)(?:\/(?<year>\d+))?/gu

/** The numbers that share the symbol of `token`, before it. */
function sharing(flat: string, token: SymbolToken): SymbolToken[] {
  const from = Math.max(0, token.start - 80)
  const match = SHARING.exec(flat.slice(from, token.start))
  const { numbers = '' } = match?.groups ?? {}
  const at = token.start - numbers.length
  return [...numbers.matchAll(NUMBER)].map(({ 0: printed, index, groups }) => ({
    start: at + index,
    end: at + index + printed.length,
    number: groups?.number ?? '',
    year: groups?.year ?? token.year,
    symbol: token.symbol,
  }))
}

function toToken(flat: string, match: RegExpMatchArray): SymbolToken | null {
  const groups = match.groups ?? {}
  const start = match.index ?? 0
  let printed = match[0]
  const head = printed.slice(0, printed.length - (groups.symbol ?? '').length)
  let symbol = trimSymbol(flat, start + head.length, groups.symbol ?? '')
  printed = head + symbol
  symbol = canonicalSymbol(symbol).replace(READ_AS_LETTER, '$1/$2')
  if (!isSymbol(symbol)) return null
  const separator = head.replace(/^[\d\p{L}]+/u, '')
  if (groups.year === undefined && /^\s*[-–—]/u.test(separator) && !isHyphened(symbol, /\s/u.test(separator))) return null
  return { start, end: start + printed.length, number: groups.number ?? '', year: groups.year ?? null, symbol }
}

/** Whether `symbol` may follow its number by a hyphen: the party's (`14-NQ/TU`), or those of the state before 1997 (`43-CP`, `195-HĐBT`). */
function isHyphened(symbol: string, isSpaced: boolean): boolean {
  const isParty = symbol.includes('/') && typeOfCode(leadingCode(symbol)) !== null
  // `5 - NQ` with spaces is more often a dash between words; with an organ after it, it is a symbol that a line end broke.
  if (isSpaced) return isParty
  return isParty || symbol.includes('/') || typeOfCode(leadingCode(symbol)) !== null || /^(?:CP|TTg|HĐBT|HĐCP|CTN)$/u.test(symbol)
}

// `33-NQITW`, `33-CTrlTU`: the party's slash read as a letter.
const READ_AS_LETTER = /^(NQ|CT|CTr|KH|KL|QĐ|QĐi|HD|BC|TB)[Il1](TW|TU|HU|ĐU)$/u

// A word that lost the space before it: `TT-BTCcủa`.
const GLUED = /(?<=\p{Lu})(?:của|ngày|về|và|năm)$/u

/** Gives back what the greedy match took too much: a word in small letters after a spaced dash (`QĐ-TTg - Về`), or a dash before a space. */
function trimSymbol(flat: string, at: number, symbol: string): string {
  let kept = symbol.replace(GLUED, '')
  for (;;) {
    const cut = /(?<join> {0,3}[-–—/.] {0,3})(?<group>[\p{L}\d&]{1,20})$/u.exec(kept)
    if (cut?.groups === undefined) break
    const { join = '', group = '' } = cut.groups
    const word = group + (/^[\p{L}]+/u.exec(flat.slice(at + kept.length))?.[0] ?? '')
    const uppers = countOf(word, UPPER)
    const letters = countOf(word, LETTER_KIND)
    const spacedBefore = /^\s/u.test(join)
    const isCode = letters === 0 || uppers * 2 > letters || UNITS.test(word) || /^(?:TTg|Tg|TTr)$/u.test(word)
    if (isCode && !(join.startsWith('.') && /\s/u.test(join)) && !(spacedBefore && uppers < 2)) break
    kept = kept.slice(0, cut.index)
  }
  return kept
}

/** `text` folded without spaces doubled, for comparing words before a symbol. */
export function foldedBefore(document: TextDocument, at: number, length: number): string {
  return foldAligned(document.flat.slice(Math.max(0, at - length), at))
}
