import type { Box } from '../../schema/geometry.ts'

/** A mask of ink: one byte a pixel, 1 where there is ink. */
export interface Mask {
  width: number
  height: number
  data: Uint8Array
}

/** Ink pixels that hang together, as horizontal runs (row, first column, column after the last). */
export interface Component {
  box: Box
  area: number
  runs: number[]
}

/** Marks the pixels darker than `threshold`. */
export function toMask(image: { width: number; height: number; data: Uint8Array }, threshold: number): Mask {
  const { width, height, data } = image
  const mask = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) mask[i] = (data[i] as number) < threshold ? 1 : 0
  return { width, height, data: mask }
}

/** The 8-connected components of a mask, by runs and union–find: linear in the number of pixels. */
export function components(mask: Mask): Component[] {
  const { rows, starts, ends } = toRuns(mask)
  const parent = new Int32Array(rows.length)
  for (let i = 0; i < parent.length; i++) parent[i] = i
  const find = (i: number): number => {
    let root = i
    while ((parent[root] as number) !== root) root = parent[root] as number
    for (let at = i; at !== root; ) {
      const next = parent[at] as number
      parent[at] = root
      at = next
    }
    return root
  }
  let above = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    while ((rows[above] as number) < row - 1 || ((rows[above] as number) === row - 1 && (ends[above] as number) < (starts[i] as number)))
      above++
    for (let j = above; (rows[j] as number) === row - 1 && (starts[j] as number) <= (ends[i] as number); j++) {
      if ((ends[j] as number) < (starts[i] as number)) continue
      parent[find(i)] = find(j)
    }
  }
  return gather(rows, starts, ends, find)
}

function toRuns({ width, height, data }: Mask): { rows: number[]; starts: number[]; ends: number[] } {
  const rows: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let y = 0; y < height; y++) {
    const offset = y * width
    for (let x = 0; x < width; x++) {
      if (data[offset + x] === 0) continue
      const start = x
      while (x < width && data[offset + x] === 1) x++
      rows.push(y)
      starts.push(start)
      ends.push(x)
    }
  }
  return { rows, starts, ends }
}

function gather(rows: number[], starts: number[], ends: number[], find: (i: number) => number): Component[] {
  const found = new Map<number, { left: number; top: number; right: number; bottom: number; area: number; runs: number[] }>()
  for (let i = 0; i < rows.length; i++) {
    const [row, start, end] = [rows[i] as number, starts[i] as number, ends[i] as number]
    const root = find(i)
    let part = found.get(root)
    if (part === undefined) {
      part = { left: start, top: row, right: end, bottom: row + 1, area: 0, runs: [] }
      found.set(root, part)
    }
    part.left = Math.min(part.left, start)
    part.right = Math.max(part.right, end)
    part.bottom = row + 1
    part.area += end - start
    part.runs.push(row, start, end)
  }
  return [...found.values()].map(({ left, top, right, bottom, area, runs }) => ({
    box: { x: left, y: top, width: right - left, height: bottom - top },
    area,
    runs,
  }))
}
