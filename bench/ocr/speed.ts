// `npm run bench:speed`: the whole pipeline side by side with an installed tesseract's recognition alone, one thread each, on the same page images and the
// same `vie` data. Rounds take turns, so that what else the machine does falls on all alike; the figures are medians.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { LIMITS, PdfDocument, type Raster } from '../../src/bytes/index.ts'
import { loadModel, readPlan } from '../../src/index.ts'
import { encodeTiff } from '../../src/pages/engine.ts'
import { createEngine } from '../../src/pages/index.ts'
import { renderSize } from '../../src/pages/pdf-size.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, scans: { type: 'string', default: '../shared/scans' } },
})

const files = readdirSync(values.scans)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => join(values.scans, name))
const work = mkdtempSync(join(tmpdir(), 'kehoach-speed-'))
process.env.OMP_THREAD_LIMIT = '1'
// The data that the default engine reads with; the program reads with it too, named by the environment.
const data = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int/vie.traineddata.gz',
)
writeFileSync(join(work, 'vie.traineddata'), gunzipSync(readFileSync(data)))
process.env.TESSDATA_PREFIX = work
// The program's table of words and boxes is a setting that lies beside its data.
mkdirSync(join(work, 'configs'))
writeFileSync(join(work, 'configs', 'tsv'), 'tessedit_create_tsv 1\n')

const grey = ({ width, height, channels, data: pixels }: Raster): Uint8Array =>
  channels === 1 ? pixels : Uint8Array.from({ length: width * height }, (_, i) => pixels[i * channels + 1] as number)

// The reader of PDFs runs in a thread whose file it looks for beside its own, which is here the bundle.
copyFileSync('src/bytes/pdf-worker.mjs', fileURLToPath(new URL('./pdf-worker.mjs', import.meta.url)))
const images: { file: string; dpi: number }[] = []
for (const file of files) {
  const document = await PdfDocument.open(new Uint8Array(readFileSync(file)), LIMITS)
  for (let index = 0; index < document.pageCount; index++) {
    const size = renderSize(await document.describe(index))
    const page = await document.render(index, { ...size, colour: true })
    const name = join(work, `${images.length}.tif`)
    writeFileSync(name, encodeTiff({ width: page.width, height: page.height, data: grey(page) }))
    images.push({ file: name, dpi: Math.round(size.dpi ?? 200) })
  }
  await document.close()
}

const engines = { 'tesseract.js': createEngine('tesseract.js'), tesseract: createEngine('tesseract') }
const model = loadModel(new Uint8Array(readFileSync('src/restore/model/vi.bin')))
const ways: [name: string, run: () => Promise<void>][] = [
  [
    'native recognition alone',
    async () => {
      for (const { file, dpi } of images)
        execFileSync('tesseract', [file, 'stdout', '-l', 'vie', '--oem', '1', '--psm', '3', '--dpi', String(dpi)], {
          stdio: ['ignore', 'pipe', 'ignore'],
        })
    },
  ],
  ['the pipeline, default engine', () => readAll('tesseract.js')],
  ['the pipeline, --engine tesseract', () => readAll('tesseract')],
]

async function readAll(name: keyof typeof engines): Promise<void> {
  for (const file of files) await readPlan(file, { engine: engines[name], model })
}

const spent = ways.map((): number[] => [])
const before = loadavg()[0]?.toFixed(1)
// Threads start and the model opens before anything is timed.
for (const name of ['tesseract.js', 'tesseract'] as const) await readPlan(files[0] as string, { engine: engines[name], model })
for (let round = 0; round < Number(values.rounds); round++)
  for (const [i, [, run]] of ways.entries()) {
    const started = performance.now()
    await run()
    spent[i]?.push((performance.now() - started) / 1000)
  }
for (const engine of Object.values(engines)) await engine.close()
rmSync(work, { recursive: true })

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] as number
console.log(`${images.length} pages, Node ${process.version}, ${cpus()[0]?.model}, load ${before} at the start, ${values.rounds} rounds\n`)
console.log('| | seconds a page | times native |\n|---|---|---|')
const native = median(spent[0] as number[])
ways.forEach(([name], i) => {
  const seconds = median(spent[i] as number[])
  console.log(`| ${name} | ${(seconds / images.length).toFixed(2)} | ${(seconds / native).toFixed(2)} |`)
})
