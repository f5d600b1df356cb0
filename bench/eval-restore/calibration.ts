import type { RestorationModel } from '../../src/restore/index.ts'
import { readWords, trust } from '../../src/restore/restore.ts'
import { type Garbled, TUNING } from '../../src/restore/tuning.ts'
import { compareKey } from '../../src/vietnamese/letters.ts'
import { align } from './align.ts'
import type { Sample } from './inputs.ts'

const BINS = 10
const SURE = 0.95

/** How well said probabilities meet the share of words that are right. */
export interface Calibration {
  words: number
  /** Expected calibration error over ten bins of equal width. */
  error: number
  /** Words said to be at least 95 % sure: how many, and what share is right. */
  sure: number
  sureRight: number
}

/** Every word with a letter in it, known to the model or not, beside the truth of its line. */
export function calibrate(samples: readonly Sample[], dialect: Garbled, model: RestorationModel): Calibration {
  const seen = new Float64Array(BINS)
  const said = new Float64Array(BINS)
  const right = new Float64Array(BINS)
  let sure = 0
  let sureRight = 0
  for (const { raw, truth } of samples) {
    const lines = wordsByLine(raw, dialect, model)
    lines.forEach((words, i) => {
      const read = words.flatMap(({ text, confidence }) => parts(text).map((part) => ({ part, confidence })))
      const wanted = parts(truth[i] as string)
      // Aligned from the side of what was read: its words are the ones that carry a probability.
      const hits = align(
        read.map(({ part }) => part),
        wanted,
      ).right
      read.forEach(({ confidence, part }, k) => {
        if (!/\p{L}/u.test(part)) return
        const bin = Math.min(BINS - 1, Math.floor(confidence * BINS))
        const hit = hits[k] ? 1 : 0
        seen[bin] = (seen[bin] as number) + 1
        said[bin] = (said[bin] as number) + confidence
        right[bin] = (right[bin] as number) + hit
        if (confidence < SURE) return
        sure++
        sureRight += hit
      })
    })
  }
  const words = seen.reduce((sum, n) => sum + n, 0)
  const error = said.reduce((sum, value, bin) => sum + Math.abs(value - (right[bin] as number)), 0) / Math.max(1, words)
  return { words, error, sure, sureRight: sureRight / Math.max(1, sure) }
}

const parts = (text: string): string[] => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(compareKey)

interface Said {
  text: string
  confidence: number
}

function wordsByLine(raw: readonly string[], dialect: Garbled, model: RestorationModel): Said[][] {
  const starts: number[] = []
  let at = 0
  for (const line of raw) {
    starts.push(at)
    at += line.length + 1
  }
  const lines: Said[][] = raw.map(() => [])
  let line = 0
  for (const { start, text, margin } of readWords(raw.join('\n'), dialect, model)) {
    while (line + 1 < starts.length && (starts[line + 1] as number) <= start) line++
    lines[line]?.push({ text, confidence: trust(margin, TUNING[dialect]) })
  }
  return lines
}
