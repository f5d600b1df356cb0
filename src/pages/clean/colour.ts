import type { Raster } from '../../bytes/index.ts'
import { unite } from '../../schema/box.ts'
import type { GreyImage } from '../engine.ts'
import { largeBlobs } from './blobs.ts'
import { type Component, components, type Mask } from './components.ts'
import { findStamps, type Stamp } from './stamps.ts'

/** Luma of a page image (ITU-R BT.601 weights, in 8-bit fixed point). */
export function toGrey(raster: Raster): GreyImage {
  const { width, height, data } = raster
  if (raster.channels === 1) return { width, height, data: new Uint8Array(data) }
  const grey = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    grey[i] = ((data[at] as number) * 77 + (data[at + 1] as number) * 150 + (data[at + 2] as number) * 29) >> 8
  }
  return { width, height, data: grey }
}

/** Channels further apart than this are colour; black print on a JPEG keeps under it even at its fringes. */
const COLOUR = 48
const LIGHT = 225
/** Bleached ink is lighter than this, print under it darker. */
const FADED = 150

/** Where the page carries coloured ink; null where it has next to none. */
function colouredInk({ width, height, channels, data }: Raster): Mask | null {
  if (channels === 1) return null
  const mask = new Uint8Array(width * height)
  let count = 0
  for (let i = 0, at = 0; i < mask.length; i++, at += 3) {
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number]
    const least = Math.min(red, green, blue)
    if (Math.max(red, green, blue) - least < COLOUR || least > LIGHT) continue
    mask[i] = 1
    count++
  }
  return count > mask.length / 20_000 ? { width, height, data: mask } : null
}

/**
 * Bleaches coloured stamps and signatures out of `grey`: each of their pixels takes its brightest channel, in which red and blue
 * ink fade, and the black print under them stays. Coloured ink in the size of letters outside a stamp is kept: a signer's name
 * is often stamped in red, a number written in blue. Returns the stamps found.
 */
export function bleachStamps(raster: Raster, grey: GreyImage, dpi: number): Stamp[] {
  const mask = colouredInk(raster)
  if (mask === null) return []
  const parts = components(mask)
  const large = largeBlobs(parts, dpi)
  // Print cuts a ring into arcs, so the circle is looked for in all coloured ink at once.
  const stamps = parts.length === 0 ? [] : findStamps([merge(parts)], dpi)
  for (const part of large) bleach(raster, grey, part)
  for (const part of parts) if (stamps.some((stamp) => isInside(part, stamp))) bleach(raster, grey, part)
  return stamps
}

function merge(parts: readonly Component[]): Component {
  return {
    box: unite(parts.map((part) => part.box)),
    area: parts.reduce((sum, part) => sum + part.area, 0),
    runs: parts.flatMap((part) => part.runs),
  }
}

function isInside({ box }: Component, stamp: Stamp): boolean {
  return Math.hypot(box.x + box.width / 2 - stamp.x, box.y + box.height / 2 - stamp.y) < stamp.radius * 1.06
}

/** With two pixels around, since the fringe of coloured ink is grey enough to escape the mask. */
function bleach({ width, height, data }: Raster, grey: GreyImage, { runs }: Component): void {
  for (let i = 0; i < runs.length; i += 3) {
    const [row, start, end] = [runs[i] as number, runs[i + 1] as number, runs[i + 2] as number]
    for (let y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++) {
      for (let x = Math.max(0, start - 2); x < Math.min(width, end + 2); x++) {
        const at = (y * width + x) * 3
        const brightest = Math.max(data[at] as number, data[at + 1] as number, data[at + 2] as number)
        grey.data[y * width + x] = brightest > FADED ? 255 : brightest
      }
    }
  }
}
