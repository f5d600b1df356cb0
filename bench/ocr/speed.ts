// `npm run bench:speed`: the whole pipeline side by side with an installed tesseract's recognition alone, one thread each, on the same page images and the
// same `vie` data. The ways take turns, so that what else the machine does falls on all alike; the figures are medians of the rounds.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { LIMITS, PdfDocument, type Raster } from '../../src/bytes/index.ts'
import { loadModel, readPlan } from '../../src/index.ts'
import { type Engine, encodeTiff } from '../../src/pages/engine.ts'
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
const images: { file: string; image: string; dpi: number }[] = []
for (const file of files) {
  const document = await PdfDocument.open(new Uint8Array(readFileSync(file)), LIMITS)
  for (let index = 0; index < document.pageCount; index++) {
    const size = renderSize(await document.describe(index))
    const page = await document.render(index, { ...size, colour: true })
    const name = join(work, `${images.length}.tif`)
    writeFileSync(name, encodeTiff({ width: page.width, height: page.height, data: grey(page) }))
    images.push({ file, image: name, dpi: Math.round(size.dpi ?? 200) })
  }
  await document.close()
}

const model = loadModel(new Uint8Array(readFileSync('src/restore/model/vi.bin')))

/** Seconds of processor that this process, its threads and the programs that have ended under it took (Linux; elsewhere without those). */
function processorSeconds(): number {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  const stat = existsSync('/proc/self/stat') ? (readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1) ?? '').split(' ') : []
  // Fields 16 and 17 of proc(5), in ticks of a hundredth of a second; the name, which may hold spaces, is cut off with the first two.
  return (userCPUTime + systemCPUTime) / 1e6 + (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) / 100
}

function recogniseAlone(file: string): void {
  for (const { image, dpi } of images.filter((each) => each.file === file))
    execFileSync('tesseract', [image, 'stdout', '-l', 'vie', '--oem', '1', '--psm', '3', '--dpi', String(dpi)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
}

interface Way {
  name: string
  engine: Engine | null
  read(file: string): unknown
  wall: number[]
  processor: number[]
}

const pipeline = (name: string, engine: Engine): Way => ({
  name,
  engine,
  read: (file) => readPlan(file, { engine, model }),
  wall: [],
  processor: [],
})
const ways: Way[] = [
  { name: 'native recognition alone', engine: null, read: recogniseAlone, wall: [], processor: [] },
  pipeline('the pipeline, default engine', createEngine('tesseract.js')),
  pipeline('the pipeline, --engine tesseract', createEngine('tesseract')),
]

const before = loadavg()[0]?.toFixed(1)
for (let round = 0; round < Number(values.rounds); round++) {
  const wall = ways.map(() => 0)
  const processor = ways.map(() => 0)
  // Document by document, so that whatever else the machine does falls on all ways alike.
  for (const file of files) {
    for (const [i, { engine, read }] of ways.entries()) {
      // The thread starts before anything is timed.
      if (engine?.name === 'tesseract.js' && round === 0 && file === files[0]) await read(file)
      const [started, taken] = [performance.now(), processorSeconds()]
      await read(file)
      wall[i] = (wall[i] ?? 0) + (performance.now() - started) / 1000
      processor[i] = (processor[i] ?? 0) + processorSeconds() - taken
    }
  }
  // What an open program took is known when it has ended.
  for (const [i, { engine }] of ways.entries()) {
    if (engine?.name !== 'tesseract') continue
    const taken = processorSeconds()
    await engine.close()
    await new Promise((resolve) => setTimeout(resolve, 500))
    processor[i] = (processor[i] ?? 0) + processorSeconds() - taken
  }
  ways.forEach((way, i) => {
    way.wall.push(wall[i] as number)
    way.processor.push(processor[i] as number)
  })
}
for (const { engine } of ways) await engine?.close()
rmSync(work, { recursive: true })

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] as number
console.log(`${images.length} pages, Node ${process.version}, ${cpus()[0]?.model}, load ${before} at the start, ${values.rounds} rounds\n`)
console.log('| | seconds a page | times native | processor seconds a page | times native |\n|---|---|---|---|---|')
const cell = (way: Way, of: 'wall' | 'processor') =>
  `${(median(way[of]) / images.length).toFixed(2)} | ${(median(way[of]) / median((ways[0] as Way)[of])).toFixed(2)}`
for (const way of ways) console.log(`| ${way.name} | ${cell(way, 'wall')} | ${cell(way, 'processor')} |`)
