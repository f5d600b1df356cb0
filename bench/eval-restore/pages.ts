import { type DialectStretch, detectDialects } from '../../src/restore/dialect.ts'
import { restore } from '../../src/restore/index.ts'
import type { Decoding } from './baselines.ts'
import { calibrate } from './calibration.ts'
import { PLACE_NAMES, readPages, type Sample } from './inputs.ts'
import { CALIBRATION_HEAD, CAUSE_HEAD, calibrationRow, causeRow, heading, SCORE_HEAD, scoreRow, table } from './report.ts'
import { add, emptyTally, scoreLine, type Tally } from './score.ts'

/** Pages that tesseract read with the data of `engine`, restored under the dialect of that name and under what is detected. */
export function evaluatePages(engine: 'eng' | 'vie', ways: readonly Decoding[]): void {
  heading(`${engine}: printed and worn pages, read by tesseract ${engine}`)
  const groups = readPages(engine)
  if (groups === null || groups.size === 0) {
    console.log(`No pages in training/.cache: \`npm run train:noise\` makes them. Left out.`)
    return
  }
  const { model } = ways[ways.length - 1] as Decoding
  const rows: string[][] = []
  const causes: string[][] = []
  const said: string[][] = []
  const prose = new Map<string, Tally>()
  for (const [group, pages] of groups) {
    const tallies = [
      ['raw', total(pages, (raw) => raw)],
      ...ways.map((way) => [way.name, total(pages, (raw) => restore(raw, way.model, { dialect: engine }).text)]),
      ['kehoach, auto', total(pages, (raw) => restore(raw, model).text)],
    ] as [string, Tally][]
    tallies.forEach(([by, tally], i) => {
      rows.push(scoreRow(i === 0 ? `${group} (${pages.length} pages)` : '', by, tally))
      if (by === 'kehoach') causes.push(causeRow(group, tally))
      if (group === PLACE_NAMES) return
      const sum = prose.get(by) ?? emptyTally()
      add(sum, tally)
      prose.set(by, sum)
    })
    said.push(calibrationRow(group, calibrate(pages, engine, model)))
  }
  const pages = [...groups].flatMap(([group, samples]) => (group === PLACE_NAMES ? [] : samples))
  for (const [by, tally] of prose) rows.push(scoreRow(by === 'raw' ? `all but place names (${pages.length} pages)` : '', by, tally))
  said.push(calibrationRow('all but place names', calibrate(pages, engine, model)))
  table(SCORE_HEAD, rows)
  console.log()
  table(CAUSE_HEAD, causes)
  console.log()
  table(CALIBRATION_HEAD, said)
  console.log()
  const all = [...groups.values()].flat()
  const found = all.map(({ raw }) => ruling(detectDialects(raw.join('\n'), model)))
  console.log(`Dialect detected on ${all.length} pages: ${counted(found)}.`)
}

/** Scores pages line for line: restoring keeps the lines. */
export function total(pages: readonly Sample[], read: (raw: string) => string): Tally {
  const sum = emptyTally()
  for (const { raw, truth } of pages) {
    const after = read(raw.join('\n')).split('\n')
    truth.forEach((line, i) => {
      add(sum, scoreLine(line, raw[i] as string, after[i] ?? ''))
    })
  }
  return sum
}

/** The dialect of most of a text. */
function ruling(stretches: readonly DialectStretch[]): string {
  return [...stretches].sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.dialect ?? 'none'
}

const counted = (names: readonly string[]): string =>
  [...new Set(names)]
    .map((name) => `${name} ${names.filter((other) => other === name).length}`)
    .sort()
    .join(', ')
