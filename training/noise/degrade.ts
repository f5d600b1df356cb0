import sharp from 'sharp'
import type { Grey } from './print.ts'
import type { Random } from './random.ts'

export type Severity = 'clean' | 'moderate' | 'heavy'

/** Lengths are in pixels at 200 dpi, levels in 0 to 255. */
export interface Wear {
  severity: Severity
  skew: number
  blur: number
  ink: number
  paper: number
  noise: number
  /** How far toner fades in fine spots, which breaks strokes. */
  breaks: number
  /** How far the light differs across the page. */
  shade: number
  /** Where black begins; null leaves grey. Low thins strokes, high thickens them. */
  threshold: number | null
  /** Blobs for each million pixels. */
  speckle: number
  /** JPEG quality; null for none. */
  jpeg: number | null
}

/** A third of the pages nearly clean, a third moderate, a third heavy; most are bilevel, as office fax-like scanners make them. */
export function drawWear(random: Random): Wear {
  const severity = random.weighted([
    ['clean', 1],
    ['moderate', 1],
    ['heavy', 1],
  ] as const)
  const by = <T>(clean: T, moderate: T, heavy: T): T => (severity === 'clean' ? clean : severity === 'moderate' ? moderate : heavy)
  const span = ([low, high]: readonly [number, number]): number => random.between(low, high)
  const skew = random.between(-1, 1) * by(0.25, 0.7, 1.5)
  const bilevel = random.chance(by(0.4, 0.6, 0.6))
  const paper = span(by([245, 255], [225, 255], [210, 250] as const))
  const ink = span(by([0, 30], [10, 60], [20, 80] as const))
  return {
    severity,
    skew,
    blur: span(by([0, 0.5], [0.4, 0.85], [0.55, 1.0] as const)),
    ink,
    paper,
    noise: span(by([0, 6], [4, 14], [8, bilevel ? 15 : 22] as const)),
    breaks: random.chance(by(0.1, 0.4, 0.6)) ? span(by([0, 25], [15, 70], [30, 90] as const)) : 0,
    shade: span(by([0, 5], [0, 12], [2, 20] as const)),
    threshold: bilevel ? ink + (paper - ink) * span(by([0.4, 0.65], [0.33, 0.7], [0.3, 0.71] as const)) : null,
    speckle: random.chance(0.5) ? span(by([0, 20], [10, 120], [40, 300] as const)) : 0,
    jpeg: random.chance(bilevel ? 0.2 : 0.8) ? Math.round(span(by([65, 85], [45, 75], [30, 60] as const))) : null,
  }
}

/** Wears a printed page: geometry and blur, then ink and light, noise, threshold, speckle and last the camera's or scanner's JPEG. */
export async function degrade(page: Grey, dpi: number, wear: Wear, random: Random): Promise<Grey> {
  const scale = dpi / 200
  let step = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
  if (Math.abs(wear.skew) > 0.05) step = step.rotate(wear.skew, { background: '#ffffff' })
  if (wear.blur * scale >= 0.3) step = step.blur(wear.blur * scale)
  const { data, info } = await step.extractChannel(0).raw().toBuffer({ resolveWithObject: true })
  const grey: Grey = { width: info.width, height: info.height, data: new Uint8Array(data) }
  tint(grey, wear, scale, random)
  speckle(grey, wear.speckle, random)
  return wear.jpeg === null ? grey : await throughJpeg(grey, wear.jpeg)
}

function tint(grey: Grey, wear: Wear, scale: number, random: Random): void {
  const { width, height, data } = grey
  const gauss = gaussTable(random)
  const shade = field(width, height, 300 * scale, random)
  const fade = wear.breaks > 0 ? field(width, height, 3.2 * scale, random) : null
  const contrast = (wear.paper - wear.ink) / 255
  let g = 0
  for (let y = 0; y < height; y++) {
    // A fresh place in the table each row, or the noise would show as stripes.
    g = random.below(gauss.length)
    const shadeRow = shade(y)
    const fadeRow = fade === null ? null : fade(y)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      let level = wear.ink + (data[i] ?? 0) * contrast + wear.noise * (gauss[g] ?? 0) + wear.shade * shadeRow(x)
      g = g + 1 === gauss.length ? 0 : g + 1
      if (fadeRow !== null && level < wear.paper - 20) level += wear.breaks * Math.max(0, fadeRow(x))
      if (wear.threshold !== null) data[i] = level < wear.threshold ? 0 : 255
      else data[i] = Math.max(0, Math.min(255, level))
    }
  }
}

function gaussTable(random: Random): Float32Array {
  const table = new Float32Array(16381)
  for (let i = 0; i < table.length; i++) table[i] = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return table
}

/** Smooth chance in -1..1 with features `cell` pixels wide: a coarse grid, read bilinearly. */
function field(width: number, height: number, cell: number, random: Random): (y: number) => (x: number) => number {
  const columns = Math.ceil(width / cell) + 2
  const rows = Math.ceil(height / cell) + 2
  const grid = new Float32Array(columns * rows)
  for (let i = 0; i < grid.length; i++) grid[i] = random.between(-1, 1)
  const line = new Float32Array(columns)
  return (y) => {
    const row = Math.floor(y / cell)
    const t = y / cell - row
    for (let c = 0; c < columns; c++) line[c] = (grid[row * columns + c] ?? 0) * (1 - t) + (grid[(row + 1) * columns + c] ?? 0) * t
    return (x) => {
      const c = Math.floor(x / cell)
      const s = x / cell - c
      return (line[c] ?? 0) * (1 - s) + (line[c + 1] ?? 0) * s
    }
  }
}

/** Blobs one to three pixels wide, two thirds dust (black), the rest holes (white). */
function speckle(grey: Grey, perMillion: number, random: Random): void {
  const { width, height, data } = grey
  const count = Math.round((perMillion * width * height) / 1e6)
  for (let n = 0; n < count; n++) {
    const left = random.below(width - 3)
    const top = random.below(height - 3)
    const across = 1 + random.below(3)
    const down = 1 + random.below(3)
    const level = random.chance(0.67) ? 0 : 255
    for (let y = top; y < top + down; y++) data.fill(level, y * width + left, y * width + left + across)
  }
}

async function throughJpeg(grey: Grey, quality: number): Promise<Grey> {
  const jpeg = await sharp(grey.data, { raw: { width: grey.width, height: grey.height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer()
  const { data, info } = await sharp(jpeg).extractChannel(0).raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
