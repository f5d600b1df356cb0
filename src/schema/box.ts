import type { Box } from './geometry.ts'

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height
export const centreX = (box: Box): number => box.x + box.width / 2
export const centreY = (box: Box): number => box.y + box.height / 2

/** The smallest box around all `boxes`; there must be one. */
export function unite(boxes: readonly Box[]): Box {
  let [left, top, far, low] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    far = Math.max(far, right(box))
    low = Math.max(low, bottom(box))
  }
  return { x: left, y: top, width: far - left, height: low - top }
}
