/** Where keys lie. */
export interface FuseShape {
  segmentLength: number
  /** Segments that a key may start in. */
  segmentCount: number
  seed: number
}

/**
 * A static function from n-grams to small numbers in about 18 bits an entry (3-wise binary fuse; Graf and Lemire, "Binary Fuse
 * Filters", 2022). A cell is 16 bits: `valueBits` of value, the rest a fingerprint that says whether the key was stored at all;
 * a key that was not passes by chance once in 2^(16 - valueBits).
 */
export interface FuseTable extends FuseShape {
  valueBits: number
  cells: Uint16Array
  /** Eight more bits of fingerprint a cell, where a key that passes by chance would do harm. */
  more: Uint8Array | null
}

/** Cells for `size` keys: (segmentCount + 2) * segmentLength. */
export function fuseShape(size: number): { segmentLength: number; segmentCount: number } {
  const segmentLength = 1 << Math.max(2, Math.min(17, Math.floor(Math.log(Math.max(2, size)) / Math.log(3.33) + 2.25)))
  const factor = size <= 2 ? 4 : Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(size))
  const segmentCount = Math.max(1, Math.ceil((size * factor) / segmentLength) - 2)
  return { segmentLength, segmentCount }
}

const TWO_32 = 4294967296

/** The value stored under the lanes, or -1. */
export function fuseGet(table: FuseTable, a: number, b: number): number {
  const { segmentLength, cells, seed } = table
  const mask = segmentLength - 1
  const x = Math.imul(a ^ seed, 0x9e3779b1) ^ b
  const y = Math.imul(b + seed, 0x85ebca6b) ^ (a >>> 7)
  const p = (((x >>> 0) * (table.segmentCount * segmentLength)) / TWO_32) | 0
  const q = (p + segmentLength) ^ (y & mask)
  const r = (p + 2 * segmentLength) ^ ((y >>> 14) & mask)
  const cell = (cells[p] as number) ^ (cells[q] as number) ^ (cells[r] as number) ^ fingerprint(x, y)
  if (cell >>> table.valueBits !== 0) return -1
  const { more } = table
  return more === null || ((more[p] as number) ^ (more[q] as number) ^ (more[r] as number)) === moreOf(x, y) ? cell : -1
}

/** 16 mixed bits; only those above the value must come out zero, so the value hides in the rest. */
function fingerprint(x: number, y: number): number {
  let mixed = Math.imul(x ^ (y >>> 16), 0x45d9f3b)
  mixed ^= mixed >>> 16
  return Math.imul(mixed + y, 0x2c1b3c6d) >>> 16
}

/** Eight bits that have nothing to do with the fingerprint. */
function moreOf(x: number, y: number): number {
  return Math.imul(Math.imul(x, 0x27d4eb2f) ^ (y + (x >>> 15)), 0x165667b1) >>> 24
}

/** The three cells of a key, its fingerprint and the bits of `more`, for the builder. */
export function fuseCells(shape: FuseShape, a: number, b: number): [p: number, q: number, r: number, print: number, more: number] {
  const { segmentLength, segmentCount, seed } = shape
  const mask = segmentLength - 1
  const x = Math.imul(a ^ seed, 0x9e3779b1) ^ b
  const y = Math.imul(b + seed, 0x85ebca6b) ^ (a >>> 7)
  const p = (((x >>> 0) * (segmentCount * segmentLength)) / TWO_32) | 0
  return [p, (p + segmentLength) ^ (y & mask), (p + 2 * segmentLength) ^ ((y >>> 14) & mask), fingerprint(x, y), moreOf(x, y)]
}
