import type { Component, Mask } from './components.ts'

/** Inches: stamps and signatures are larger both ways than any letter, also of a title; letters of one word may hang together. */
const LETTER_HEIGHT = 0.32

/** The pieces of ink that are no print: rings, seals, signatures. */
export function largeBlobs(parts: readonly Component[], dpi: number): Component[] {
  return parts.filter(({ box }) => box.height > LETTER_HEIGHT * dpi && box.width > LETTER_HEIGHT * dpi)
}

/** `part` without the runs of `others`, which were cut out of it. */
export function without(part: Component, others: readonly Component[]): Component {
  if (others.length === 0) return part
  const kept = new Map<number, [start: number, end: number][]>()
  for (const { runs } of others) {
    for (let i = 0; i < runs.length; i += 3) {
      const row = runs[i] as number
      kept.set(row, [...(kept.get(row) ?? []), [runs[i + 1] as number, runs[i + 2] as number]])
    }
  }
  const runs: number[] = []
  for (let i = 0; i < part.runs.length; i += 3) {
    const [row, start, end] = [part.runs[i] as number, part.runs[i + 1] as number, part.runs[i + 2] as number]
    let at = start
    for (const [from, to] of (kept.get(row) ?? []).sort((a, b) => a[0] - b[0])) {
      if (from < start || to > end) continue
      if (from > at) runs.push(row, at, from)
      at = to
    }
    if (end > at) runs.push(row, at, end)
  }
  return { ...part, runs }
}

/** Whites out `parts` with the grey seam around them. */
export function erase(image: { width: number; height: number; data: Uint8Array }, mask: Mask, parts: readonly Component[]): void {
  const { width, height } = mask
  for (const { runs } of parts) {
    for (let i = 0; i < runs.length; i += 3) {
      const [row, start, end] = [runs[i] as number, runs[i + 1] as number, runs[i + 2] as number]
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = Math.max(0, start - 1); x < Math.min(width, end + 1); x++) {
          const at = y * width + x
          if (y !== row && mask.data[at] === 1) continue
          image.data[at] = 255
        }
      }
      for (let x = start; x < end; x++) mask.data[row * width + x] = 0
    }
  }
}
