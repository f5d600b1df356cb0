// `npm run bench`: what the built package costs on this machine. See README.md beside this file.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defaultModel, parsePlan, readPlan, restoreText } from '../dist/index.js'

const root = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))
const read = (name) => readFileSync(path(name), 'utf8')
const list = (folder, ending) =>
  readdirSync(path(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`)

const rows = []
const row = (measure, figure, how) => rows.push([measure, figure, how])
/** Milliseconds on the clock, and of processor time over all threads, which other work on the machine disturbs less. */
const time = async (work) => {
  const before = process.cpuUsage()
  const started = performance.now()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - started, cpu: (user + system) / 1000, result }
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1]
const repeat = async (times, work) => {
  const all = []
  for (let i = 0; i < times; i++) all.push((await time(work)).ms)
  return median(all)
}
/** `text` over and over up to `bytes` bytes of UTF-8. */
const sized = (text, bytes) => {
  const encoded = new TextEncoder().encode(text)
  return new TextDecoder().decode(encoded.slice(0, Math.min(bytes, encoded.length)))
}
const syllables = (text) => text.split(/\s+/u).filter((token) => /\p{L}/u.test(token)).length

// Start to end, as a shell sees it.
const command = (args, input) => () => {
  const run = spawnSync(process.execPath, [path('dist/cli.js'), ...args], { input, maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`kehoach ${args.join(' ')}: ${run.stderr}`)
}
const garbled = list('fixtures/texts', '.eng.txt').map(read).join('\n')
const clean = list('fixtures/truth', '.txt').map(read).join('\n')
row('start-up', `${(await repeat(5, command(['--version']))).toFixed(0)} ms`, 'kehoach --version')
row(
  'read a 10 KB garbled text, start to end',
  `${(await repeat(5, command(['read', '-'], sized(garbled, 10_000)))).toFixed(0)} ms`,
  'kehoach read - < 10 KB',
)
row(
  'read a 10 KB clean text, start to end',
  `${(await repeat(5, command(['read', '-'], sized(clean, 10_000)))).toFixed(0)} ms`,
  'kehoach read - < 10 KB',
)

const { ms: opening } = await time(() => defaultModel())
row('open the model', `${opening.toFixed(0)} ms`, 'defaultModel()')

// Words that the decoder has met before cost it less: the first pass and later ones are told apart.
const first = await time(() => restoreText(garbled))
const again = await repeat(9, () => restoreText(garbled))
const count = syllables(garbled)
row(
  'restore, first sight',
  `${Math.round((count / first.cpu) * 1000)} syllables/s of processor time`,
  `${count} syllables of tesseract eng, cold process`,
)
row('restore, warm', `${Math.round((count / again) * 1000)} syllables/s`, 'the same again, median of 9')

// A long run over text not seen before, where the plans of ../shared/corpus are at hand.
if (existsSync(path('../shared/corpus/plans'))) {
  const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D')
  const long = bare(list('../shared/corpus/plans', '.txt').slice(0, 60).map(read).join('\n'))
  const { cpu } = await time(() => restoreText(long))
  row(
    'restore, long run',
    `${Math.round((syllables(long) / cpu) * 1000)} syllables/s of processor time`,
    `${syllables(long)} syllables without marks, each text once`,
  )
}

const noisy10 = sized(garbled, 10_000)
const clean10 = sized(clean, 10_000)
await repeat(20, () => parsePlan(clean10))
row('restore, parse and extract 10 KB garbled, warm', `${(await repeat(15, () => parsePlan(noisy10))).toFixed(1)} ms`, 'parsePlan()')
row('parse and extract 10 KB clean, warm', `${(await repeat(15, () => parsePlan(clean10))).toFixed(1)} ms`, 'parsePlan()')
row(
  'parse and extract alone, warm',
  `${(await repeat(15, () => parsePlan(clean10, { dialect: 'clean' }))).toFixed(1)} ms`,
  "parsePlan(text, { dialect: 'clean' })",
)

for (const scan of process.argv.includes('--no-ocr') ? [] : list('fixtures/scans', '')) {
  const { ms, cpu, result } = await time(() => readPlan(path(scan)))
  const { kind, pageCount } = result.source
  row(
    `${kind}, a page: ${scan.split('/').at(-1)}`,
    `${(ms / pageCount / 1000).toFixed(2)} s (processor ${(cpu / pageCount / 1000).toFixed(2)} s)`,
    `readPlan(), ${pageCount} pages, engine started anew`,
  )
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores\n`)
const widths = [0, 1, 2].map((i) => Math.max(...rows.map((cells) => cells[i].length)))
const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
console.log(
  [line(['measure', 'figure', 'how']), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n'),
)
