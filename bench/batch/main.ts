// `npm run bench:batch -- --pages 1000 --jobs 2`: the pages a second and the memory of a batch, every hundred pages.
import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { residentMemory } from '../../src/batch/memory.ts'
import type { BatchEvent } from '../../src/index.ts'
import { fillFolder, readBatch, SCANS } from './inputs.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    jobs: { type: 'string', default: '2' },
    every: { type: 'string', default: '100' },
    scans: { type: 'string', default: SCANS },
    engine: { type: 'string', default: 'tesseract.js' },
  },
})
const [pages, jobs, every] = [values.pages, values.jobs, values.every].map(Number) as [number, number, number]

const work = '.cache/bench-batch'
const [folder, out] = [join(work, 'in'), join(work, 'out')]
rmSync(out, { recursive: true, force: true })
const filled = await fillFolder(folder, pages, values.scans)
console.log(`${filled.documents} documents, ${filled.pages} pages, ${jobs} jobs, ${values.engine}`)
console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}\n`)
console.log('| pages | seconds | pages/s | memory now, MB | most so far, MB | workers started |')
console.log('|---|---|---|---|---|---|')

const MEGABYTE = 1024 * 1024
const workers = new Set<number>()
const memory = () => {
  let bytes = process.memoryUsage.rss()
  for (const pid of workers) bytes += residentMemory(pid) ?? 0
  return Math.round(bytes / MEGABYTE)
}
let most = 0
const timer = setInterval(() => {
  most = Math.max(most, memory())
}, 200)

const started = performance.now()
let [done, last] = [0, started]
for await (const event of readBatch([folder], { out, jobs, engine: values.engine as 'tesseract' })) show(event)
clearInterval(timer)

function show(event: BatchEvent): void {
  if (event.type === 'open' && event.pid !== undefined) workers.add(event.pid)
  if (event.type === 'retry') console.log(`retried: ${event.input}: ${event.message}`)
  if (event.type === 'page' && ++done % every === 0) {
    const now = performance.now()
    const figures = [done, Math.round((now - started) / 1000), ((every * 1000) / (now - last)).toFixed(2), memory(), most, workers.size]
    console.log(`| ${figures.join(' | ')} |`)
    last = now
  }
  if (event.type === 'end') console.log(`\n${JSON.stringify(event.summary)}`)
}
