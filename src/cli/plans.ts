import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { complete } from '../schema/earlier.ts'
import { KehoachError } from '../schema/error.ts'
import { Plan } from '../schema/plan.ts'

const PLAN_FILE = /\.(?:json|ndjson|jsonl)$/iu
// What `kehoach batch` writes beside the Plans.
const MANIFEST = 'manifest.ndjson'

/** The files of Plans that the arguments name: a folder gives all JSON files in and under it, in the order of their paths. */
export async function findPlanFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    if (path === '-' || !(await isFolder(path))) files.push(path)
    else files.push(...(await filesUnder(path)))
  }
  return files
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false // reading it will say why
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && PLAN_FILE.test(entry.name) && entry.name !== MANIFEST && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/**
 * The Plans of a file, one after another: one JSON document, or one a line; `-` is standard input. Those of an earlier version are
 * read with what they lack left empty, which a line on stderr tells.
 *
 * @throws KehoachError `UNREADABLE_INPUT`, `CORRUPT_INPUT` for what is no JSON, `INVALID_ARGUMENT` for JSON that is no Plan.
 */
export async function* readPlans(file: string): AsyncGenerator<Plan> {
  const content = (file === '-' ? await text(process.stdin) : await readText(file)).replace(/^\uFEFF/u, '')
  if (content.trim() === '') throw new KehoachError('EMPTY_INPUT', 'It holds nothing.')
  const whole = parseJson(content)
  if (whole.ok) {
    yield toPlan(whole.value, file, null)
    return
  }
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = parseJson(line)
    if (!parsed.ok) throw new KehoachError('CORRUPT_INPUT', `It is no JSON (line ${index + 1})`, { cause: parsed.error })
    yield toPlan(parsed.value, file, index + 1)
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new KehoachError('UNREADABLE_INPUT', 'The file cannot be opened', { cause })
  }
}

function parseJson(content: string): { ok: true; value: unknown } | { ok: false; error: unknown } {
  try {
    return { ok: true, value: JSON.parse(content) }
  } catch (error) {
    return { ok: false, error }
  }
}

function toPlan(value: unknown, file: string, line: number | null): Plan {
  const { value: whole, lacking } = complete(Plan, value)
  const parsed = Plan.safeParse(whole)
  if (parsed.success) {
    if (lacking.length > 0) process.stderr.write(`kehoach: ${file}: ${EARLIER}, without ${few(lacking)}; ${AGAIN}\n`)
    return parsed.data
  }
  const { issues } = parsed.error
  const place = line === null ? '' : ` (line ${line})`
  const version = versionOf(value)
  if (version > 1) {
    const later = `It was written by a later version of kehoach (schema version ${version})${place}; install that version`
    throw new KehoachError('INVALID_ARGUMENT', later)
  }
  const wrongs = issues.filter(({ path }) => valueAt(whole, path) !== undefined)
  if (version !== 1 || wrongs.length > 0) {
    const [issue] = wrongs
    const wrong = version === 1 && issue !== undefined ? `: ${[issue.path.join('.'), issue.message].filter(Boolean).join(': ')}` : ''
    throw new KehoachError('INVALID_ARGUMENT', `It is no Plan of schema version 1${place}${wrong}`)
  }
  const names = [...new Set(issues.map(({ path }) => path.filter((part) => typeof part === 'string').join('.')))]
  throw new KehoachError('INVALID_ARGUMENT', `${EARLIER}${place}, without ${few(names)}; ${AGAIN}`)
}

const EARLIER = 'It was written by an earlier version of kehoach'
const AGAIN = 'read the document again to have them'

const few = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more fields`

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? part[key as keyof typeof part] : undefined), value)

/** The schema's version that JSON says it is of; 0 where it says none. */
function versionOf(value: unknown): number {
  const stated = typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : 0
  return typeof stated === 'number' ? stated : 0
}
