import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
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
 * The Plans of a file, one after another: one JSON document, or one a line; `-` is standard input.
 *
 * @throws KehoachError `UNREADABLE_INPUT`, `CORRUPT_INPUT` for what is no JSON, `INVALID_ARGUMENT` for JSON that is no Plan.
 */
export async function* readPlans(file: string): AsyncGenerator<Plan> {
  const content = (file === '-' ? await text(process.stdin) : await readText(file)).replace(/^\uFEFF/u, '')
  if (content.trim() === '') throw new KehoachError('EMPTY_INPUT', 'It holds nothing.')
  const whole = parseJson(content)
  if (whole.ok) {
    yield toPlan(whole.value, null)
    return
  }
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = parseJson(line)
    if (!parsed.ok) throw new KehoachError('CORRUPT_INPUT', `It is no JSON (line ${index + 1})`, { cause: parsed.error })
    yield toPlan(parsed.value, index + 1)
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

function toPlan(value: unknown, line: number | null): Plan {
  const parsed = Plan.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = [line === null ? null : `line ${line}`, issue?.path.join('.') || null].filter((part) => part !== null).join(', ')
  throw new KehoachError(
    'INVALID_ARGUMENT',
    `It is no Plan of schema version 1 (${where === '' ? '' : `${where}: `}${issue?.message ?? ''})`,
  )
}
