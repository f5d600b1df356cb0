import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Input } from './inputs.ts'
import type { ManifestRecord } from './manifest.ts'

/** A file to read and the place of its Plan under the output folder, with forward slashes. */
export interface Assignment extends Input {
  output: string
}

/** What file systems allow a name to have, in bytes. */
const LONGEST_NAME = 255

/**
 * A place for each Plan: that of the input, with `.json` for its extension. Where two would meet, the later keeps its extension
 * (`scan.tif.json`), and then takes a number. A place that a record holds stays with its input, so that a resumed batch gives
 * the places that an undisturbed one gives, and nothing is written over another batch's work.
 */
export function assignOutputs(inputs: readonly Input[], records: ReadonlyMap<string, ManifestRecord>): Assignment[] {
  const taken = new Set([...records.values()].map((record) => key(record.output)))
  return inputs.map((input) => {
    const held = records.get(input.input)?.output
    if (held !== undefined) return { ...input, output: held }
    let output = ''
    for (const candidate of candidates(input.place)) {
      output = candidate
      if (!taken.has(key(output))) break
    }
    taken.add(key(output))
    return { ...input, output }
  })
}

/** Two names are one where the file system folds case (Windows, macOS) or accents' spelling (macOS). */
const key = (output: string): string => output.normalize('NFC').toLowerCase()

/** The places that a Plan has but where several meet. */
export function usualOutputs(place: string): string[] {
  const { dir, name, base } = posix.parse(place)
  return [posix.join(dir, fileName(name, '.json')), posix.join(dir, fileName(base, '.json'))]
}

function* candidates(place: string): Generator<string> {
  yield* usualOutputs(place)
  const { dir, base } = posix.parse(place)
  for (let n = 2; ; n++) yield posix.join(dir, fileName(base, `-${n}.json`))
}

function fileName(stem: string, ending: string): string {
  if (Buffer.byteLength(stem + ending) <= LONGEST_NAME) return stem + ending
  const mark = `~${createHash('sha256').update(stem).digest('hex').slice(0, 8)}`
  let short = stem
  while (Buffer.byteLength(short + mark + ending) > LONGEST_NAME) short = [...short].slice(0, -1).join('')
  return short + mark + ending
}
