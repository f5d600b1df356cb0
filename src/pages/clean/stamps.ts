import { bottom, centreX, right } from '../../schema/box.ts'
import { type Component, components, type Mask } from './components.ts'

/** A round stamp, in pixels of the page. */
export interface Stamp {
  x: number
  y: number
  radius: number
}

/** Inches: seals of Vietnamese bodies are 32 to 42 mm across (circular 21/2012/TT-BCA: 36 mm and more). */
const LEAST_RADIUS = 0.55
const MOST_RADIUS = 0.9
/** Votes are counted at this resolution: a ring three dots wide still falls into one or two cells. */
const COARSE_DPI = 50
const ANGLES = 72
/** A ring shows through a signature over it, and half of it may be missing in a bad print. */
const LEAST_SHARE = 0.45

/**
 * Rings among large pieces of ink, found by a Hough transform for circles (Duda and Hart, 1972): a stamp's ring and the signature
 * across it are one piece, so its box says nothing.
 */
export function findStamps(large: readonly Component[], dpi: number): Stamp[] {
  const stamps: Stamp[] = []
  const scale = COARSE_DPI / dpi
  for (const part of large) {
    if (part.box.width * scale < LEAST_RADIUS * COARSE_DPI * 1.6 || part.box.height * scale < LEAST_RADIUS * COARSE_DPI * 1.2) continue
    const circle = findCircle(part, scale)
    if (circle === null) continue
    const stamp = { x: circle.x / scale, y: circle.y / scale, radius: circle.radius / scale }
    if (stamps.every((other) => Math.hypot(other.x - stamp.x, other.y - stamp.y) > stamp.radius)) stamps.push(stamp)
  }
  return stamps
}

function findCircle(part: Component, scale: number): Stamp | null {
  const points = coarsePoints(part, scale)
  const left = Math.floor(part.box.x * scale)
  const top = Math.floor(part.box.y * scale)
  const width = Math.ceil(part.box.width * scale) + 3
  const height = Math.ceil(part.box.height * scale) + 3
  let best: Stamp | null = null
  let most = LEAST_SHARE
  for (let radius = Math.floor(LEAST_RADIUS * COARSE_DPI); radius <= MOST_RADIUS * COARSE_DPI; radius++) {
    const votes = new Uint16Array(width * height)
    for (let angle = 0; angle < ANGLES; angle++) {
      const dx = radius * Math.cos((angle * 2 * Math.PI) / ANGLES)
      const dy = radius * Math.sin((angle * 2 * Math.PI) / ANGLES)
      const seen = new Uint8Array(width * height)
      for (let i = 0; i < points.length; i += 2) {
        const x = Math.round((points[i] as number) - left + dx)
        const y = Math.round((points[i + 1] as number) - top + dy)
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        const at = y * width + x
        if (seen[at] === 1) continue
        seen[at] = 1
        votes[at] = (votes[at] as number) + 1
      }
    }
    votes.forEach((count, at) => {
      if (count / ANGLES <= most) return
      most = count / ANGLES
      best = { x: (at % width) + left + 0.5, y: Math.floor(at / width) + top + 0.5, radius }
    })
  }
  return best
}

function coarsePoints({ runs }: Component, scale: number): number[] {
  const seen = new Set<number>()
  for (let i = 0; i < runs.length; i += 3) {
    const y = Math.floor((runs[i] as number) * scale)
    for (let x = Math.floor((runs[i + 1] as number) * scale); x <= ((runs[i + 2] as number) - 1) * scale; x++) seen.add(y * 65_536 + x)
  }
  return [...seen].flatMap((at) => [at % 65_536, Math.floor(at / 65_536)])
}

/**
 * The pieces inside a stamp that belong to it: all but those that go on a line of print which comes in from outside, as where a
 * seal stands over the head of an appendix.
 */
export function stampInk(parts: readonly Component[], stamp: Stamp): Component[] {
  const near = parts.filter((part) => distance(part, stamp) < stamp.radius * 1.8)
  const inside = new Set(near.filter((part) => distance(part, stamp) < stamp.radius * 1.02))
  const queue = near.filter((part) => !inside.has(part))
  for (let kept = queue.pop(); kept !== undefined; kept = queue.pop()) {
    for (const part of inside) {
      if (!continues(kept, part)) continue
      inside.delete(part)
      queue.push(part)
    }
  }
  return [...inside]
}

const distance = ({ box }: Component, stamp: Stamp) => Math.hypot(centreX(box) - stamp.x, box.y + box.height / 2 - stamp.y)

function continues(kept: Component, part: Component): boolean {
  const [a, b] = [kept.box, part.box]
  const overlap = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y)
  const gap = Math.max(a.x, b.x) - Math.min(right(a), right(b))
  const tall = Math.max(a.height, b.height)
  return overlap > 0.6 * tall && gap < 1.8 * tall
}

/** Outside this many radii nothing of the ring is left; circles are found to within a twentieth. */
const OUTSIDE = 1.07

/**
 * What hangs on the ring from outside and goes on a line of print: the letters of a name that was set against the stamp. A
 * signature has no print beside it at its own height.
 */
export function printBeside(large: readonly Component[], stamp: Stamp, print: readonly Component[], dpi: number): Component[] {
  const letters = print.filter((part) => part.box.height > dpi * 0.06)
  const pieces = large.flatMap((part) => outside(part, stamp)).filter(({ box }) => box.height < dpi * 0.25 && box.height > dpi * 0.06)
  const kept: Component[] = []
  for (let grown = true; grown; ) {
    grown = false
    for (const piece of pieces) {
      if (kept.includes(piece) || ![...letters, ...kept].some((part) => continues(part, piece))) continue
      kept.push(piece)
      grown = true
    }
  }
  return kept
}

/** The parts of a piece that lie outside the ring: cut off there, they hang together anew. */
function outside({ box, runs }: Component, stamp: Stamp): Component[] {
  const reach = stamp.radius * OUTSIDE
  if (box.x > stamp.x + reach || right(box) < stamp.x - reach || box.y > stamp.y + reach || bottom(box) < stamp.y - reach) return []
  const mask: Mask = { width: box.width, height: box.height, data: new Uint8Array(box.width * box.height) }
  for (let i = 0; i < runs.length; i += 3) {
    const row = runs[i] as number
    for (let x = runs[i + 1] as number; x < (runs[i + 2] as number); x++) {
      if (Math.hypot(x - stamp.x, row - stamp.y) > reach) mask.data[(row - box.y) * box.width + x - box.x] = 1
    }
  }
  return components(mask).map((part) => ({
    ...part,
    box: { ...part.box, x: part.box.x + box.x, y: part.box.y + box.y },
    runs: part.runs.map((value, i) => value + (i % 3 === 0 ? box.y : box.x)),
  }))
}
