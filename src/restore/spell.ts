import { stripMarks } from '../vietnamese/letters.ts'
import type { Channel, Readings } from './channel.ts'
import type { Trie } from './trie.ts'

/** A word that may have been printed, and what reading it so costs, in nats. */
export interface Spelling {
  word: number
  cost: number
}

/** Whether a small letter was printed, a capital, or the token leaves it open. */
export type LetterKind = 'small' | 'capital' | 'either'

export const LONGEST_TOKEN = 24
export const WIDEST_READING = 3
/** A reading this much dearer than the cheapest to the same place is given up. */
const BEAM = 8
/** A character that the channel cannot explain is dropped at this cost; a point or a quote inside a word at less. */
const JUNK = 8
const INNER_JUNK = 3.5
const junkCost = (character: string): number => (".'’‘`´^~*°".includes(character) ? INNER_JUNK : JUNK)
/** A tall stroke that looks like a capital is often a small letter (`Iớp` for `lớp`), and the other way round. */
const STROKES = 'Il|1!'
const MOST_NODES = 8192
/** How far a node's promise, the frequency of what lies below it, counts in the pruning. */
export const FORESIGHT = 0.7
/** The last letter of a short token is now and then not read at all (`S` for `Sở`, `b` for `bộ`). */
const LONGEST_CURTAILED = 2
const CURTAILED = 5.5
/** More words than these behind one token never help. */
const MOST_WORDS = 16

/**
 * Finds the printed words behind a read token: a walk through token and trie at once, by the channel's units. One instance keeps its
 * work space; the cost is linear in the token's length.
 */
export class Speller {
  private readonly trie: Trie
  private readonly cost: Float32Array
  private readonly stamp: Int32Array
  private readonly nodes: Int32Array
  private readonly counts = new Int32Array(LONGEST_TOKEN + 1)
  private readonly cheapest = new Float32Array(LONGEST_TOKEN + 1)
  private round = 0
  private length = 0

  constructor(trie: Trie) {
    this.trie = trie
    this.cost = new Float32Array((LONGEST_TOKEN + 1) * trie.size)
    this.stamp = new Int32Array((LONGEST_TOKEN + 1) * trie.size)
    this.nodes = new Int32Array((LONGEST_TOKEN + 1) * MOST_NODES)
  }

  /** The words that `token` may stand for, in no order. `kinds` says what letter stood at each character. */
  spell(token: string, channel: Channel, kinds: (at: number) => LetterKind): Spelling[] {
    const length = token.length
    if (length === 0 || length > LONGEST_TOKEN) return []
    this.round++
    this.length = length
    this.counts.fill(0, 0, length + 1)
    this.cheapest.fill(Number.POSITIVE_INFINITY, 0, length + 1)
    this.reach(0, 0, 0)
    for (let at = 0; at < length; at++) {
      if (this.counts[at] === 0) continue
      const kind = kinds(at)
      for (let width = 1; width <= WIDEST_READING && at + width <= length; width++) {
        const read = width === 1 ? (token[at] as string) : token.slice(at, at + width)
        const stroke = width === 1 && STROKES.includes(read)
        let known = false
        if (kind !== 'small' || stroke) known = this.look(channel.capital, read, at) || known
        if (kind !== 'capital' || stroke) known = this.look(channel.small, read, at) || known
        if (width === 1 && !known) this.dropCharacter(at, junkCost(read))
      }
    }
    return this.words(length)
  }

  /** Goes on by what `table` knows of `read`; false where it knows nothing. */
  private look(table: Map<string, Readings>, read: string, at: number): boolean {
    const readings = table.get(read) ?? (read.length === 1 ? table.get(stripMarks(read)) : undefined)
    if (readings !== undefined) this.advance(at, at + read.length, readings, junkCost(read))
    return readings !== undefined
  }

