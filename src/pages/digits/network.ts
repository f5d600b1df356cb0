import { WEIGHTS } from './weights.ts'

/** One layer of convolution: rows and columns of its kernel, channels in, channels out; then the step of the maximum, if there is one. */
interface Layer {
  rows: number
  columns: number
  inputs: number
  outputs: number
  pool: readonly [number, number] | null
  /** [row][column][input][output] */
  weights: Float32Array
  bias: Float32Array
}

/** Rows, columns, then channels. */
interface Grid {
  rows: number
  columns: number
  channels: number
  data: Float32Array
}

/** A strip of paper as the network was trained on: 1 is ink, 0 paper; `STRIP.height` rows, `STRIP.em` of them for the print's em. */
export interface Strip {
  width: number
  data: Float32Array
}

/** As in training/digits/strings.py. */
export const STRIP = { height: 32, em: 15, base: 22 } as const

/** Signs of an output row: the ten digits, then the blank that parts them. */
export const SIGNS = 11
export const BLANK = 10

let layers: Layer[] | undefined

/** For each two columns of `strip` the log probabilities of the ten digits and the blank, one row of `SIGNS` after another. */
export function evaluate(strip: Strip): Float32Array {
  layers ??= WEIGHTS.map(unpack)
  let grid: Grid = { rows: STRIP.height, columns: strip.width, channels: 1, data: strip.data }
  for (const [i, layer] of layers.entries()) {
    grid = convolve(grid, layer, i < layers.length - 1)
    if (layer.pool !== null) grid = maximum(grid, layer.pool)
  }
  for (let at = 0; at < grid.data.length; at += SIGNS) normalise(grid.data.subarray(at, at + SIGNS))
  return grid.data
}

function unpack({ shape, pool, scale, bias, weights }: (typeof WEIGHTS)[number]): Layer {
  const [rows, columns, inputs, outputs] = shape
  const bytes = Uint8Array.from(atob(weights), (letter) => letter.charCodeAt(0))
  const whole = new Int8Array(bytes.buffer)
  return {
    rows,
    columns,
    inputs,
    outputs,
    pool,
    bias: Float32Array.from(bias),
    weights: Float32Array.from(whole, (w, i) => w * (scale[i % outputs] as number)),
  }
}

/** With zeros beside the grid; above and below it only where the kernel has three rows: the others take all rows at once. */
function convolve(grid: Grid, layer: Layer, rectify: boolean): Grid {
  const above = layer.rows === 3 ? 1 : 0
  const rows = grid.rows + 2 * above - layer.rows + 1
  const out: Grid = { rows, columns: grid.columns, channels: layer.outputs, data: new Float32Array(rows * grid.columns * layer.outputs) }
  const beside = layer.columns >> 1
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < grid.columns; x++) {
      const at = (y * grid.columns + x) * layer.outputs
      const sums = out.data.subarray(at, at + layer.outputs)
      sums.set(layer.bias)
      for (let row = 0; row < layer.rows; row++) {
        const from = y + row - above
        if (from < 0 || from >= grid.rows) continue
        for (let column = 0; column < layer.columns; column++) {
          const beneath = x + column - beside
          if (beneath >= 0 && beneath < grid.columns)
            accumulate(sums, grid, (from * grid.columns + beneath) * grid.channels, layer, row, column)
        }
      }
      if (rectify) for (let i = 0; i < sums.length; i++) if ((sums[i] as number) < 0) sums[i] = 0
    }
  }
  return out
}

function accumulate(sums: Float32Array, grid: Grid, source: number, layer: Layer, row: number, column: number): void {
  let weight = (row * layer.columns + column) * layer.inputs * layer.outputs
  for (let input = 0; input < layer.inputs; input++) {
    const value = grid.data[source + input] as number
    if (value === 0) weight += layer.outputs
    else for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + value * (layer.weights[weight++] as number)
  }
}

function maximum(grid: Grid, [down, across]: readonly [number, number]): Grid {
  const [rows, columns] = [Math.floor(grid.rows / down), Math.floor(grid.columns / across)]
  const data = new Float32Array(rows * columns * grid.channels).fill(Number.NEGATIVE_INFINITY)
  for (let y = 0; y < rows * down; y++) {
    for (let x = 0; x < columns * across; x++) {
      const to = (Math.floor(y / down) * columns + Math.floor(x / across)) * grid.channels
      const from = (y * grid.columns + x) * grid.channels
      for (let i = 0; i < grid.channels; i++) data[to + i] = Math.max(data[to + i] as number, grid.data[from + i] as number)
    }
  }
  return { rows, columns, channels: grid.channels, data }
}

/** Logits to log probabilities. */
function normalise(row: Float32Array): void {
  const most = Math.max(...row)
  let sum = 0
  for (const value of row) sum += Math.exp(value - most)
  const all = most + Math.log(sum)
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) - all
}
