import { restore } from '../../src/restore/index.ts'
import { stripMarks } from '../../src/vietnamese/letters.ts'
import { SOURCES } from '../../training/corpus.ts'
import type { Decoding } from './baselines.ts'
import { calibrate } from './calibration.ts'
import { goldTexts, heldOut, type Sample } from './inputs.ts'
import { total } from './pages.ts'
import { CALIBRATION_HEAD, CAUSE_HEAD, calibrationRow, causeRow, heading, SCORE_HEAD, scoreRow, table } from './report.ts'

const MOST_SYLLABLES = 12_000

/** Held-out lines of every corpus, and the gold texts, with all marks taken off. */
export function evaluateStripped(ways: readonly Decoding[]): void {
  heading('stripped: marks taken off')
  const { model } = ways[ways.length - 1] as Decoding
  const sets = [...corpora(), ...gold()]
  if (sets.length === 0) console.log('No ../shared/corpus and no ../shared/gold. Left out.')
  const rows: string[][] = []
  const causes: string[][] = []
  const said: string[][] = []
  for (const sample of sets) {
    rows.push(
      scoreRow(
        sample.name,
        'raw',
        total([sample], (raw) => raw),
      ),
    )
    for (const way of ways) {
      const tally = total([sample], (raw) => restore(raw, way.model, { dialect: 'stripped' }).text)
      rows.push(scoreRow('', way.name, tally))
      if (way.model === model) causes.push(causeRow(sample.name, tally))
    }
    said.push(calibrationRow(sample.name, calibrate([sample], 'stripped', model)))
  }
  table(SCORE_HEAD, rows)
  console.log()
  table(CAUSE_HEAD, causes)
  console.log()
  table(CALIBRATION_HEAD, said)
}

function corpora(): Sample[] {
  return SOURCES.flatMap((source) => {
    const lines = heldOut(source, MOST_SYLLABLES)
    if (lines === null) return []
    // Lines drawn here and there are no neighbours: an empty line parts them. The plans are whole.
    const truth = source === 'plans' ? lines : lines.flatMap((line) => [line, ''])
    return [{ name: `held-out ${source}`, raw: truth.map(stripMarks), truth }]
  })
}

const gold = (): Sample[] =>
  [...goldTexts()].map(([name, text]) => ({ name: `gold ${name}`, raw: stripMarks(text).split('\n'), truth: text.split('\n') }))
