import { countOf, LETTER_KIND, UPPER } from '../vietnamese/kind.ts'
import { stripMarks, stripTone } from '../vietnamese/letters.ts'
import { typeOfCode } from './vocabulary/document-types.ts'
import { withinOneEdit } from './vocabulary/similarity.ts'

/**
 * Number and symbol of a document: `780/KH-SXD`, `61/2018/NĐ-CP`, `80/2015/QH13`, `01/2012/TTLT-BTC-BTP`, `14-NQ/TU`, `05/NQ/TU`, `130/SYT-HĐKHCN`.
 * Spaces may stand around `/` and `-`, and a line may end after either (the text is matched flat).
 */
// The longest in use is `ĐCTUBTWMTTQVN`.
const GROUP = '[\\p{Lu}][\\p{L}\\d&]{0,13}'
// A dash at a line's end is at times read again at the next line's head.
const DASH = ' {0,2}[-–—](?: {0,2}[-–—])? {0,2}'
const SLASH = ' {0,2}/ {0,2}'
// `Số 05 NQ/ĐU`: some print a space where the party's rules have a hyphen.
const PARTY = '(?:NQ|QĐ|CT|KH|CTr|KL|HD|BC|TB|QĐi|QC|TT|CV)'
const YEAR = '(?:19|20)\\d\\d'
/** Groups of the symbol after the number; `QĐ- UBND`, `KH- SXD`, `QH13`, `TTLT-BTC-BTP`, `NQ/TU`. */
export const SYMBOL = `${GROUP}(?: \\p{Lu}{1,4}(?=[-/]\\p{Lu}))?(?:(?:${DASH}|\\.|${SLASH})${GROUP}){0,4}`
/** `N/YYYY/SYMBOL`, `N/SYMBOL` and `N-TYPE/ORGAN`, with named groups `number`, `year`, `symbol`. */
export const NUMBERED_SYMBOL = `(?<number>\\d{1,6}[a-zA-Z]?)(?:${SLASH}(?<year>${YEAR}))?(?:${SLASH}|${DASH}| (?=${PARTY}/))(?<symbol>${SYMBOL})`

export interface SymbolParts {
  number: string
  year: string | null
  symbol: string
}

/** A symbol as the contract has it: spaces dropped, every dash a hyphen; no code has a tone (`NQ/TỬ`), and `TT` cut short is `TTg`. */
export function canonicalSymbol(symbol: string): string {
  return stripTones(symbol)
    .replace(/\s+/gu, '')
    .replace(/[-–—]+/gu, '-')
    .replace(/^(QĐ|QD|CT|CĐ|TB)-TT$/u, '$1-TTg')
}

const stripTones = (symbol: string): string => symbol.replace(/[^\p{ASCII}–—]/gu, (letter) => stripTone(letter))

// Codes that make up most symbols; a group one letter off is one of them misread.
const ORGANS = ['UBND', 'HĐND']

/** `symbol` with a group put right that a scan spoilt by one letter, where the kind named before it (`code`) or a common organ tells which. */
export function repairSymbol(symbol: string, code: string | null): string {
  const repaired = symbol.replace(/[^-/.]+/gu, (group, at: number) => {
    if (at === 0 && code !== null && code !== group && isSpoiltCode(group, code)) return code
    return ORGANS.find((organ) => organ.length === group.length && organ !== group && withinOneEdit(organ, group)) ?? group
  })
  return repaired.replace(/^(NĐ|NQ)-C$/u, '$1-CP').replace(/^Q[HU]?(?=\d\d$)/u, 'QH')
}

const isSpoiltCode = (group: string, code: string): boolean =>
  code.length > 1 &&
  (stripMarks(group) === stripMarks(code) ||
    (typeOfCode(group) === null && group.length > 1 && withinOneEdit(group, code)) ||
    (group.length === 1 && code.includes(group)))

const SHAPE = /\p{Lu}[^\p{Lu}]*\p{Lu}|^(?:TTg|TTr|CTr)|\d/u

/** Whether `symbol` (canonical) can be one: capitals in its first group, so that `2/Sở` and `24/Tổ` are none. */
export function isSymbol(symbol: string): boolean {
  const groups = symbol.split(/[-/.]/u)
  const [first = ''] = groups
  // A code cut short (`T-TTg`, `Tr-SCT`) still stands before an organ in capitals.
  if (!SHAPE.test(first)) return first.length <= 3 && groups.length > 1 && SHAPE.test(groups[1] ?? '')
  return groups.slice(1).every((group) => countOf(group, UPPER) * 2 >= countOf(group, LETTER_KIND) || /^[A-ZĐ]/u.test(group))
}

/** The group of a canonical symbol that may name the kind of document: `KH` of `KH-SXD`, `NQ` of `NQ/TU`. */
export function leadingCode(symbol: string): string {
  return symbol.split(/[-/.]/u)[0] ?? ''
}
