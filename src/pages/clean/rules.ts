import type { Mask } from './components.ts'

/** A printed line: along `at` (its middle: y of a horizontal one, x of a vertical one) from `from` to `to`, in pixels. */
export interface Rule {
  at: number
  from: number
  to: number
  thickness: number
}

export interface Rules {
  horizontal: Rule[]
  vertical: Rule[]
}

/** Inches: what is shorter is a dash, a letter or the top of a stamp's ring. */
const LEAST_HORIZONTAL = 0.45
const LEAST_VERTICAL = 0.4
const MOST_THICKNESS = 0.05

/** The printed lines of a page: underlines, and the grids of tables. The page must stand straight to within half a degree. */
export function findRules(mask: Mask, dpi: number): Rules {
  const horizontal = findHorizontal(mask, LEAST_HORIZONTAL * dpi, MOST_THICKNESS * dpi)
  const vertical = findHorizontal(transpose(mask), LEAST_VERTICAL * dpi, MOST_THICKNESS * dpi)
  // A lone upright is a fold, a margin or letters above one another; those of a table meet its horizontal lines.
  const near = dpi / 20
  const meets = (rule: Rule) =>
    horizontal.some(
      (other) => rule.at > other.from - near && rule.at < other.to + near && other.at > rule.from - near && other.at < rule.to + near,
    )
  return { horizontal, vertical: vertical.filter(meets) }
}

interface Strip {
  top: number
  bottom: number
  from: number
  to: number
}

function findHorizontal(mask: Mask, least: number, thickest: number): Rule[] {
  let open: Strip[] = []
  const closed: Strip[] = []
  for (let y = 0; y < mask.height; y++) {
    const runs = longRuns(mask, y, least / 3)
    const next: Strip[] = []
    for (const strip of open) {
      if (y - strip.bottom > 3) closed.push(strip)
      else next.push(strip)
    }
    for (const [from, to] of runs) {
      const near = next.find((strip) => from <= strip.to + least / 4 && to >= strip.from - least / 4)
      if (near === undefined) next.push({ top: y, bottom: y + 1, from, to })
      else {
        near.bottom = y + 1
        near.from = Math.min(near.from, from)
        near.to = Math.max(near.to, to)
      }
    }
    open = next
  }
  closed.push(...open)
  return joinStrips(
    closed.filter((strip) => isThin(strip, thickest)),
    least,
  )
}

/** No thicker than a fifteenth of its length, with one per cent allowed for lean. */
function isThin(strip: Strip, thickest: number): boolean {
  const length = strip.to - strip.from
  return strip.bottom - strip.top <= Math.min(thickest, length / 15) + length * 0.01
}

/** Pieces of one line: a scanned line leans by a pixel or two and is broken by specks, so each piece alone may be too short. */
function joinStrips(strips: Strip[], least: number): Rule[] {
  const long = strips.filter((strip) => strip.to - strip.from >= least)
  const goesOn = (piece: Strip) => {
    const at = (piece.top + piece.bottom) / 2
    return long.some((strip) => {
      const apart = Math.max(piece.from, strip.from) - Math.min(piece.to, strip.to)
      return apart < least / 3 && at > strip.top - least / 20 && at < strip.bottom + least / 20
    })
  }
  const pieces = strips.filter((strip) => strip.to - strip.from < least && goesOn(strip))
  return [...long, ...pieces].map(({ top, bottom, from, to }) => ({ at: (top + bottom) / 2, from, to, thickness: bottom - top }))
}

/** Runs of ink in row `y` at least `least` long; a gap of two pixels does not end a run, since scanned lines are ragged. */
function longRuns({ width, data }: Mask, y: number, least: number): [from: number, to: number][] {
  const runs: [number, number][] = []
  const offset = y * width
  let from = 0
  let end = -10
  const close = () => {
    if (end - from >= least) runs.push([from, end])
  }
  for (let x = 0; x < width; x++) {
    if (data[offset + x] === 0) continue
    if (x - end > 2) {
      close()
      from = x
    }
    end = x + 1
  }
  close()
  return runs
}

function transpose({ width, height, data }: Mask): Mask {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] as number
  }
  return { width: height, height: width, data: turned }
}

/** Whites out the rules of `image`, leaving letters that cross them: only where the ink is no thicker than the rule itself. */
export function eraseRules(image: { width: number; height: number; data: Uint8Array }, mask: Mask, rules: Rules): void {
  const { width, height } = mask
  for (const rule of rules.horizontal) {
    for (let x = rule.from; x < rule.to; x++) eraseAcross(image.data, mask.data, x, width, Math.round(rule.at), height, rule.thickness)
  }
  for (const rule of rules.vertical) {
    for (let y = rule.from; y < rule.to; y++) eraseAcross(image.data, mask.data, y * width, 1, Math.round(rule.at), width, rule.thickness)
  }
}

function eraseAcross(
  image: Uint8Array,
  mask: Uint8Array,
  offset: number,
  step: number,
  at: number,
  length: number,
  thickness: number,
): void {
  const reach = Math.ceil(thickness / 2) + 2
  let first = Math.max(0, at - reach)
  let last = Math.min(length - 1, at + reach)
  while (first <= last && mask[offset + first * step] === 0) first++
  while (last >= first && mask[offset + last * step] === 0) last--
  if (last < first) return
  const crossed = (first > 0 && mask[offset + (first - 1) * step] === 1) || (last < length - 1 && mask[offset + (last + 1) * step] === 1)
  if (crossed) return
  for (let i = Math.max(0, first - 1); i <= Math.min(length - 1, last + 1); i++) {
    image[offset + i * step] = 255
    mask[offset + i * step] = 0
  }
}
