// `npm run bench:kill -- --pages 40 --kills 20 --seed 1`: a batch killed at random moments and run again must give the bytes of an
// undisturbed one. A seed says how many documents each run may end, and how long after that it is killed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generator } from '../../test/hostile.ts'
import { fillFolder, SCANS } from './inputs.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '40' },
    kills: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    scans: { type: 'string', default: SCANS },
    engine: { type: 'string', default: 'tesseract.js' },
  },
})
const work = '.cache/bench-kill'
const [folder, whole, killed] = [join(work, 'in'), join(work, 'undisturbed'), join(work, 'killed')]
for (const out of [whole, killed]) rmSync(out, { recursive: true, force: true })
const random = generator(Number(values.seed))
const filled = await fillFolder(folder, Number(values.pages), values.scans)
console.log({ ...filled, engine: values.engine, seed: values.seed })

interface Limit {
  /** Documents that the run may end, then milliseconds that it may still take. */
  documents: number
  ms: number
}

/** Runs the batch, up to a limit where one is given. Answers the exit code, or null where it was killed. */
async function run(out: string, limit?: Limit): Promise<{ code: number | null; ms: number }> {
  const started = performance.now()
  const call = ['dist/cli.js', 'batch', folder, '--out', out, '--jobs', values.jobs, '--engine', values.engine]
  const child = spawn(process.execPath, call, { stdio: 'ignore' })
  const closed = once(child, 'close')
  const wanted = done(out) + (limit?.documents ?? 0)
  while (limit !== undefined && done(out) < wanted && child.exitCode === null) await new Promise((wake) => setTimeout(wake, 5))
  const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit.ms)
  const [code] = (await closed) as [number | null]
  clearTimeout(timer)
  return { code, ms: performance.now() - started }
}

/** All files under a folder, times aside. */
function written(out: string): Map<string, string> {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(out, name)).isFile())
  return new Map(files.sort().map((name) => [name, readFileSync(join(out, name), 'utf8').replace(/"seconds":[\d.]+/gu, '"seconds":0')]))
}

const undisturbed = await run(whole)
console.log(`undisturbed: exit code ${undisturbed.code}, ${(undisturbed.ms / 1000).toFixed(0)} s`)
const kills = Number(values.kills)
let hit = 0
for (let i = 0; i < kills; i++) {
  const documents = Math.round((random() * 1.6 * filled.documents) / kills)
  const { code, ms } = await run(killed, { documents, ms: (random() * 2 * undisturbed.ms) / filled.documents })
  if (code === null) hit++
  console.log(
    `${String(i + 1).padStart(3)}: ${code === null ? 'killed' : `ended (${code})`} after ${(ms / 1000).toFixed(1)} s, ${done(killed)} documents done`,
  )
}
const { code } = await run(killed)
const [a, b] = [written(whole), written(killed)]
const differing = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name))
console.log(
  `\n${hit} kills, last exit code ${code}: ${a.size} files, ${differing.length} differ${differing.map((name) => `\n  ${name}`).join('')}`,
)
process.exitCode = differing.length === 0 && code === undisturbed.code ? 0 : 1

/** Lines of the manifest. */
function done(out: string): number {
  try {
    return readFileSync(join(out, 'manifest.ndjson'), 'utf8').split('\n').length - 1
  } catch {
    return 0
  }
}
