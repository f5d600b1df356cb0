// `npm run bench:batch -- --pages 1000 --jobs 2`: the pages a second and the memory of a batch, a line every hundred pages as they
// are read, so that a run that is ended leaves its figures. `--compare`: one job against two on the same pages.
import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BatchSummary } from '../../src/index.ts'
import { fillFolder, readBatch, SCANS } from './inputs.ts'
import { Meter } from './meter.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    jobs: { type: 'string', default: '2' },
    every: { type: 'string', default: '100' },
    scans: { type: 'string', default: SCANS },
    engine: { type: 'string', default: 'tesseract.js' },
    compare: { type: 'boolean', default: false },
  },
})
const [pages, jobs, every] = [values.pages, values.jobs, values.every].map(Number) as [number, number, number]
const work = '.cache/bench-batch'
const folder = join(work, 'in')
const filled = await fillFolder(folder, pages, values.scans)
console.log(`${filled.documents} documents, ${filled.pages} pages, ${values.engine}`)
console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${load()}`)

if (values.compare) await compare()
else await measure(jobs)

/** Reads all pages anew with so many jobs; a table line every `every` pages on stdout, where it stands on stderr. */
async function measure(jobs: number): Promise<BatchSummary> {
  const out = join(work, 'out')
  rmSync(out, { recursive: true, force: true })
  console.log(`\n${jobs} ${jobs === 1 ? 'job' : 'jobs'}\n`)
  console.log('| pages | seconds | pages/s | memory now, MB | most so far, MB | workers started |')
  console.log('|---|---|---|---|---|---|')
  const meter = new Meter(filled, every)
  let summary: BatchSummary | undefined
  for await (const event of readBatch([folder], { out, jobs, engine: values.engine as 'tesseract' })) {
    meter.count(event)
    if (event.type === 'end') summary = event.summary
  }
  meter.stop()
  console.log(`\n${JSON.stringify(summary)}`)
  return summary as BatchSummary
}

/** Both are bound by the processor: one thread a worker, and one a program that it starts. */
async function compare(): Promise<void> {
  const rows: string[] = []
  let one = 0
  for (const jobs of [1, 2]) {
    const before = load()
    const { pages, seconds } = await measure(jobs)
    const rate = pages / seconds
    one ||= rate
    rows.push(`| ${[jobs, pages, seconds.toFixed(0), rate.toFixed(2), (rate / one).toFixed(2), before].join(' | ')} |`)
  }
  console.log('\n| jobs | pages | seconds | pages/s | times one job | load before |\n|---|---|---|---|---|---|')
  for (const row of rows) console.log(row)
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? ''
}
