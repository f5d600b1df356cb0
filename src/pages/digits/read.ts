import type { GreyImage } from '../engine.ts'
import { likeliest, likelihood } from './ctc.ts'
import { evaluate } from './network.ts'
import { type Cut, cutStrip } from './strip.ts'

export interface Reading {
  digits: string
  /** 0 to 1: the share of `digits` among all strings, over the clean-ups. */
  confidence: number
}

/** The same place seen a little smaller, larger, higher, lower: a reading that hangs on one of them is none. */
const LOOKS = [
  { size: 1, lift: 0 },
  { size: 0.9, lift: 0 },
  { size: 1.12, lift: 0 },
  { size: 1, lift: 0.09 },
  { size: 1, lift: -0.09 },
]

/**
 * Strings of digits that may stand in a place of `image`, the likeliest first; the empty one is paper with nothing on it. `allowed` narrows
 * them, `extra` are looked at beside those that the network proposes.
 */
export function readDigits(image: GreyImage, cut: Cut, allowed?: readonly string[], extra: readonly string[] = []): Reading[] {
  const looks = LOOKS.flatMap(({ size, lift }) => {
    const strip = cutStrip(image, { ...cut, em: cut.em * size, base: cut.base + cut.em * lift })
    return strip === null ? [] : [evaluate(strip)]
  })
  if (looks.length === 0) return []
  const candidates = allowed ?? [...new Set([...looks.flatMap((rows) => likeliest(rows).slice(0, 4)), ...extra])]
  const readings = candidates.map((digits) => {
    const mean = looks.reduce((sum, rows) => sum + likelihood(rows, digits), 0) / looks.length
    return { digits, confidence: Math.exp(mean) }
  })
  return readings.sort((a, b) => b.confidence - a.confidence)
}
