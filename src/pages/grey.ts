import type { Raster } from '../bytes/index.ts'
import type { GreyImage } from './engine.ts'

/** Luma of a page image (ITU-R BT.601 weights, in 8-bit fixed point). */
export function toGrey(raster: Raster): GreyImage {
  const { width, height, data } = raster
  if (raster.channels === 1) return { width, height, data }
  const grey = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    grey[i] = ((data[at] as number) * 77 + (data[at + 1] as number) * 150 + (data[at + 2] as number) * 29) >> 8
  }
  return { width, height, data: grey }
}
