import { stripMarks } from '../vietnamese/letters.ts'
import type { Channel, Readings } from './channel.ts'
import type { Trie } from './trie.ts'

/** A word that may have been printed, and what reading it so costs, in nats. */
export interface Spelling {
  word: number
  cost: number
}

const LONGEST = 24
const WIDEST_READING = 3
/** A reading this much dearer than the cheapest to the same place is given up. */
const BEAM = 9
/** A character that the channel cannot explain is dropped at this cost. */
const JUNK = 8
const MOST_NODES = 8192

/**
 * Finds the printed words behind a read token: a walk through token and trie at once, by the channel's units. One instance keeps its
 * work space; the cost is linear in the token's length.
 */
export class Speller {
  private readonly trie: Trie
  private readonly cost: Float32Array
  private readonly stamp: Int32Array
  private readonly nodes: Int32Array
  private readonly counts = new Int32Array(LONGEST + 1)
  private readonly cheapest = new Float32Array(LONGEST + 1)
  private round = 0
  private length = 0

  constructor(trie: Trie) {
    this.trie = trie
    this.cost = new Float32Array((LONGEST + 1) * trie.size)
    this.stamp = new Int32Array((LONGEST + 1) * trie.size)
    this.nodes = new Int32Array((LONGEST + 1) * MOST_NODES)
  }

  /** The words that `token` may stand for, in no order. `capitals` says for each character whether its letter was a capital. */
  spell(token: string, channel: Channel, capitals: (at: number) => boolean): Spelling[] {
    const length = token.length
    if (length === 0 || length > LONGEST) return []
    this.round++
    this.length = length
    this.counts.fill(0, 0, length + 1)
    this.cheapest.fill(Number.POSITIVE_INFINITY, 0, length + 1)
    this.reach(0, 0, 0)
    for (let at = 0; at < length; at++) {
      const reached = this.counts[at] as number
      if (reached === 0) continue
      const table = capitals(at) ? channel.capital : channel.small
      for (let width = 1; width <= WIDEST_READING && at + width <= length; width++) {
        const read = width === 1 ? (token[at] as string) : token.slice(at, at + width)
        const readings = table.get(read) ?? (width === 1 ? table.get(stripMarks(read)) : undefined)
        if (readings !== undefined) this.advance(at, width, readings)
      }
      for (let i = 0; i < reached; i++) {
        const node = this.nodes[at * MOST_NODES + i] as number
        this.reach(at + 1, node, (this.cost[at * this.trie.size + node] as number) + JUNK)
      }
    }
    return this.words(length)
  }

  /** Goes on from every node at `at` by every reading that is not too dear. */
  private advance(at: number, width: number, { first, second, cost }: Readings): void {
    const { trie } = this
    const limit = (this.cheapest[at] as number) + BEAM
    const to = at + width
    const reached = this.counts[at] as number
    for (let i = 0; i < reached; i++) {
      const node = this.nodes[at * MOST_NODES + i] as number
      const here = this.cost[at * trie.size + node] as number
      if (here > limit) continue
      for (let r = 0; r < cost.length; r++) {
        const total = here + (cost[r] as number)
        if (total > (this.cheapest[to] as number) + BEAM) break
        const letter = first[r] as number
        if (letter < 0) {
          this.reach(to, node, total)
          continue
        }
        let next = trie.child(node, letter)
        if (next === 0) continue
        const other = second[r] as number
        if (other >= 0) {
          next = trie.child(next, other)
          if (next === 0) continue
        }
        this.reach(to, next, total)
      }
    }
  }

  private reach(at: number, node: number, cost: number): void {
    if (cost > (this.cheapest[at] as number) + BEAM) return
    const cell = at * this.trie.size + node
    if (this.stamp[cell] !== this.round) {
      const count = this.counts[at] as number
      if (count === MOST_NODES) return
      this.stamp[cell] = this.round
      this.cost[cell] = cost
      this.nodes[at * MOST_NODES + count] = node
      this.counts[at] = count + 1
    } else if (cost < (this.cost[cell] as number)) this.cost[cell] = cost
    else return
    // At the end only whole words count: half a word read cheaply must not crowd them out.
    if (cost < (this.cheapest[at] as number) && (at < this.length || (this.trie.word[node] as number) >= 0)) this.cheapest[at] = cost
  }

  private words(length: number): Spelling[] {
    const found: Spelling[] = []
    for (let i = 0; i < (this.counts[length] as number); i++) {
      const node = this.nodes[length * MOST_NODES + i] as number
      const word = this.trie.word[node] as number
      if (word >= 0) found.push({ word, cost: this.cost[length * this.trie.size + node] as number })
    }
    return found
  }
}
