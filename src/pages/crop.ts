import { bottom, right } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import type { GreyImage } from './engine.ts'

/** `box` in whole pixels of an image that is `scale` times the page, kept inside it. */
export function toPixels(box: Box, scale: number, image: { width: number; height: number }): Box {
  const x = Math.max(0, Math.floor(box.x * scale))
  const y = Math.max(0, Math.floor(box.y * scale))
  return {
    x,
    y,
    width: Math.max(1, Math.min(image.width, Math.ceil(right(box) * scale)) - x),
    height: Math.max(1, Math.min(image.height, Math.ceil(bottom(box) * scale)) - y),
  }
}

/** The part of an image inside `box` (whole pixels), with a white border, which the recogniser needs around a line. */
export function crop(image: GreyImage, box: Box, border: number): GreyImage {
  const width = box.width + 2 * border
  const height = box.height + 2 * border
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < box.height; y++) {
    const from = (box.y + y) * image.width + box.x
    data.set(image.data.subarray(from, from + box.width), (y + border) * width + border)
  }
  return { width, height, data }
}

/** A copy of an image with the `boxes` (whole pixels) white. */
export function whiteOut(image: GreyImage, boxes: readonly Box[]): GreyImage {
  const data = new Uint8Array(image.data)
  for (const box of boxes) {
    for (let y = box.y; y < bottom(box); y++) data.fill(255, y * image.width + box.x, y * image.width + right(box))
  }
  return { ...image, data }
}
