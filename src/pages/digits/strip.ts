import type { GreyImage } from '../engine.ts'
import { STRIP, type Strip } from './network.ts'

/** Where a strip is cut out, in pixels of the image: `em` and `base` are the print's em and baseline. */
export interface Cut {
  from: number
  to: number
  base: number
  em: number
}

/** The widest strip, in its own columns: some 16 letters. */
const WIDEST = 240
const LEAST_INK = 30

/** The part of `image` that `cut` tells of, each value the mean of the pixels under it, the darkest ink 1; null where there is none. */
export function cutStrip(image: GreyImage, { from, to, base, em }: Cut): Strip | null {
  const step = em / STRIP.em
  const width = Math.min(WIDEST, Math.round((to - from) / step))
  if (width < 4 || !Number.isFinite(step) || step <= 0) return null
  const data = new Float32Array(STRIP.height * width)
  let darkest = 0
  for (let y = 0; y < STRIP.height; y++) {
    const top = base + (y - STRIP.base) * step
    for (let x = 0; x < width; x++) {
      const ink = 255 - mean(image, from + x * step, top, step)
      data[y * width + x] = ink
      if (ink > darkest) darkest = ink
    }
  }
  if (darkest < LEAST_INK) return null
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) / darkest
  return { width, data }
}

function mean({ width, height, data }: GreyImage, left: number, top: number, size: number): number {
  const [x0, x1] = [Math.round(left), Math.max(Math.round(left) + 1, Math.round(left + size))]
  const [y0, y1] = [Math.round(top), Math.max(Math.round(top) + 1, Math.round(top + size))]
  let sum = 0
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) sum += x < 0 || y < 0 || x >= width || y >= height ? 255 : (data[y * width + x] as number)
  }
  return sum / ((x1 - x0) * (y1 - y0))
}
