import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { foldAligned } from '../document.ts'

const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** The letters and digits of `text`, folded: what is left to compare when a scan spoilt marks, spaces and rules. */
export function bareLetters(text: string): string {
  return foldAligned(text).replace(NO_LETTER, '')
}

/** How much two words or phrases look alike to a reader of a bad scan, 0 to 1; marks, spaces, case and punctuation do not count. */
export function similarity(printed: string, anchor: string): number {
  const a = bareLetters(printed)
  const b = bareLetters(anchor)
  if (a === b) return 1
  if (a === '' || b === '' || Math.abs(a.length - b.length) > Math.max(2, b.length / 4)) return 0
  return jaroWinkler(a, b)
}

/** Where in `line` a tail begins that resembles `anchor`, or -1: the right column of a letterhead read into one line with the left. */
export function findTail(line: string, anchor: string, floor = 0.9): number {
  let best = -1
  let bestScore = floor
  for (const match of line.matchAll(/\S+/gu)) {
    const score = similarity(line.slice(match.index), anchor)
    if (score >= bestScore) {
      best = match.index
      bestScore = score
    }
  }
  return best
}

/** Whether one letter put in, left out or changed makes `a` into `b`, or none. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a.charAt(i) === b.charAt(i)) i++
  const skip = (text: string, other: string): string => text.slice(i + (text.length >= other.length ? 1 : 0))
  return skip(a, b) === skip(b, a)
}
