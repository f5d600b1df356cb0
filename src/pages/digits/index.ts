import { bottom, centreY, right, unite } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'
import type { CleanPage } from '../clean/index.ts'
import type { ReadLine, Word } from '../reading.ts'
import { numberInName } from './name.ts'
import { type FilledPlace, findPlaces } from './places.ts'
import { type Reading, readDigits } from './read.ts'

/** The letterhead is among the first lines; below, numbers stand in print. */
const LETTERHEAD_LINES = 14
/** Of hands that the network never saw, it reads 98 numbers and 97 days in 100 right where it is as sure as this (training/digits/README.md). */
const SURE = { number: 0.65, day: 0.7, month: 0.7 }
/** What the recogniser of print is sure of stands, unless a hand is seen that clearly wrote something else. */
const PRINT_SURE = 0.6
const PRINT_POOR = 0.4
const CONTRADICTED = 0.02
/**
 * A file's name is believed unless the page makes its number this many times less likely than the likeliest one: a name is seldom wrong, and
 * if it is, any of ten thousand numbers may be right.
 */
const LIKELY_ENOUGH = 1e-5

/**
 * Reads what a hand or a stamp filled in between `Số:` and `/KH-…`, and into `ngày … tháng … năm`: lines of a page's letterhead with
 * these digits in the place of what the recogniser of print saw, each marked as `read` or `doubtful`.
 */
export function readFilled(lines: readonly ReadLine[], page: CleanPage, name = ''): ReadLine[] {
  return lines.map((line, i) => {
    if (i >= LETTERHEAD_LINES) return line
    // From the right, so that the places further left keep their offsets.
    return findPlaces(line, page.ink).reduceRight((read, place) => fill(read, place, page, name), line)
  })
}

function fill(line: ReadLine, place: FilledPlace, page: CleanPage, name: string): ReadLine {
  const printed = line.text.slice(place.start, place.end).trim()
  const words = line.words.filter((word) => word.start < place.end && word.end > place.start)
  const isNumber = place.kind === 'number' ? /^\d{1,5}[a-eđ]?(?:\/(?:19|20)\d\d)?$/iu.test(printed) : isAllowed(place.kind, printed)
  const sure = isNumber && words.every(({ word }) => word.confidence >= PRINT_SURE)
  // Letters behind a number, and years, are print; the network knows neither. What is laid over the page is certain.
  const stands = /\D/u.test(printed) || isPrint(place, page.ink) || words.every(({ word }) => word.confidence === 1)
  if (isNumber && stands && words.every(({ word }) => word.confidence >= PRINT_POOR)) return mark(line, place, undefined)
  const readings = look(place, page, isNumber ? [printed] : [], place.kind === 'number' ? numberInName(name, place.symbol) : null)
  const [best] = readings
  // Paper with nothing on it, or with dots.
  if (best === undefined || best.digits === '') return sure || printed === '' ? line : mark(line, place, 'doubtful')
  if (sure && shareOf(readings, printed) >= CONTRADICTED * best.confidence) return line
  // Two readers that know nothing of each other.
  if (isNumber && best.digits === printed) return mark(line, place, undefined)
  if (best.confidence >= SURE[place.kind]) return write(line, place, best)
  return mark(line, place, 'doubtful')
}

function look(place: FilledPlace, { image, scale }: CleanPage, printed: string[], named: string | null): Reading[] {
  const cut = { from: place.from * scale, to: place.to * scale, base: place.base * scale, em: place.em * scale }
  if (place.kind !== 'number') return readDigits(image, cut, ['', ...DAYS.slice(0, place.kind === 'day' ? 31 : 12).flat()])
  const readings = readDigits(image, cut, undefined, ['', ...printed, ...(named === null ? [] : [named])])
  const share = named === null ? 0 : shareOf(readings, named)
  if (named === null || share < LIKELY_ENOUGH * (readings[0]?.confidence ?? 1)) return readings
  return [{ digits: named, confidence: Math.max(0.9, share) }]
}

const shareOf = (readings: readonly Reading[], digits: string): number => readings.find((each) => each.digits === digits)?.confidence ?? 0

