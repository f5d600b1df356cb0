import type { Container } from './container.ts'
import { type FuseTable, fuseGet } from './fuse.ts'
import { laneA, laneB } from './hash.ts'

export const LANE_A = 0x3c6ef372
export const LANE_B = 0x1b873593

/** Contexts that can be prepared at once. */
export const SLOTS = 64

/** A back-off n-gram model over word ids: unigrams in arrays, longer n-grams in fuse tables with quantised logs. */
export class LanguageModel {
  readonly unigram: Float32Array
  private readonly backoff: Float32Array
  private readonly grams: FuseTable[]
  private readonly gramLogs: Float32Array[]
  private readonly contexts: FuseTable[]
  private readonly contextLogs: Float32Array[]
  private readonly a1 = new Int32Array(SLOTS)
  private readonly b1 = new Int32Array(SLOTS)
  private readonly a2 = new Int32Array(SLOTS)
  private readonly b2 = new Int32Array(SLOTS)
  private readonly a3 = new Int32Array(SLOTS)
  private readonly b3 = new Int32Array(SLOTS)
  private readonly depth = new Uint8Array(SLOTS)
  private readonly backoff1 = new Float64Array(SLOTS)
  private readonly backoff2 = new Float64Array(SLOTS)
  private readonly backoff3 = new Float64Array(SLOTS)

  constructor(file: Container) {
    this.unigram = file.section('lm.unigram', 'f32')
    this.backoff = file.section('lm.backoff', 'f32')
    const table = (name: string): FuseTable => {
      const [valueBits = 0, segmentLength = 0, segmentCount = 0, seed = 0] = file.section(`${name}.shape`, 'i32')
      const more = name === 'lm.gram2' ? file.section(`${name}.more`, 'u8') : null
      return { valueBits, segmentLength, segmentCount, seed, cells: file.section(`${name}.cells`, 'u16'), more }
    }
    const orders = [2, 3, 4]
    this.grams = orders.map((order) => table(`lm.gram${order}`))
    this.gramLogs = orders.map((order) => file.section(`lm.gram${order}.logs`, 'f32'))
    this.contexts = [2, 3].map((order) => table(`lm.context${order}`))
    this.contextLogs = [2, 3].map((order) => file.section(`lm.context${order}.logs`, 'f32'))
  }

  /**
   * Prepares slot `slot` for scoring what follows the words x y z, oldest first: their lanes, their back-off weights (natural logs)
   * and how many of them open a longer n-gram.
   */
  prepare(slot: number, x: number, y: number, z: number): void {
    const a1 = laneA(LANE_A, z)
    const b1 = laneB(LANE_B, z)
    this.a1[slot] = a1
    this.b1[slot] = b1
    this.depth[slot] = 1
    this.backoff1[slot] = this.backoff[z] as number
    this.backoff2[slot] = 0
    this.backoff3[slot] = 0
    const a2 = laneA(a1, y)
    const b2 = laneB(b1, y)
    const two = fuseGet(this.contexts[0] as FuseTable, a2, b2)
    if (two < 0) return
    this.a2[slot] = a2
    this.b2[slot] = b2
    this.depth[slot] = 2
    this.backoff2[slot] = (this.contextLogs[0] as Float32Array)[two] as number
    const a3 = laneA(a2, x)
    const b3 = laneB(b2, x)
    const three = fuseGet(this.contexts[1] as FuseTable, a3, b3)
    if (three < 0) return
    this.a3[slot] = a3
    this.b3[slot] = b3
    this.depth[slot] = 3
    this.backoff3[slot] = (this.contextLogs[1] as Float32Array)[three] as number
  }

  /** Natural log of p(word | the words of `slot`). */
  score(slot: number, word: number): number {
    const depth = this.depth[slot] as number
    const longer = (this.backoff3[slot] as number) + (this.backoff2[slot] as number)
    const two = fuseGet(this.grams[0] as FuseTable, laneA(this.a1[slot] as number, word), laneB(this.b1[slot] as number, word))
    if (two < 0) return longer + (this.backoff1[slot] as number) + (this.unigram[word] as number)
    if (depth > 1) {
      const three = fuseGet(this.grams[1] as FuseTable, laneA(this.a2[slot] as number, word), laneB(this.b2[slot] as number, word))
      if (three >= 0) {
        if (depth > 2) {
          const four = fuseGet(this.grams[2] as FuseTable, laneA(this.a3[slot] as number, word), laneB(this.b3[slot] as number, word))
          if (four >= 0) return (this.gramLogs[2] as Float32Array)[four] as number
        }
        return (this.backoff3[slot] as number) + ((this.gramLogs[1] as Float32Array)[three] as number)
      }
    }
    return longer + ((this.gramLogs[0] as Float32Array)[two] as number)
  }
}
