import type { Container } from './container.ts'
import { type FuseTable, fuseGet } from './fuse.ts'
import { laneA, laneB } from './hash.ts'

/** A context: up to three words back, with what the scorer needs of them. Fields are lanes and natural-log back-off weights. */
export interface Context {
  words: readonly [number, number, number]
  a1: number
  b1: number
  a2: number
  b2: number
  a3: number
  b3: number
  /** How many words of the context open a longer n-gram: 1, 2 or 3. */
  depth: number
  backoff1: number
  backoff2: number
  backoff3: number
}

export const LANE_A = 0x3c6ef372
export const LANE_B = 0x1b873593

/** A back-off n-gram model over word ids: unigrams in arrays, longer n-grams in fuse tables with quantised logs. */
export class LanguageModel {
  readonly unigram: Float32Array
  private readonly backoff: Float32Array
  private readonly grams: FuseTable[]
  private readonly gramLogs: Float32Array[]
  private readonly contexts: FuseTable[]
  private readonly contextLogs: Float32Array[]

  constructor(file: Container) {
    this.unigram = file.section('lm.unigram', 'f32')
    this.backoff = file.section('lm.backoff', 'f32')
    const table = (name: string): FuseTable => {
      const [valueBits = 0, segmentLength = 0, segmentCount = 0, seed = 0] = file.section(`${name}.shape`, 'i32')
      return { valueBits, segmentLength, segmentCount, seed, cells: file.section(`${name}.cells`, 'u16') }
    }
    const orders = [2, 3, 4]
    this.grams = orders.map((order) => table(`lm.gram${order}`))
    this.gramLogs = orders.map((order) => file.section(`lm.gram${order}.logs`, 'f32'))
    this.contexts = [2, 3].map((order) => table(`lm.context${order}`))
    this.contextLogs = [2, 3].map((order) => file.section(`lm.context${order}.logs`, 'f32'))
  }

  /** The context after `words`, oldest first. */
  context(x: number, y: number, z: number): Context {
    const a1 = laneA(LANE_A, z)
    const b1 = laneB(LANE_B, z)
    const a2 = laneA(a1, y)
    const b2 = laneB(b1, y)
    const context: Context = { words: [x, y, z], a1, b1, a2, b2, a3: 0, b3: 0, depth: 1, backoff1: this.backoff[z] as number, backoff2: 0, backoff3: 0 }
    const two = fuseGet(this.contexts[0] as FuseTable, a2, b2)
    if (two < 0) return context
    context.depth = 2
    context.backoff2 = (this.contextLogs[0] as Float32Array)[two] as number
    context.a3 = laneA(a2, x)
    context.b3 = laneB(b2, x)
    const three = fuseGet(this.contexts[1] as FuseTable, context.a3, context.b3)
    if (three < 0) return context
    context.depth = 3
    context.backoff3 = (this.contextLogs[1] as Float32Array)[three] as number
    return context
  }

  /** Natural log of p(word | context). */
  score(context: Context, word: number): number {
    const { depth } = context
    const two = fuseGet(this.grams[0] as FuseTable, laneA(context.a1, word), laneB(context.b1, word))
    if (two < 0) return context.backoff3 + context.backoff2 + context.backoff1 + (this.unigram[word] as number)
    if (depth > 1) {
      const three = fuseGet(this.grams[1] as FuseTable, laneA(context.a2, word), laneB(context.b2, word))
      if (three >= 0) {
        if (depth > 2) {
          const four = fuseGet(this.grams[2] as FuseTable, laneA(context.a3, word), laneB(context.b3, word))
          if (four >= 0) return (this.gramLogs[2] as Float32Array)[four] as number
        }
        return context.backoff3 + ((this.gramLogs[1] as Float32Array)[three] as number)
      }
    }
    return context.backoff3 + context.backoff2 + ((this.gramLogs[0] as Float32Array)[two] as number)
  }
}
