/**
 * A process of its own that opens the model and restores one text, so that nothing was met before: prints what that costs as JSON.
 *
 *   node training/run.mjs bench/eval-restore/speed.ts MODEL TEXT DIALECT [LONG_MEGABYTES...]
 */
import { readFileSync } from 'node:fs'
import { type Dialect, loadModel, restore } from '../../src/restore/index.ts'
import { countSyllables } from './inputs.ts'

const [, , modelFile = '', textFile = '', dialect = 'eng', ...sizes] = process.argv
const text = readFileSync(textFile, 'utf8')
const before = process.memoryUsage()
const bytes = new Uint8Array(readFileSync(modelFile))
const started = performance.now()
const model = loadModel(bytes)
const load = performance.now() - started
const options = { dialect: dialect as Dialect }

/** Seconds of CPU time, the collector's and the compiler's threads counted in. */
function cost(work: () => void): number {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

const syllables = countSyllables(text)
const first = performance.now()
restore(text.slice(0, text.indexOf('\n')), model, options)
const firstLine = performance.now() - first
const cold = cost(() => restore(text, model, options))
const warm = cost(() => restore(text, model, options))
const after = process.memoryUsage()
const long = sizes.map((megabytes) => {
  const repeated = repeat(text, Number(megabytes) * 1e6)
  return { megabytes: Number(megabytes), seconds: cost(() => restore(repeated, model, options)), peak: process.memoryUsage().rss }
})
console.log(
  JSON.stringify({
    dialect,
    syllables,
    load,
    firstLine,
    cold: syllables / cold,
    warm: syllables / warm,
    heap: after.heapUsed + after.arrayBuffers,
    rss: after.rss,
    grown: after.rss - before.rss,
    bytes: bytes.length,
    long,
  }),
)

function repeat(unit: string, size: number): string {
  const whole = unit.repeat(Math.ceil(size / Buffer.byteLength(unit)))
  return whole.slice(0, Math.floor((whole.length * size) / Buffer.byteLength(whole)))
}
