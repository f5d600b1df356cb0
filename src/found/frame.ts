import { editDistance } from '../outline/resemblance.ts'
import type { DocumentType } from '../schema/fields.ts'
import { endsIn } from '../text/trim.ts'
import { countOf, kindAt, LETTER_KIND, LOWER, NUMBER_KIND, UPPER } from '../vietnamese/kind.ts'
import { caseOf } from '../vietnamese/letters.ts'
import { cellText, type TextDocument } from './document.ts'
import { isBodyStart, isHeading } from './frame-cues.ts'
import { DOCUMENT_TYPES } from './vocabulary/document-types.ts'
import { bareLetters, similarity } from './vocabulary/similarity.ts'

/** The parts of a document that decree 30/2020/NĐ-CP lays out, as indices into its lines; each end is exclusive. */
export interface Frame {
  letterhead: { from: number; to: number }
  /** The line that names the kind of document, and where in the text the name ends. */
  type: { line: number; end: number; type: DocumentType; confidence: number } | null
  title: { from: number; to: number }
  /** From the grounds to the closing. */
  body: { from: number; to: number }
  /** The line of the first heading of the body, or the end of the body. */
  firstHeading: number
  /** Nơi nhận and the signer. */
  closing: { from: number; to: number }
}

const LETTERHEAD_LINES = 40
const TITLE_LINES = 8
const CLOSING_LINES = 60

/** Finds the parts of `document`. Every part may be empty; none overlaps another. */
export function readFrame(document: TextDocument): Frame {
  const { lines } = document
  const type = findTypeLine(document)
  const headEnd = type?.line ?? letterheadEnd(document)
  const title = type === null ? { from: headEnd, to: headEnd } : titleLines(document, type)
  const closing = closingLines(document, title.to)
  const body = { from: title.to, to: closing.from }
  let firstHeading = body.from
  while (firstHeading < body.to && !isHeading(textOf(document, lines[firstHeading]))) firstHeading++
  return { letterhead: { from: 0, to: headEnd }, type, title, body, firstHeading, closing }
}

const textOf = cellText

const isUpper = (text: string): boolean => countOf(text, UPPER) > countOf(text, LOWER) * 3

const TYPE_KEYS = DOCUMENT_TYPES.filter(({ name }) => name !== 'Luật' && name !== 'Lệnh').map((type) => ({
  type,
  key: bareLetters(type.name),
}))
/** A line of nothing but a kind of document opens the next one. */
const CLOSING_KEYS = new Set(TYPE_KEYS.filter(({ type }) => type.code !== 'HĐ').map(({ key }) => key))
const LONGEST_TYPE = 80

// A kind of a kind: the words stay with the name of the kind, not with the title.
const QUALIFIER = /^\s+(?:HÀNH ĐỘNG|PHỐI HỢP|LIÊN TỊCH|LIÊN NGÀNH|KẾT LUẬN|\(?DỰ THẢO\)?)(?=\s|$)/u

function findTypeLine(document: TextDocument): Frame['type'] {
  const candidates = document.lines.slice(0, LETTERHEAD_LINES).map((line, index) => ({ line, index, text: textOf(document, line) }))
  const end = candidates.findIndex(({ text }) => isHeading(text))
  const head = end < 0 ? candidates : candidates.slice(0, end)
  for (const { line, index, text } of head) {
    const key = bareLetters(text).replace(/^duthao/u, '')
    const found = isUpper(text) || caseOf(text) === 'title' ? TYPE_KEYS.find((entry) => entry.key === key) : undefined
    if (found !== undefined) return { line: index, end: line.end, type: found.type, confidence: 0.99 }
  }
  for (const { line, index, text } of head) {
    if (!isUpper(text)) continue
    const key = bareLetters(text)
    for (const entry of TYPE_KEYS) {
      if (key.length > entry.key.length && key.startsWith(entry.key)) {
        const end = line.start + lengthOfLetters(text, entry.key.length)
        const rest = document.text.slice(end, line.end)
        if (!/^\s/u.test(rest)) continue
        return { line: index, end: end + (QUALIFIER.exec(rest)?.[0].length ?? 0), type: entry.type, confidence: 0.95 }
      }
    }
  }
  let best: Frame['type'] = null
  for (const { line, index, text } of head) {
    if (!isUpper(text) || bareLetters(text).length < 6) continue
    for (const { type } of TYPE_KEYS) {
      const score = similarity(text, type.name)
      if (score >= LIKE_A_TYPE && score > (best?.confidence ?? 0)) best = { line: index, end: line.end, type, confidence: score * 0.9 }
    }
  }
  return best
}

