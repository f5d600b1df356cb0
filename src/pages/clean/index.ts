import type { Raster } from '../../bytes/index.ts'
import type { Box } from '../../schema/geometry.ts'
import type { GreyImage } from '../engine.ts'
import { erase, largeBlobs, without } from './blobs.ts'
import { bleachStamps, toGrey } from './colour.ts'
import { type Component, components, type Mask, toMask } from './components.ts'
import { enlarge, enlargement, open, smooth, toGreyImage } from './enlarge.ts'
import { histogram, inkThreshold, level, paperValue } from './ink.ts'
import { findTurns, type Turns, turnRaster } from './orientation.ts'
import { reduce, resolutionOf } from './resolution.ts'
import { eraseRules, findRules, type Rules } from './rules.ts'
import { findSkew } from './skew.ts'
import { findStamps, printBeside, type Stamp, stampInk } from './stamps.ts'

/** A page image made ready for the recogniser, and what was found on the way; lengths in pixels of `image` over `scale`. */
export interface CleanPage {
  image: GreyImage
  /** The straightened page before it was smoothed or enlarged: what a closer look begins with. */
  plain: GreyImage
  /** Pixels of `image` for one of the straightened page. */
  scale: number
  /** Degrees clockwise by which the page leaned and was turned back. */
  skew: number
  /** Clockwise quarter turns that set the page upright, before the lean was taken out. */
  turns: Turns
  /** Pixels of the straightened page for one of the page as scanned; below 1 for very fine scans. */
  factor: number
  width: number
  height: number
  dpi: number
  rules: Rules
  stamps: Stamp[]
  /** Boxes of the pieces of ink that are left for the recogniser. */
  ink: Box[]
}

/** Coarser pages are enlarged as a whole; finer ones are read as they are, at four fifths of the cost and with no more errors (bench/ocr/README.md). */
const FINE_DPI = 180
/** Degrees: the recogniser takes a smaller lean as it is, and turning blurs thin strokes. */
export const LEAST_SKEW = 0.5

export interface CleanSteps {
  rules?: boolean
  blobs?: boolean
  level?: boolean
  deskew?: boolean
  upright?: boolean
  colour?: boolean
  enlarge?: boolean
}

/** Cleans a page image; figures of what each step brings are in bench/ocr/README.md. */
export async function cleanPage(scanned: Raster, steps: CleanSteps = {}): Promise<CleanPage> {
  const { raster, dpi, factor } = await reduce(scanned, resolutionOf(scanned))
  const flat = flatten(raster, dpi, steps)
  flat.parts = components(flat.mask)
  const ink = flat.parts.map((part) => part.box)
  const turns = (steps.upright ?? true) ? findTurns(ink, dpi) : 0
  const upright = turns === 0 ? flat : flatten(turnRaster(raster, turns), dpi, steps)
  return { ...(await straighten(upright, dpi, steps)), turns, factor, dpi }
}

interface Flat {
  grey: GreyImage
  mask: Mask
  threshold: number
  stamps: Stamp[]
  /** The mask's components, where they have been found. */
  parts?: Component[]
}

/** Grey without coloured stamps, paper white. */
function flatten(raster: Raster, dpi: number, steps: CleanSteps): Flat {
  const grey = toGrey(raster)
  const stamps = (steps.colour ?? true) ? bleachStamps(raster, grey, dpi) : []
  const counts = histogram(grey)
  const between = inkThreshold(counts)
  const paper = (steps.level ?? true) ? paperValue(counts, between) : 255
  level(grey, paper)
  const threshold = Math.min(254, Math.round((between * 255) / paper))
  return { grey, mask: toMask(grey, threshold), threshold, stamps }
}

async function straighten(flat: Flat, dpi: number, steps: CleanSteps): Promise<Omit<CleanPage, 'turns' | 'factor' | 'dpi'>> {
  let { grey, mask } = flat
  const stamps = [...flat.stamps]
  const skew = (steps.deskew ?? true) ? findSkew(mask) : 0
  if (Math.abs(skew) >= LEAST_SKEW) {
    grey = await turn(grey, -skew)
    mask = toMask(grey, flat.threshold)
  }
  const { width, height } = grey
  const rules = findRules(mask, dpi)
  if (steps.rules ?? true) eraseRules(grey, mask, rules)
  const changed = grey !== flat.grey || ((steps.rules ?? true) && rules.horizontal.length > 0)
  let parts = (changed ? undefined : flat.parts) ?? components(mask)
  if (steps.blobs ?? true) {
    const large = new Set(largeBlobs(parts, dpi))
    const printed = findStamps([...large], dpi)
    const rest = parts.filter((part) => !large.has(part))
    const stamped = new Set(printed.flatMap((stamp) => stampInk(rest, stamp)))
    const clear = rest.filter((part) => !stamped.has(part))
    // A name that touches the ring is one piece with it.
    const touching = printed.flatMap((stamp) => printBeside([...large], stamp, clear, dpi))
    erase(grey, mask, [...[...large].map((part) => without(part, touching)), ...stamped])
    stamps.push(...printed)
    parts = [...clear, ...touching]
  }
  const scale = (steps.enlarge ?? true) && dpi < FINE_DPI ? enlargement(dpi) : 1
  const coarse = (steps.enlarge ?? true) && enlargement(dpi) > 1
  return {
    image: scale > 1 ? await enlarge(grey, scale) : coarse ? await smooth(grey) : grey,
    plain: grey,
    scale,
    skew: Math.abs(skew) >= LEAST_SKEW ? skew : 0,
    width,
    height,
    rules,
    stamps,
    ink: parts.map((part) => part.box),
  }
}

/** Turned by `degrees` clockwise about the centre, the size kept. */
async function turn(image: GreyImage, degrees: number): Promise<GreyImage> {
  const turned = await toGreyImage(open(image).rotate(degrees, { background: '#ffffff' }))
  const left = Math.max(0, Math.round((turned.width - image.width) / 2))
  const top = Math.max(0, Math.round((turned.height - image.height) / 2))
  return toGreyImage(
    open(turned).extract({ left, top, width: Math.min(image.width, turned.width), height: Math.min(image.height, turned.height) }),
  )
}
