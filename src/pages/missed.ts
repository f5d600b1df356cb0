import { bottom, centreX, centreY, right, unite } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import type { RecognisedWord } from './engine.ts'

/** A word is believed when it is read with some confidence and is no taller than one line: a taller one fuses two. */
export function isTrusted(word: RecognisedWord, height: number): boolean {
  return word.confidence >= 0.5 && word.box.height <= height * 1.75
}

/** Letters are at least this part of a line's height; dots and dashes are less. */
const LETTER = 0.4
const MOST_REGIONS = 24

/**
 * Where ink in the size of letters lies under no trusted word: lines that the page segmentation lost or fused. Regions come in
 * pixels of the page, a few at most, the largest first.
 */
export function missedRegions(ink: readonly Box[], words: readonly RecognisedWord[], height: number): Box[] {
  const trusted = words.filter((word) => isTrusted(word, height)).map((word) => word.box)
  const letters = ink.filter((part) => part.height >= height * LETTER && part.height <= height * 2.2 && part.width <= height * 8)
  const missed = letters.filter((part) => !trusted.some((box) => covers(box, part)))
  const groups = group(missed, height)
  return groups
    .filter((parts) => parts.length >= 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_REGIONS)
    .map((parts) => widen(unite(parts), height * 0.3))
}

const covers = (box: Box, part: Box) =>
  centreX(part) > box.x - 2 && centreX(part) < right(box) + 2 && centreY(part) > box.y - 2 && centreY(part) < bottom(box) + 2

const widen = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by })

/** Parts that stand next to each other in a line, or in lines next to each other. */
function group(parts: readonly Box[], height: number): Box[][] {
  const sorted = [...parts].sort((a, b) => a.y - b.y)
  const left = new Set(sorted)
  const groups: Box[][] = []
  for (const first of sorted) {
    if (!left.delete(first)) continue
    const members = [first]
    for (const member of members) {
      for (const other of left) {
        if (other.y > bottom(member) + height) break
        const apart = Math.max(member.x, other.x) - Math.min(right(member), right(other))
        const above = Math.max(member.y, other.y) - Math.min(bottom(member), bottom(other))
        if (apart > height * 1.5 || above > height * 0.5) continue
        left.delete(other)
        members.push(other)
      }
    }
    groups.push(members)
  }
  return groups
}