const LIKE_A_TYPE = 0.91

/** How many characters of `text` hold its first `count` letters and digits. */
function lengthOfLetters(text: string, count: number): number {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    if ((kindAt(text, i) & (LETTER_KIND | NUMBER_KIND)) !== 0 && ++seen === count) return i + 1
  }
  return text.length
}

function letterheadEnd(document: TextDocument): number {
  const limit = Math.min(20, document.lines.length)
  for (let i = 0; i < limit; i++) {
    const text = textOf(document, document.lines[i])
    if (isHeading(text) || isBodyStart(text)) return i
  }
  return limit
}

function titleLines(document: TextDocument, type: NonNullable<Frame['type']>): Frame['title'] {
  const { lines } = document
  const from = type.end < (lines[type.line]?.end ?? 0) ? type.line : type.line + 1
  let to = type.line + 1
  while (to < lines.length && to < type.line + 1 + TITLE_LINES) {
    const text = textOf(document, lines[to])
    const previous = to > from ? textOf(document, lines[to - 1]) : ''
    if (/^[-_*—=\s.]+$/u.test(text) || (text.startsWith('(') && !GOES_ON_IN_BRACKETS.test(text))) break
    if (isHeading(text) || (previous !== '' && !continuesTitle(document, previous, to))) break
    if (previous === '' && /^(?:Căn cứ|Kính gửi)/iu.test(text)) break
    to++
  }
  return { from, to: Math.max(to, from) }
}

/** `(đợt 1, giai đoạn 2019 - 2020)` ends a title; `(Kèm theo Quyết định …)`, `(kèm theo …)` and `(Dự thảo)` stand under it. */
const GOES_ON_IN_BRACKETS = /^\((?:(?!kèm|ban hành|đính|dự thảo|theo|số|ngày|từ ngày)\p{Ll}|\p{Lu}[^()]{1,24}\)[,;]? \p{Ll})/u

function continuesTitle(document: TextDocument, previous: string, index: number): boolean {
  const line = document.lines[index]
  const text = textOf(document, line)
  if (endsIn(previous, '.;:')) return false
  if (/^\p{Ll}/u.test(text) || GOES_ON_IN_BRACKETS.test(text)) return true
  if (isBodyStart(text)) return false
  if (isUpper(text)) return isUpper(previous) && !/^(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|ỦY BAN|UỶ BAN|HỘI ĐỒNG|UBND)/u.test(text)
  if (text.length >= 120 || endsIn(text, '.;:,') || opensParagraph(document, index)) return false
  if (isUpper(previous)) return true
  return text.length < 90 && line !== undefined && !line.blankBefore && previous.length > 20
}

/** Whether the lines from `index` on run into a sentence, as a title never does. */
function opensParagraph(document: TextDocument, index: number): boolean {
  for (let i = index; i < index + 10; i++) {
    const line = document.lines[i]
    const text = textOf(document, line)
    if (line === undefined || (i > index && (line.blankBefore || isBodyStart(text) || isHeading(text)))) return false
    if (endsIn(text, '.;:')) return true
    // A line that leaves room, before one with a capital, ends what it belongs to.
    const next = textOf(document, document.lines[i + 1])
    if (/^\p{Lu}/u.test(next) && text.length < next.length * 0.8) return false
  }
  return false
}

