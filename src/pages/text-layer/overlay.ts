import { bottom, centreX, centreY, right } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'
import type { RecognisedWord } from '../engine.ts'

/**
 * Recognised words with those of the layer put in where both stand: a number or a date laid over a scan at registration is better
 * taken than read. What lies under an electronic signature's stamp is left out.
 */
export function mergeOverlay(
  words: readonly RecognisedWord[],
  overlay: readonly RecognisedWord[],
  signature: readonly RecognisedWord[],
): RecognisedWord[] {
  const kept = words.filter((word) => !signature.some((stamp) => isUnder(word.box, stamp.box)))
  const merged = kept.filter((word) => !overlay.some((over) => isUnder(word.box, over.box)))
  const last = Math.max(0, ...words.map((word) => word.line))
  for (const over of overlay) {
    const beside = kept.find((word) => overlapsInHeight(word.box, over.box))
    merged.push({ ...over, line: beside?.line ?? last + 1 + over.line })
  }
  return merged
}

/** Most of `box` lies inside `cover`. */
function isUnder(box: Box, cover: Box): boolean {
  const slack = cover.height * 0.15
  const [x, y] = [centreX(box), centreY(box)]
  return x > cover.x - slack && x < right(cover) + slack && y > cover.y - slack && y < bottom(cover) + slack
}

const overlapsInHeight = (a: Box, b: Box) => Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y) > Math.min(a.height, b.height) * 0.6
