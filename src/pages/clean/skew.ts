import type { Mask } from './components.ts'

const WIDEST = 3
const STEP = 0.05

/**
 * The angle, in degrees clockwise, by which the lines of print lean: the one whose projection of ink onto the vertical is the
 * sharpest (Postl, 1986), tried from −3° to 3°, coarse then fine. 0 where no angle stands out.
 */
export function findSkew(mask: Mask): number {
  const points = sample(mask)
  if (points.length < 400) return 0
  let best = 0
  let sharpest = sharpness(points, 0, mask)
  const level = sharpest
  for (let angle = -WIDEST; angle <= WIDEST; angle += 0.5) {
    const value = sharpness(points, angle, mask)
    if (value > sharpest) [best, sharpest] = [angle, value]
  }
  const centre = best
  for (let angle = centre - 0.45; angle <= centre + 0.45; angle += STEP) {
    const value = sharpness(points, angle, mask)
    if (value > sharpest) [best, sharpest] = [angle, value]
  }
  return sharpest > level * 1.02 ? best : 0
}

/** The lower ends of ink, every other column: base lines stand out better than all ink does. */
function sample({ width, height, data }: Mask): Int32Array {
  const points: number[] = []
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width; x += 2) {
      if (data[y * width + x] === 1 && data[(y + 1) * width + x] === 0) points.push(x, y)
    }
  }
  return Int32Array.from(points)
}

function sharpness(points: Int32Array, angle: number, { width, height }: Mask): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const bins = new Uint32Array(height + 2 * margin)
  for (let i = 0; i < points.length; i += 2) {
    const at = Math.round((points[i + 1] as number) - (points[i] as number) * slope) + margin
    bins[at] = (bins[at] as number) + 1
  }
  let sum = 0
  for (const bin of bins) sum += bin * bin
  return sum
}