function closingLines(document: TextDocument, from: number): Frame['closing'] {
  const { lines } = document
  const texts = lines.map((line) => textOf(document, line))
  let recipients = texts.findIndex((text, i) => i >= from && isRecipientsAnchor(text))
  let start = recipients
  if (start < 0) start = listAfterEnd(texts, from)
  if (start < 0) start = texts.findIndex((text, i) => i >= from && AUTHORITY_LINE.test(text))
  if (start < 0) {
    const bodyEnd = texts.findIndex((text, i) => i >= from && /\.\s?\/\s?\.?\s*$/u.test(text))
    start = bodyEnd < 0 ? lines.length : bodyEnd + 1
  } else {
    // A signer's column read before Nơi nhận.
    while (start > from && start > recipients - 8 && isSignerLine(texts[start - 1] ?? '')) start--
  }
  if (recipients < 0) recipients = start
  let to = Math.max(start, recipients + 1)
  const ends = (text: string): boolean => APPENDIX.test(text) || (text.length < LONGEST_TYPE && CLOSING_KEYS.has(bareLetters(text)))
  const limit = Math.min(lines.length, to + CLOSING_LINES)
  while (to < limit && !ends(texts[to] ?? '')) to++
  return { from: start, to: Math.min(to, lines.length) }
}

/** Where `Nơi nhận` is lost: the dashed list right after the sentence that ends in `./.`. */
function listAfterEnd(texts: string[], from: number): number {
  for (let i = from; i < texts.length; i++) {
    if (!/\.\s?\/|\/\s?\./u.test((texts[i] ?? '').slice(-12))) continue
    const dashed = texts.slice(i + 1, i + 8).filter((text) => /^[-–•]\s?\p{Lu}/u.test(text) && text.length < 80)
    if (dashed.length >= 3) return i + 1
  }
  return -1
}

const AUTHORITY_LINE = /^(?:T\/M|TM|KT|K\/T|TL|T\/L|TUQ|TƯQ)[./ ]\s*\p{Lu}{2}/u
const APPENDIX = /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|DANH MỤC|DANH SÁCH|LỊCH |BẢNG |BIỂU |MẪU |Mẫu số|STT(?!\p{L})|TT \|)/u

const isSignerLine = (text: string): boolean =>
  AUTHORITY_LINE.test(text) ||
  (text.length < 60 && /^\p{Lu}[\p{Lu}\s.,-]+$/u.test(text)) ||
  /^(?:\p{Lu}[\p{Ll}\p{M}'’]{0,9} ){1,4}\p{Lu}[\p{Ll}\p{M}]{1,9}$/u.test(text)

const ANCHOR_REACH = 40
// Its first word has a capital, whatever stands before it.
const ANCHOR_LIKE = /^\P{L}*\p{Lu}/u

/** `Nffinhan:`: both words read as one, no more than two letters off. */
const isGlued = (text: string, word: string): boolean =>
  /^N\p{L}{5,8}$/u.test(word) && /^\P{L}{0,3}N\p{L}{5,8} ?:/u.test(text) && editDistance(bareLetters(word), 'noinhan', 2) <= 2

/** Whether the line opens the list of recipients: `Nơi nhận:`, also spoilt (`Noi nhán :`), also with the signer's column after it. */
export function isRecipientsAnchor(text: string): boolean {
  if (!ANCHOR_LIKE.test(text)) return false
  const words = text
    .slice(0, ANCHOR_REACH)
    .replace(/^[^\p{L}]+/u, '')
    .split(/[\s:]+/u, 2)
  const anchor = `${words[0] ?? ''} ${words[1] ?? ''}`
  if (!/^\p{Lu}/u.test(anchor)) return false
  if (isGlued(text, words[0] ?? '')) return true
  const score = similarity(anchor, 'Nơi nhận')
  if (score < 0.9) return false
  return /^\P{L}*\p{L}+\s+\p{L}+\s*(?:[:;.]|$|\p{Lu}{2})/u.test(text)
}
