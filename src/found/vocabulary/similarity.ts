import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { foldAligned } from '../document.ts'

const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** The letters and digits of `text`, folded: what is left to compare when a scan spoilt marks, spaces and rules. */
export function bareLetters(text: string): string {
  return foldAligned(text).replace(NO_LETTER, '')
}

/** No caller takes less for a likeness. */
const LEAST = 0.8

const anchors = new Map<string, string>()
/** The letters of a phrase that many are compared with. */
function bareAnchor(anchor: string): string {
  const known = anchors.get(anchor)
  if (known !== undefined) return known
  const bare = bareLetters(anchor)
  if (anchors.size > 1000) anchors.clear()
  anchors.set(anchor, bare)
  return bare
}

/**
 * How much two words or phrases look alike to a reader of a bad scan, 0.8 to 1, or 0 for less; marks, spaces, case and punctuation do not
 * count.
 */
export function similarity(printed: string, anchor: string): number {
  return likeness(bareLetters(printed), bareAnchor(anchor))
}

function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a === '' || b === '' || Math.abs(a.length - b.length) > Math.max(2, b.length / 4)) return 0
  if (atBest(a, b) < LEAST) return 0
  const score = jaroWinkler(a, b)
  return score < LEAST ? 0 : score
}

const counts = new Int16Array(128)

/** What Jaro-Winkler can give at best: all letters that two words share, in order. Letters beyond ASCII count as shared. */
function atBest(a: string, b: string): number {
  let shared = 0
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i)
    if (code < 128) counts[code] = (counts[code] as number) + 1
    else shared++
  }
  for (let i = 0; i < b.length; i++) {
    const code = b.charCodeAt(i)
    if (code < 128 && (counts[code] as number) > 0) {
      counts[code] = (counts[code] as number) - 1
      shared++
    }
  }
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i)
    if (code < 128) counts[code] = 0
  }
  const matched = Math.min(shared, a.length, b.length)
  const jaro = (matched / a.length + matched / b.length + 1) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a.charAt(prefix) === b.charAt(prefix)) prefix++
  return jaro + 0.1 * prefix * (1 - jaro)
}

/** Where in `line` a tail begins that resembles `anchor`, or -1: the right column of a letterhead read into one line with the left. */
export function findTail(line: string, anchor: string, floor = 0.9): number {
  const wanted = bareAnchor(anchor)
  const bare = bareLetters(line)
  let best = -1
  let bestScore = floor
  let passed = 0
  let from = 0
  for (const match of line.matchAll(/\S+/gu)) {
    passed += bareLetters(line.slice(from, match.index)).length
    from = match.index
    const score = likeness(bare.slice(passed), wanted)
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
