import { fold } from '../../vietnamese/letters.ts'
import type { ReadLine } from '../reading.ts'

/**
 * The places of a letterhead that are filled in by hand or by a stamp, as named groups of the folded line:
 *
 *     so: 1942 /kh-syt        kien giang, ngay 10 thang 10 nam 2017
 *         ^^^^                                 ^^       ^^
 */
const PLACES = [
  {
    place: /^\P{L}{0,4}s\p{L}{0,2}o\p{L}?\s{0,3}[:.;]?(?<filled>[^/]{1,24}?)(?:[-–]\p{L}{1,5})?\//du,
    printed: /^\s*\p{N}{1,5}[a-e]?\s*$/u,
  },
  { place: /^.{0,40}ng\p{L}y(?<filled>.{1,8}?)\s?th\p{L}{1,3}g.{1,20}$/du, printed: /^\s*\p{N}{1,2}\s*$/u },
  { place: /^.{0,60}th\p{L}{1,3}g(?<filled>.{1,8}?)\s?n\p{L}m.{0,8}$/du, printed: /^\s*\p{N}{1,2}\s*$/u },
]
/** A word of number and symbol is as sure as its worst letter. */
const CERTAIN = 0.4
/** The letterhead is among the first lines; below, numbers stand in print. */
const LETTERHEAD_LINES = 14

/** Marks the words of the first page's letterhead that stand where a hand fills in and are no certain number. */
export function markHandwriting(lines: readonly ReadLine[]): ReadLine[] {
  return lines.map((line, i) => (i < LETTERHEAD_LINES ? markLine(line) : line))
}

function markLine(line: ReadLine): ReadLine {
  // Folding keeps the length of NFC text, so places found in the folded line are places of the line.
  const folded = fold(line.text)
  if (folded.length !== line.text.length) return line
  const doubtful: [number, number][] = []
  for (const { place, printed } of PLACES) {
    const span = place.exec(folded)?.indices?.groups?.filled
    if (span === undefined) continue
    const words = line.words.filter((word) => word.start < span[1] && word.end > span[0])
    const sure = words.every(({ word }) => word.confidence >= CERTAIN)
    if (!sure || !printed.test(folded.slice(span[0], span[1]))) doubtful.push(span)
  }
  if (doubtful.length === 0) return line
  const words = line.words.map((entry) => {
    const inside = doubtful.some(([from, to]) => entry.start < to && entry.end > from)
    return inside ? { ...entry, word: { ...entry.word, handwritten: 'doubtful' as const } } : entry
  })
  return { ...line, words }
}
