import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize, parse, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { KehoachError } from '../schema/error.ts'

/** One file of a batch. */
export interface Input {
  /** As it was given, or found under what was given; with forward slashes, so that manifests agree between systems. */
  input: string
  path: string
  /** Its place under the deepest folder that all inputs share. */
  place: string
}

/** What file managers leave in folders. Files that start with a dot are passed over too. */
const LITTER = new Set(['thumbs.db', 'desktop.ini'])

/** Data and settings that lie beside documents, this program's outputs among them: text to read, but no document. */
const DATA = /\.(?:json|jsonl|ndjson|csv|tsv|log|ini|ya?ml|toml|sqlite|db|parquet)$/iu

interface Found {
  input: string
  path: string
  /** The folder that was given, or that the file or the pattern stands in. */
  root: string
}

/**
 * The files that paths, folders and glob patterns stand for, each once, in the order given and by name within a folder or
 * pattern. A folder gives all files below it but hidden ones and data: what is no scan is for the manifest to tell, for a plan
 * may be behind any name. A path that exists is taken as it is, whatever signs it holds; one that does not exist stays in, and
 * the manifest tells that too. Files under `out` are outputs, never inputs.
 *
 * @throws KehoachError `INVALID_ARGUMENT` for a pattern that no file matches, and where there is no file at all.
 */
export async function findInputs(given: Iterable<string>, out: string): Promise<Input[]> {
  const found = new Map<string, Found>()
  for (const input of given) {
    for (const file of await expand(input, resolve(out))) if (!found.has(file.path)) found.set(file.path, file)
  }
  if (found.size === 0) throw new KehoachError('INVALID_ARGUMENT', 'There is no file to read.')
  const files = [...found.values()]
  const shared = files.map((file) => file.root).reduce(deepestShared)
  return files.map(({ input, path }) => ({ input, path, place: placeUnder(shared, path) }))
}

async function expand(given: string, out: string): Promise<Found[]> {
  if (given === '') throw new KehoachError('INVALID_ARGUMENT', 'An input has an empty name.')
  const path = resolve(given)
  const kind = await stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'missing',
  )
  if (kind === 'folder') {
    const names = (await list('**', path, out)).filter((name) => !DATA.test(name))
    return names.map((name) => ({ input: slashed(given, name), path: join(path, name), root: path }))
  }
  if (kind === 'missing' && isDynamicPattern(forward(given))) return await match(forward(given), out)
  return [{ input: slashed(given), path, root: dirname(path) }]
}

async function match(pattern: string, out: string): Promise<Found[]> {
  const base = fixedPart(pattern)
  const root = resolve(base)
  const rest = pattern.slice(base.length).replace(/^\/+/u, '')
  const names = await list(rest, root, out)
  if (names.length === 0) throw new KehoachError('INVALID_ARGUMENT', `No file matches ${pattern}.`)
  return names.map((name) => ({ input: slashed(base === '' ? '.' : base, name), path: join(root, name), root }))
}

/** The folders before a pattern's first changing part: `archive/2018` of `archive/2018/KH-*.pdf`. */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  const fixed = parts.slice(0, first).join('/')
  return fixed === '' && pattern.startsWith('/') ? '/' : fixed
}

async function list(pattern: string, cwd: string, out: string): Promise<string[]> {
  const names = await glob(pattern, { cwd, onlyFiles: true, expandDirectories: false, caseSensitiveMatch: false })
  const wanted = names.filter((name) => !LITTER.has(parse(name).base.toLowerCase()) && !isWithin(out, join(cwd, name)))
  // By code unit and not by a locale, so that the order is the same everywhere.
  return wanted.sort((a, b) => (a < b ? -1 : 1))
}

const forward = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path)
const slashed = (...parts: string[]): string => forward(normalize(join(...parts)))

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function deepestShared(a: string, b: string): string {
  let folder = a
  while (!isWithin(folder, b) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** On Windows two drives share nothing: the drive's letter becomes a folder. */
function placeUnder(folder: string, path: string): string {
  return forward(isWithin(folder, path) ? relative(folder, path) : path.replace(/^([A-Za-z]):/u, '$1'))
}
