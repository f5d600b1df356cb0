import type { GreyImage } from '../engine.ts'

/** How often each grey value occurs. */
export function histogram({ data }: GreyImage): Uint32Array {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number
    counts[value] = (counts[value] as number) + 1
  }
  return counts
}

/** The grey value that best parts ink from paper (Otsu, "A threshold selection method from gray-level histograms", 1979). */
export function inkThreshold(counts: Uint32Array): number {
  const total = counts.reduce((all, count) => all + count, 0)
  let sum = 0
  for (let value = 0; value < 256; value++) sum += value * (counts[value] as number)
  let darker = 0
  let darkSum = 0
  let best = -1
  let first = 128
  let last = 128
  for (let value = 0; value < 256; value++) {
    darker += counts[value] as number
    darkSum += value * (counts[value] as number)
    const brighter = total - darker
    if (darker === 0 || brighter === 0) continue
    const spread = darker * brighter * (darkSum / darker - (sum - darkSum) / brighter) ** 2
    if (spread > best * (1 + 1e-12)) {
      best = spread
      first = value
    }
    if (spread >= best * (1 - 1e-12)) last = value
  }
  // Between two peaks with nothing in between, every value parts them alike: the middle is the safest.
  return Math.round((first + Math.max(first, last)) / 2)
}

/** Stretches grey so that paper is white and ink keeps its shades: everything over the paper's value becomes 255. */
export function level(image: GreyImage, paper: number): void {
  if (paper === 255) return
  const map = new Uint8Array(256)
  for (let value = 0; value < 256; value++) map[value] = Math.min(255, Math.round((value * 255) / Math.max(1, paper)))
  const { data } = image
  for (let i = 0; i < data.length; i++) data[i] = map[data[i] as number] as number
}

/** The paper's grey: the most frequent value of the bright half. */
export function paperValue(counts: Uint32Array, threshold: number): number {
  let best = 255
  for (let value = 255; value > threshold; value--) if ((counts[value] as number) > (counts[best] as number)) best = value
  return best
}