/** As they are written: `7`, `07`. */
const DAYS = Array.from({ length: 31 }, (_, i) => [...new Set([String(i + 1), String(i + 1).padStart(2, '0')])])
const isAllowed = (kind: 'day' | 'month', digits: string): boolean =>
  DAYS.slice(0, kind === 'day' ? 31 : 12)
    .flat()
    .includes(digits)

/** Figures of print are all as high as the type has them and stand on its baseline; a hand's are not. */
function isPrint({ from, to, base, em }: FilledPlace, ink: readonly Box[]): boolean {
  const inside = ink.filter(
    (part) =>
      part.x > from + em * 0.5 &&
      right(part) < to - em * 0.5 &&
      part.height > em * 0.35 &&
      centreY(part) > base - em &&
      centreY(part) < base,
  )
  return inside.length > 0 && inside.every((part) => Math.abs(part.height / em - 0.676) < 0.07 && Math.abs(bottom(part) - base) < em * 0.06)
}

/** The line with `digits` for what stands in the place. */
function write(line: ReadLine, place: FilledPlace, { digits, confidence }: Reading): ReadLine {
  const raw = line.text.slice(place.start, place.end)
  const start = place.start + (raw.length - raw.trimStart().length)
  const end = Math.max(start, place.end - (raw.length - raw.trimEnd().length))
  const box = boxOf(place)
  const before = line.words
    .filter((word) => word.start < start)
    .map((word) => (word.end <= start ? word : cutWord(word, word.start, start, box, 'before')))
  const after = line.words
    .filter((word) => word.end > end)
    .map((word) => (word.start >= end ? word : cutWord(word, end, word.end, box, 'after')))
  const filled: Word = { text: digits, box, confidence: Math.min(1, Number(confidence.toFixed(4))), handwritten: 'read' }
  const label = before.at(-1)
  // A hand that ran into the colon spoilt the label's reading with its own.
  const spoilt =
    place.kind === 'number' && label !== undefined && label.end === start && label.start === place.label && !/[:.;]$/u.test(label.word.text)
  const text = spoilt ? LABEL : line.text.slice(place.label, start)
  const shift = text.length - (start - place.label)
  const head = spoilt
    ? [{ word: { ...label.word, text }, start: label.start, end: label.start + text.length }]
    : [label].filter((each) => each !== undefined)
  const by = shift + digits.length - (end - start)
  const words = [
    ...before.slice(0, -1),
    ...head,
    { word: filled, start: start + shift, end: start + shift + digits.length },
    ...after.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
  ]
  return {
    ...line,
    text: line.text.slice(0, place.label) + text + digits + line.text.slice(end),
    words,
    box: unite(words.map(({ word }) => word.box)),
  }
}

const LABEL = 'Số:'

type Entry = ReadLine['words'][number]

/** The part of a word that is print, where the hand was read as one word with it. */
function cutWord({ word, start }: Entry, from: number, to: number, hand: Box, side: 'before' | 'after'): Entry {
  const { box } = word
  const x = side === 'before' ? box.x : Math.max(box.x, Math.min(right(hand), right(box) - 1))
  const width = side === 'before' ? Math.max(1, Math.min(right(box), hand.x) - box.x) : right(box) - x
  const { handwritten: _, ...print } = word
  return { word: { ...print, text: word.text.slice(from - start, to - start), box: { ...box, x, width } }, start: from, end: to }
}

const boxOf = ({ from, to, base, em }: FilledPlace): Box => ({
  x: from + em * 0.5,
  y: base - em * 1.1,
  width: Math.max(1, to - from - em),
  height: em * 1.4,
})

function mark(line: ReadLine, place: FilledPlace, handwritten: 'doubtful' | undefined): ReadLine {
  const words = line.words.map((entry) => {
    if (entry.start >= place.end || entry.end <= place.start) return entry
    const { handwritten: _, ...word } = entry.word
    return { ...entry, word: handwritten === undefined ? word : { ...word, handwritten } }
  })
  return { ...line, words }
}
