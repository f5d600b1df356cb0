import type { Candidate } from './candidates.ts'
import type { Container } from './container.ts'

/** Costs in the file are whole steps of this many nats. */
export const COST_STEP = 0.125

/** The candidates of the tokens that come up most, worked out in training, so that only rare tokens are searched for. */
export class ReadyTokens {
  private readonly at = new Map<string, number>()
  private readonly counts: Uint8Array
  private readonly words: Uint16Array
  private readonly costs: Uint8Array

  constructor(file: Container, dialect: string) {
    const tokens = new TextDecoder().decode(file.section(`ready.${dialect}.tokens`, 'u8'))
    this.counts = file.section(`ready.${dialect}.counts`, 'u8')
    this.words = file.section(`ready.${dialect}.words`, 'u16')
    this.costs = file.section(`ready.${dialect}.costs`, 'u8')
    let start = 0
    if (tokens !== '') {
      tokens.split('\n').forEach((token, i) => {
        // Index and start in one number: a token has at most 255 candidates.
        this.at.set(token, start * 256 + (this.counts[i] as number))
        start += this.counts[i] as number
      })
    }
  }

  get(token: string): Candidate[] | undefined {
    const place = this.at.get(token)
    if (place === undefined) return undefined
    const start = Math.floor(place / 256)
    return Array.from({ length: place % 256 }, (_, i) => ({
      word: this.words[start + i] as number,
      second: -1,
      cost: (this.costs[start + i] as number) * COST_STEP,
    }))
  }
}
