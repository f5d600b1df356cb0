import type { Raster } from '../../bytes/index.ts'
import { bottom, right } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'

/** Clockwise quarter turns that set a page upright. */
export type Turns = 0 | 1 | 2 | 3

/** Fewer letters, or fewer marks over and under them, than this tell nothing. */
const LEAST_LETTERS = 60
const LEAST_MARKS = 12

/**
 * How to turn a page upright, from its pieces of ink alone. Letters stand nearer to their neighbours in the line than to those of
 * the lines above and below; and Vietnamese carries most of its marks, and all dots of i, over the letters, only the dot of the
 * tone nặng under them.
 */
export function findTurns(ink: readonly Box[], dpi: number): Turns {
  const parts = ink.filter((box) => box.width < dpi * 0.3 && box.height < dpi * 0.3 && box.width > 1 && box.height > 1)
  const letters = parts.filter((box) => Math.max(box.width, box.height) > dpi * 0.05)
  if (letters.length < LEAST_LETTERS) return 0
  const along = neighbours(letters, dpi)
  if (along.beside >= along.above * 0.6) return marksOver(parts, dpi) < -0.3 ? 2 : 0
  const clockwise = marksOver(
    parts.map((box) => turnBox(box, 1, { width: 0, height: 0 })),
    dpi,
  )
  return clockwise >= 0 ? 1 : 3
}

/** How many letters have their nearest neighbour beside them, and how many above or below. */
function neighbours(letters: readonly Box[], dpi: number): { beside: number; above: number } {
  const near = lookup(letters, dpi * 0.3)
  let [beside, above] = [0, 0]
  for (const letter of letters) {
    let [nearestBeside, nearestAbove] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const other of near(letter)) {
      const shared = {
        x: Math.min(right(letter), right(other)) - Math.max(letter.x, other.x),
        y: Math.min(bottom(letter), bottom(other)) - Math.max(letter.y, other.y),
      }
      if (shared.y > 0.5 * Math.min(letter.height, other.height)) nearestBeside = Math.min(nearestBeside, Math.max(0, -shared.x))
      if (shared.x > 0.5 * Math.min(letter.width, other.width)) nearestAbove = Math.min(nearestAbove, Math.max(0, -shared.y))
    }
    if (nearestBeside < nearestAbove) beside++
    else if (nearestAbove < nearestBeside) above++
  }
  return { beside, above }
}

/** −1 to 1: marks that stand over letters against marks under them; 0 where there are few. */
function marksOver(parts: readonly Box[], dpi: number): number {
  const letters = parts.filter((box) => box.height > dpi * 0.06)
  const near = lookup(letters, dpi * 0.3)
  let [over, under] = [0, 0]
  for (const mark of parts) {
    if (mark.height > dpi * 0.045 || mark.width > dpi * 0.09) continue
    for (const letter of near(mark)) {
      if (mark.x + mark.width / 2 < letter.x || mark.x + mark.width / 2 > right(letter)) continue
      const reach = letter.height * 0.5
      if (bottom(mark) <= letter.y + 2 && letter.y - bottom(mark) < reach) over++
      else if (mark.y >= bottom(letter) - 2 && mark.y - bottom(letter) < reach) under++
    }
  }
  return over + under < LEAST_MARKS ? 0 : (over - under) / (over + under)
}

/** Finds the boxes around a box without looking at all of them. */
function lookup(boxes: readonly Box[], cell: number): (box: Box) => Box[] {
  const grid = new Map<string, Box[]>()
  const at = (value: number) => Math.floor(value / cell)
  for (const box of boxes) {
    const key = `${at(box.x)} ${at(box.y)}`
    const list = grid.get(key)
    if (list === undefined) grid.set(key, [box])
    else list.push(box)
  }
  return (box) => {
    const found: Box[] = []
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) found.push(...(grid.get(`${at(box.x) + dx} ${at(box.y) + dy}`) ?? []))
    }
    return found.filter((other) => other !== box)
  }
}

/** A box after `turns` clockwise quarter turns of a page that has `size` before them. */
export function turnBox(box: Box, turns: Turns, size: { width: number; height: number }): Box {
  const { x, y, width, height } = box
  if (turns === 1) return { x: size.height - y - height, y: x, width: height, height: width }
  if (turns === 2) return { x: size.width - x - width, y: size.height - y - height, width, height }
  if (turns === 3) return { x: y, y: size.width - x - width, width: height, height: width }
  return box
}

/** A page image after `turns` clockwise quarter turns. */
export function turnRaster(raster: Raster, turns: Turns): Raster {
  const { width, height, channels, data } = raster
  if (turns === 0) return raster
  const [turnedWidth, turnedHeight] = turns === 2 ? [width, height] : [height, width]
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const column = turns === 1 ? height - 1 - y : turns === 2 ? width - 1 - x : y
      const row = turns === 1 ? x : turns === 2 ? height - 1 - y : width - 1 - x
      for (let channel = 0; channel < channels; channel++) {
        turned[(row * turnedWidth + column) * channels + channel] = data[(y * width + x) * channels + channel] as number
      }
    }
  }
  return { ...raster, width: turnedWidth, height: turnedHeight, data: turned }
}
