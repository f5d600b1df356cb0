// `npm run check:regex`: every regular expression of src, written or built, is proven linear in the length of what it reads, by an
// automaton's proof (recheck) of one search. What cannot be proven stands in unproven.ts with its reason; anything else fails.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import { built, literals, type Pattern } from './collect.ts'
import { translate } from './translate.ts'
import { UNPROVEN } from './unproven.ts'

const TEXTS = ['fixtures/truth', 'test/corpus/tasks'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
)
const TIMEOUT = 20_000
const AT_ONCE = 2

/** Why `pattern` is not proven linear; null where it is. */
async function verdict({ source, flags }: Pattern): Promise<string | null> {
  const translation = translate(source, flags)
  if ('reason' in translation) return translation.reason
  for (const part of translation.sources) {
    const result = await check(part, translation.flags, { checker: 'automaton', timeout: TIMEOUT })
    if (result.status === 'unknown') return result.error.kind === 'timeout' ? 'no answer in time' : JSON.stringify(result.error)
    if (result.status === 'vulnerable') return result.complexity.summary
  }
  return null
}

const started = Date.now()
const { patterns, unseen } = await built(TEXTS)
const places = new Map<string, Pattern & { at: string }>()
for (const pattern of [...literals(), ...patterns]) {
  const key = `/${pattern.source}/${pattern.flags.replace(/[gd]/gu, '')}`
  const known = places.get(key)
  places.set(key, known === undefined ? pattern : { ...known, at: `${known.at}, ${pattern.at}` })
}

const queue = [...places]
const failed: string[] = []
const listed = new Set<string>()
const work = async (): Promise<void> => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [key, pattern] = next
    const began = Date.now()
    const why = await verdict(pattern)
    if (process.argv.includes('--slow') && Date.now() - began > 500)
      console.log(`${Date.now() - began} ms  ${pattern.at}  ${key.slice(0, 120)}`)
    if (why === null) continue
    if (UNPROVEN[key] !== undefined) listed.add(key)
    else failed.push(`${pattern.at}: ${why}\n  ${key}`)
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))

for (const at of unseen) failed.push(`${at}: builds an expression that no text of the check reaches`)
for (const key of Object.keys(UNPROVEN)) if (!listed.has(key)) failed.push(`test/regex/unproven.ts: proven by now, or gone\n  ${key}`)
for (const message of failed.sort()) console.error(message)
console.log(
  `${places.size} regular expressions of src (${patterns.length} built), ${listed.size} of them not proven but argued for, ` +
    `${failed.length} failures, ${((Date.now() - started) / 1000).toFixed(0)} s`,
)
process.exit(failed.length === 0 ? 0 : 1)
