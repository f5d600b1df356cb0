import sharp from 'sharp'
import type { Raster } from '../../bytes/index.ts'

/** Inches: the long side of A4, of which nearly all administrative print is. */
const A4_LENGTH = 11.69
/** Pages of other lengths than these are not printed in offices; the stated resolution is then wrong. */
const SHORTEST = 4
const LONGEST = 18
/** More pixels an inch than this bring no letter to light and cost their square in time. */
const MOST_DPI = 330
const WANTED_DPI = 300

/** The resolution of a page image: what the file says where that gives a page of paper, else what would make it an A4 page. */
export function resolutionOf(raster: Raster): number {
  const long = Math.max(raster.width, raster.height)
  if (raster.dpi !== null && long / raster.dpi > SHORTEST && long / raster.dpi < LONGEST) return raster.dpi
  return Math.min(600, Math.max(72, Math.round(long / A4_LENGTH)))
}

/** The page at no more than about 300 pixels an inch, and by how much it was made smaller. */
export async function reduce(raster: Raster, dpi: number): Promise<{ raster: Raster; dpi: number; factor: number }> {
  if (dpi <= MOST_DPI) return { raster, dpi, factor: 1 }
  const factor = WANTED_DPI / dpi
  const { width, height, channels } = raster
  const image = sharp(raster.data, { raw: { width, height, channels } }).resize({ width: Math.round(width * factor) })
  const { data, info } = await (channels === 1 ? image.toColourspace('b-w') : image).raw().toBuffer({ resolveWithObject: true })
  return {
    raster: {
      width: info.width,
      height: info.height,
      channels,
      dpi: WANTED_DPI,
      data: new Uint8Array(data.buffer, data.byteOffset, data.length),
    },
    dpi: WANTED_DPI,
    factor,
  }
}
