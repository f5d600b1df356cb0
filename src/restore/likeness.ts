import type { Channel, Readings } from './channel.ts'
import { type LetterKind, LONGEST_TOKEN, WIDEST_READING } from './spell.ts'

const LONGEST_WORD = 12
/** A letter that was printed and not read at all; a letter read as any other sign; a sign that was never printed. All in nats. */
const LOST = 5
const OTHER = 6.5
const EXTRA = 6

/**
 * What it costs to read a given word as a given token, in nats, by the channel's units where it has them and by guesses where it has
 * none. The speller finds the words that are like a token; this weighs a word that the context asks for, however unlike it is.
 */
export class Likeness {
  private readonly best = new Float64Array((LONGEST_TOKEN + 1) * (LONGEST_WORD + 1))
  private readonly readings: (Readings | undefined)[] = []
  private token = ''
  /** By letter, whether the token's characters are read for it at less than a letter lost or misread costs anyway. */
  private readonly near = new Uint8Array(256)

  /** Chooses the token that words are compared with; false for one that is too long. */
  take(token: string, channel: Channel, kinds: (at: number) => LetterKind): boolean {
    if (token.length > LONGEST_TOKEN) return false
    this.token = token
    this.near.fill(0)
    for (let at = 0; at < token.length; at++) {
      const kind = kinds(at)
      for (let width = 1; width <= WIDEST_READING; width++) {
        const read = at + width <= token.length ? token.slice(at, at + width) : ''
        const slot = (at * WIDEST_READING + width - 1) * 2
        this.readings[slot] = kind === 'small' ? undefined : channel.capital.get(read)
        this.readings[slot + 1] = kind === 'capital' ? undefined : channel.small.get(read)
        for (const readings of [this.readings[slot], this.readings[slot + 1]]) if (readings !== undefined) this.nearTo(readings)
      }
    }
    return true
  }

  private nearTo({ single, first, second }: Readings): void {
    const { near } = this
    for (let letter = 0; letter < single.length; letter++) if ((single[letter] as number) < LOST) near[letter] = 1
    for (let i = 0; i < first.length; i++) {
      near[first[i] as number] = 1
      near[second[i] as number] = 1
    }
  }

  /** What `cost` gives at the least, at a glance: a letter that is like nothing in the token was lost or misread. */
  least(letters: Uint8Array): number {
    let strange = 0
    for (let i = 0; i < letters.length; i++) strange += 1 - (this.near[letters[i] as number] as number)
    return Math.max(strange * LOST, (this.token.length - WIDEST_READING * letters.length) * EXTRA)
  }

  /** The cost of the token as a reading of `letters`, numbers of the trie. */
  cost(letters: Uint8Array): number {
    const length = this.token.length
    const size = letters.length
    if (size > LONGEST_WORD) return Number.POSITIVE_INFINITY
    const { best } = this
    const width = size + 1
    best.fill(Number.POSITIVE_INFINITY, 0, (length + 1) * width)
    best[0] = 0
    for (let at = 0; at <= length; at++) {
      for (let i = 0; i <= size; i++) {
        const here = best[at * width + i] as number
        if (here === Number.POSITIVE_INFINITY) continue
        if (i < size) this.reach(at * width + i + 1, here + LOST)
        if (at === length) continue
        this.reach((at + 1) * width + i, here + EXTRA)
        if (i === size) continue
        this.reach((at + 1) * width + i + 1, here + OTHER)
        for (let wide = 1; wide <= WIDEST_READING && at + wide <= length; wide++)
          for (let kind = 0; kind < 2; kind++) {
            const readings = this.readings[(at * WIDEST_READING + wide - 1) * 2 + kind]
            if (readings === undefined) continue
            const to = (at + wide) * width + i
            this.reach(to + 1, here + (readings.single[letters[i] as number] as number))
            if (i + 1 === size) continue
            const { first, second, cost } = readings
            for (let r = 0; r < cost.length; r++)
              if (first[r] === letters[i] && second[r] === letters[i + 1]) {
                this.reach(to + 2, here + (cost[r] as number))
                break
              }
          }
      }
    }
    return best[length * width + size] as number
  }

  private reach(cell: number, cost: number): void {
    if (cost < (this.best[cell] as number)) this.best[cell] = cost
  }
}
