import { type FuseShape, type FuseTable, fuseCells, fuseShape } from '../../src/restore/fuse.ts'

/** Builds the table by peeling: find a cell that only one key uses, take the key out, go on; then fill in reverse. `checked` adds `more`. */
export function buildFuse(a: Int32Array, b: Int32Array, values: Uint16Array, valueBits: number, checked = false): FuseTable {
  const size = a.length
  const shape = fuseShape(size)
  const length = (shape.segmentCount + 2) * shape.segmentLength
  for (let seed = 1; seed < 100; seed++) {
    const table = tryBuild({ ...shape, seed: Math.imul(seed, 0x9e3779b1) }, length, a, b, values, valueBits, checked)
    if (table) return table
  }
  throw new Error(`no fuse table for ${size} keys: are there duplicates?`)
}

function tryBuild(
  shape: FuseShape,
  length: number,
  a: Int32Array,
  b: Int32Array,
  values: Uint16Array,
  valueBits: number,
  checked: boolean,
): FuseTable | null {
  const size = a.length
  const degree = new Uint32Array(length)
  const keys = new Uint32Array(length)
  const cellsOf = new Uint32Array(size * 3)
  const prints = new Uint16Array(size)
  const bits = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    const [p, q, r, print, more] = fuseCells(shape, a[i] as number, b[i] as number)
    cellsOf.set([p, q, r], i * 3)
    prints[i] = print
    bits[i] = more
    for (const cell of [p, q, r]) {
      degree[cell] = (degree[cell] as number) + 1
      keys[cell] = (keys[cell] as number) ^ i
    }
  }
  const queue = new Uint32Array(length)
  let tail = 0
  for (let cell = 0; cell < length; cell++) if (degree[cell] === 1) queue[tail++] = cell
  const order = new Uint32Array(size)
  const home = new Uint32Array(size)
  let taken = 0
  for (let head = 0; head < tail; head++) {
    const cell = queue[head] as number
    if (degree[cell] !== 1) continue
    const key = keys[cell] as number
    order[taken] = key
    home[taken++] = cell
    for (let j = 0; j < 3; j++) {
      const other = cellsOf[key * 3 + j] as number
      degree[other] = (degree[other] as number) - 1
      keys[other] = (keys[other] as number) ^ key
      if (degree[other] === 1) queue[tail++ % length] = other
    }
  }
  if (taken !== size) return null
  const cells = new Uint16Array(length)
  const more = new Uint8Array(checked ? length : 0)
  for (let i = size - 1; i >= 0; i--) {
    const key = order[i] as number
    const cell = home[i] as number
    let content = (prints[key] as number) ^ (values[key] as number)
    let extra = bits[key] as number
    for (let j = 0; j < 3; j++) {
      const other = cellsOf[key * 3 + j] as number
      if (other === cell) continue
      content ^= cells[other] as number
      if (checked) extra ^= more[other] as number
    }
    cells[cell] = content
    if (checked) more[cell] = extra
  }
  return { ...shape, valueBits, cells, more: checked ? more : null }
}
