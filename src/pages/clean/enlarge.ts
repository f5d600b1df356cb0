import sharp, { type Sharp } from 'sharp'
import type { GreyImage } from '../engine.ts'

export const open = ({ width, height, data }: GreyImage): Sharp => sharp(data, { raw: { width, height, channels: 1 } })

export async function toGreyImage(image: Sharp): Promise<GreyImage> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
}

/** The recogniser's network sees lines 36 pixels high; print of 13 points has that height at about 300 dpi. */
const TARGET_DPI = 300
const MOST = 3

/** How much larger an image of this resolution is best read; 1 where that would change little. */
export function enlargement(dpi: number): number {
  const wanted = TARGET_DPI / dpi
  return wanted > 1.1 ? Math.min(MOST, wanted) : 1
}

/** `times` as large, in whole pixels. A slight blur first rounds the stairs of bilevel strokes, which the network was not trained on. */
export async function enlarge(image: GreyImage, times: number): Promise<GreyImage> {
  if (times === 1) return image
  const smooth = await toGreyImage(open(image).blur(1))
  return toGreyImage(open(smooth).resize({ width: Math.round(image.width * times), height: Math.round(image.height * times), fit: 'fill' }))
}

/** The blur alone, weaker, since nothing more is lost to resampling. */
export function smooth(image: GreyImage): Promise<GreyImage> {
  return toGreyImage(open(image).blur(0.8))
}
