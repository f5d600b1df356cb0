import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countSyllables, readPages } from './inputs.ts'
import { heading, table } from './report.ts'

interface Costs {
  dialect: string
  syllables: number
  load: number
  firstLine: number
  cold: number
  warm: number
  heap: number
  rss: number
  grown: number
  bytes: number
  long: { megabytes: number; seconds: number; peak: number }[]
}

const FEWEST_SYLLABLES = 20_000

/** What restoring costs, each dialect in a process of its own. `long`: sizes in megabytes, comma between, for the eng text repeated. */
export function evaluateSpeed(model: string, long: string): void {
  heading('speed and size')
  const folder = join('.cache', `eval-restore-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const found: Costs[] = []
  for (const engine of ['eng', 'vie'] as const) {
    const pages = [...(readPages(engine)?.values() ?? [])].flat()
    const text = pages.map(({ raw }) => raw.join('\n')).join('\n\n')
    if (text === '') {
      console.log(`No ${engine} pages in training/.cache. Left out.\n`)
      continue
    }
    if (countSyllables(text) < FEWEST_SYLLABLES) console.log(`Only ${countSyllables(text)} syllables of ${engine} pages are there.\n`)
    const file = join(folder, `${engine}.txt`)
    writeFileSync(file, text)
    const sizes = engine === 'eng' && long !== '' ? long.split(',') : []
    const run = spawnSync(process.execPath, ['training/run.mjs', 'bench/eval-restore/speed.ts', model, file, engine, ...sizes], {
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(run.stderr)
    found.push(JSON.parse(run.stdout) as Costs)
  }
  rmSync(folder, { recursive: true })
  table(
    [
      'dialect',
      'syllables',
      'cold, syllables/s',
      'warm, syllables/s',
      'open model, ms',
      'first line, ms',
      'heap and arrays, MB',
      'process, MB',
      'of it ours, MB',
    ],
    found.map(({ dialect, syllables, cold, warm, load, firstLine, heap, rss, grown }) => [
      dialect,
      String(syllables),
      String(Math.round(cold)),
      String(Math.round(warm)),
      load.toFixed(0),
      firstLine.toFixed(0),
      (heap / 1e6).toFixed(0),
      (rss / 1e6).toFixed(0),
      (grown / 1e6).toFixed(0),
    ]),
  )
  console.log('\nSeconds are of CPU time, all threads of the process counted; cold: no word was met before; warm: the same text again.')
  for (const { bytes, long: runs } of found.slice(0, 1)) {
    console.log(`Model file: ${(bytes / 1e6).toFixed(2)} MB.`)
    for (const { megabytes, seconds, peak } of runs)
      console.log(
        `${megabytes} MB: ${seconds.toFixed(1)} s, ${(seconds / megabytes).toFixed(2)} s a megabyte, process at ${(peak / 1e6).toFixed(0)} MB.`,
      )
  }
}
