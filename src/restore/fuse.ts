/**
 * A static function from n-grams to small numbers in about 18 bits an entry (3-wise binary fuse; Graf and Lemire, "Binary Fuse
 * Filters", 2022). A cell is 16 bits: `valueBits` of value, the rest a fingerprint that says whether the key was stored at all;
 * a key that was not passes by chance once in 2^(16 - valueBits).
 */
export interface FuseTable {
  valueBits: number
  segmentLength: number
  /** Segments that a key may start in. */
  segmentCount: number
  seed: number
  cells: Uint16Array
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
  return cell >>> table.valueBits === 0 ? cell : -1
}

/** 16 mixed bits; only those above the value must come out zero, so the value hides in the rest. */
function fingerprint(x: number, y: number): number {
  let mixed = Math.imul(x ^ (y >>> 16), 0x45d9f3b)
  mixed ^= mixed >>> 16
  return Math.imul(mixed + y, 0x2c1b3c6d) >>> 16
}

/** The three cells of a key and its fingerprint, for the builder. */
export function fuseCells(shape: Omit<FuseTable, 'cells' | 'valueBits'>, a: number, b: number): [number, number, number, number] {
  const { segmentLength, segmentCount, seed } = shape
  const mask = segmentLength - 1
  const x = Math.imul(a ^ seed, 0x9e3779b1) ^ b
  const y = Math.imul(b + seed, 0x85ebca6b) ^ (a >>> 7)
  const p = (((x >>> 0) * (segmentCount * segmentLength)) / TWO_32) | 0
  return [p, (p + segmentLength) ^ (y & mask), (p + 2 * segmentLength) ^ ((y >>> 14) & mask), fingerprint(x, y)]
}
