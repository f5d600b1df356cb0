import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { restore } from '../../src/restore/index.ts'
import type { Decoding } from './baselines.ts'
import { SHARED, scans, seeds } from './inputs.ts'
import { CAUSE_HEAD, causeRow, heading, SCORE_HEAD, scoreRow, table } from './report.ts'
import { scoreLine } from './score.ts'

type ScoreText = (gold: string, read: string) => { SER: number; diffs: [string, string][] }

/** Real documents with a true text, the dialect detected; and scans, where `kehoach read` has left its plans in `folder`. */
export async function evaluateDocuments(ways: readonly Decoding[], folder: string | undefined, show: number): Promise<void> {
  heading('documents: real texts, dialect detected')
  const scorer = join(SHARED, 'score/score.mjs')
  const scoreText = existsSync(scorer) ? ((await import(pathToFileURL(resolve(scorer)).href)) as { scoreText: ScoreText }).scoreText : null
  const rows: string[][] = []
  const causes: string[][] = []
  const note = (name: string, by: string, truth: string, raw: string, after: string): void => {
    const tally = scoreLine(truth, raw, after)
    const official = scoreText?.(truth, after)
    rows.push([...scoreRow(by === 'raw' ? name : '', by, tally), official ? official.SER.toFixed(4) : '-'])
    if (by !== 'kehoach') return
    causes.push(causeRow(name, tally))
    if (show > 0 && official)
      console.log(
        `${name}: ${official.diffs
          .slice(0, show)
          .map(([gold, read]) => `${gold || '∅'}→${read || '∅'}`)
          .join('  ')}\n`,
      )
  }
  const found = seeds()
  if (found.length === 0) console.log('No ../shared/seeds with a true text in ../shared/gold. Left out.')
  for (const { name, raw, truth } of found) {
    note(name, 'raw', truth, raw, raw)
    for (const way of ways) note(name, way.name, truth, raw, restore(raw, way.model).text)
    if (raw === truth)
      console.log(`${name} is clean: ${restore(raw, (ways.at(-1) as Decoding).model).text === raw ? 'unchanged' : 'CHANGED'}.`)
  }
  const read = folder === undefined ? [] : scans(folder)
  for (const { name, raw, after, truth } of read) {
    note(name, 'raw', truth, raw, raw)
    note(name, 'kehoach', truth, raw, after)
  }
  table([...SCORE_HEAD, 'text.SER by score.mjs'], rows)
  console.log()
  table(CAUSE_HEAD, causes)
  if (read.length === 0)
    console.log('\nScans left out: `kehoach read ../shared/scans/*.pdf --out FOLDER`, then `--scans FOLDER`. Reading order counts there.')
}
