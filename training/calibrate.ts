/**
 * Fits how sure a reading is from the margin by which it won, per dialect: prints the knots for src/restore/tuning.ts.
 *
 *   node training/run.mjs training/calibrate.ts MODEL
 *
 * Reads the train pages of `npm run train:noise` (never its held-out ones) and held-out plans with their marks stripped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { loadModel } from '../src/restore/model.ts'
import { readWords } from '../src/restore/restore.ts'
import { compareKey, stripMarks } from '../src/vietnamese/letters.ts'
import { corpusLines } from './corpus.ts'

const KNOTS = [0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10]
const MOST_LINES = 6000

const [, , modelFile = 'src/restore/model/vi.bin'] = process.argv
const model = loadModel(new Uint8Array(readFileSync(modelFile)))

function pagesOf(engine: string): [string, string][] {
  const file = `training/.cache/train-${engine}.tsv`
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const stride = Math.max(1, Math.floor(lines.length / MOST_LINES))
  return lines.filter((_, i) => i % stride === 0).map((line) => line.split('\t').map((text) => text.normalize('NFC')) as [string, string])
}

function stripped(): [string, string][] {
  const lines = [
    ...corpusLines(process.env.KEHOACH_SHARED ? `${process.env.KEHOACH_SHARED}/corpus` : '../shared/corpus', 'plans', 'held-out'),
  ]
  return lines.slice(0, 1500).map((line) => [stripMarks(line), line])
}

for (const [dialect, rows] of [
  ['eng', pagesOf('eng')],
  ['vie', pagesOf('vie')],
  ['stripped', stripped()],
] as const) {
  const right = new Float64Array(KNOTS.length)
  const seen = new Float64Array(KNOTS.length)
  for (const [read, printed] of rows) {
    const truth = printed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    const words = readWords(read, dialect, model)
    if (words.length !== truth.length) continue
    words.forEach(({ text, margin, isWord }, i) => {
      if (!isWord) return
      let knot = 0
      while (knot + 1 < KNOTS.length && margin >= (KNOTS[knot + 1] as number)) knot++
      seen[knot] = (seen[knot] as number) + 1
      if (compareKey(text) === compareKey(truth[i] as string)) right[knot] = (right[knot] as number) + 1
    })
  }
  console.log(
    dialect,
    KNOTS.map((knot, i) => `${knot}: ${((right[i] as number) / Math.max(1, seen[i] as number)).toFixed(4)} (${seen[i]})`).join('  '),
  )
}
