import type { DocumentNumber } from '../schema/fields.ts'
import { isCell, type TextDocument } from './document.ts'
import { numberByHand } from './filled.ts'
import type { Frame } from './frame.ts'
import { canonicalSymbol, isSymbol, leadingCode, NUMBERED_SYMBOL, repairSymbol, SYMBOL } from './symbol.ts'
import { typeOfCode } from './vocabulary/document-types.ts'

//  Số: 780/KH-SXD    Số :359/KH-SYT    Số 05-NQ/ĐU    Số:    /KH-UBND    Số: ...../QĐ-UBND
const LABEL = "(?<![\\p{L}])[s$][oôốồổ0]\\u0301?[ˊ´`'’]?(?![\\p{L}])"
const NUMBERED = new RegExp(`${LABEL} {0,3}[:;.,]? {0,3}(?<raw>${NUMBERED_SYMBOL})`, 'iu')
const BLANK = new RegExp(
  `${LABEL} {0,3}[:;.,]? ?[ .…_]{0,60}(?<raw>[/-] {0,2}(?:(?<year>(?:19|20)\\d\\d) ?/ ?)?(?<symbol>${SYMBOL}))`,
  'iu',
)
//  Số:ƒ24.2 /KH-SYT   sốz?($4|/KH-SYT   (a hand that could not be read)
const SCRAWLED = new RegExp(`(?<![\\p{L}])s?s[oôốồổ0]\\u0301?[^/\\n]{1,16}(?:/[^/\\n]{1,6})?(?<raw>/ {0,2}(?<symbol>${SYMBOL}))`, 'iu')
// Where the label is spoilt or lost, a symbol whose first group names a kind of document is number enough.
const UNLABELLED = new RegExp(`(?<!\\S)(?<raw>${NUMBERED_SYMBOL})`, 'u')

/** The document's own number and symbol, from its letterhead; `number` is null where the page leaves it blank, or a hand that could not be read fills it. */
export function findNumber(document: TextDocument, frame: Frame): DocumentNumber | null {
  const number = searchNumber(document, frame)
  return number === null ? null : numberByHand(document, number)
}

function searchNumber(document: TextDocument, frame: Frame): DocumentNumber | null {
  const lines = document.lines.slice(frame.letterhead.from, frame.letterhead.to).filter(isCell)
  // Where no line names the kind of document the letterhead has no sure end, and a symbol may be the grounds'.
  const patterns = frame.type === null ? [NUMBERED, BLANK] : [NUMBERED, BLANK, UNLABELLED, SCRAWLED]
  for (const pattern of patterns) {
    for (const line of lines) {
      // A symbol may break over the line end: the next line is read with this one.
      const stretch = document.flat.slice(line.start, Math.min(document.flat.length, line.end + 24))
      const match = pattern.exec(stretch)
      if (match?.groups === undefined || match.index >= line.end - line.start) continue
      const found = toNumber(document, line, match, frame.type?.type.code ?? null)
      if (found !== null && pattern === SCRAWLED) found.confidence = 0.5
      if (found !== null && pattern === UNLABELLED && isCut(stretch, match))
        Object.assign(found, { number: null, year: null, confidence: 0.5 })
      if (found !== null && ((pattern !== UNLABELLED && pattern !== SCRAWLED) || typeOfCode(leadingCode(found.symbol)) !== null))
        return found
    }
  }
  return null
}

// `Sb: 41/…`: a word and its colon, and nothing else, stood for the label.
const LABEL_LIKE = /^[\p{L}\d$]{0,4}\s?[:.;]?\s*$/u

/** Whether digits may be lost before those matched: signs that a hand left (`Số:£⁄ 35 /KH-SYT`), or no label and a gap (`2 /KH-SYT`). */
const isCut = (stretch: string, match: RegExpExecArray): boolean => {
  const before = stretch.slice(0, match.index)
  return before.trim() === '' ? /^\S+\s/u.test(match[0]) : !LABEL_LIKE.test(before)
}

function toNumber(
  document: TextDocument,
  line: { start: number; end: number },
  match: RegExpExecArray,
  code: string | null,
): DocumentNumber | null {
  const raw = trimToLine(match.groups?.raw ?? '', line, match)
  const start = line.start + match.index + match[0].indexOf(match.groups?.raw ?? '')
  const symbol = repairSymbol(canonicalSymbol(raw.slice(raw.search(/\p{Lu}/u))), code)
  if (!isSymbol(symbol)) return null
  const number = match.groups?.number ?? null
  return {
    raw: document.text.slice(start, start + raw.length),
    span: { start, end: start + raw.length },
    confidence: number === null ? 0.9 : 0.97,
    number,
    year: match.groups?.year ?? null,
    symbol,
  }
}

/** Cuts a match that ran into the next line, unless the line ends with the dash or slash of a broken symbol. */
function trimToLine(raw: string, line: { start: number; end: number }, match: RegExpExecArray): string {
  const offset = match.index + match[0].indexOf(raw)
  const room = line.end - line.start - offset
  if (raw.length <= room || /[-–/]\s*$/u.test(raw.slice(0, room))) return raw
  return raw.slice(0, room).trimEnd()
}