  /** Goes on from every node at `at` that is worth it, by every reading that is not too dear. */
  private advance(at: number, to: number, { single, junk, first, second, cost }: Readings, dropped: number): void {
    const { firstChild, letterOf, rarity } = this.trie
    const limit = (this.cheapest[at] as number) + BEAM
    const reached = this.counts[at] as number
    for (let i = 0; i < reached; i++) {
      const node = this.nodes[at * MOST_NODES + i] as number
      const here = this.cost[at * this.trie.size + node] as number
      if (here + FORESIGHT * (rarity[node] as number) > limit) continue
      const end = firstChild[node + 1] as number
      for (let child = firstChild[node] as number; child < end; child++) {
        const total = here + (single[letterOf[child] as number] as number)
        if (total + FORESIGHT * (rarity[child] as number) <= (this.cheapest[to] as number) + BEAM) this.reach(to, child, total)
      }
      for (let r = 0; r < cost.length; r++) {
        const total = here + (cost[r] as number)
        // Cheapest first: all that follow are too dear as well.
        if (total + FORESIGHT * (rarity[node] as number) > (this.cheapest[to] as number) + BEAM) break
        const middle = this.trie.child(node, first[r] as number)
        const next = middle < 0 ? -1 : this.trie.child(middle, second[r] as number)
        if (next >= 0) this.reach(to, next, total)
      }
    }
    if (to === at + 1) this.dropCharacter(at, Math.min(junk, dropped))
  }

  /** Takes the character at `at` for junk. */
  private dropCharacter(at: number, cost: number): void {
    const reached = this.counts[at] as number
    for (let i = 0; i < reached; i++) {
      const node = this.nodes[at * MOST_NODES + i] as number
      this.reach(at + 1, node, (this.cost[at * this.trie.size + node] as number) + cost)
    }
  }

  private reach(at: number, node: number, cost: number): void {
    const worth = cost + FORESIGHT * (this.trie.rarity[node] as number)
    if (!(worth <= (this.cheapest[at] as number) + BEAM)) return
    const cell = at * this.trie.size + node
    const isNew = this.stamp[cell] !== this.round
    if (isNew) {
      const count = this.counts[at] as number
      if (count === MOST_NODES) return
      this.stamp[cell] = this.round
      this.cost[cell] = cost
      this.nodes[at * MOST_NODES + count] = node
      this.counts[at] = count + 1
    } else if (cost < (this.cost[cell] as number)) this.cost[cell] = cost
    else return
    // At the end only whole words count: half a word read cheaply must not crowd them out.
    if (worth < (this.cheapest[at] as number) && (at < this.length || (this.trie.word[node] as number) >= 0)) {
      this.cheapest[at] = worth
      // The most promising node goes on first, so that what cannot keep up with it is never reached.
      if (isNew && at < this.length) this.lead(at)
    }
  }

  /** Puts the node that was reached last at the head of its column. */
  private lead(at: number): void {
    const first = at * MOST_NODES
    const last = first + (this.counts[at] as number) - 1
    const node = this.nodes[last] as number
    this.nodes[last] = this.nodes[first] as number
    this.nodes[first] = node
  }

  /** The best words reached at the end, best first by cost and frequency together. */
  private words(length: number): Spelling[] {
    const { firstChild, word, size } = this.trie
    const best: Ranked[] = []
    for (let i = 0; i < (this.counts[length] as number); i++) {
      const node = this.nodes[length * MOST_NODES + i] as number
      const cost = this.cost[length * size + node] as number
      this.rank(best, word[node] as number, cost)
      if (length > LONGEST_CURTAILED) continue
      for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++)
        this.rank(best, word[child] as number, cost + CURTAILED)
    }
    return best
  }

  private rank(best: Ranked[], id: number, cost: number): void {
    if (id < 0) return
    const worth = cost + FORESIGHT * (this.trie.rarityOf[id] as number)
    if (best.length === MOST_WORDS && worth >= (best[MOST_WORDS - 1] as Ranked).worth) return
    const known = best.findIndex(({ word }) => word === id)
    if (known >= 0) {
      if ((best[known] as Ranked).worth <= worth) return
      best.splice(known, 1)
    } else if (best.length === MOST_WORDS) best.pop()
    let place = best.length
    while (place > 0 && (best[place - 1] as Ranked).worth > worth) place--
    best.splice(place, 0, { word: id, cost, worth })
  }
}

interface Ranked extends Spelling {
  worth: number
}
