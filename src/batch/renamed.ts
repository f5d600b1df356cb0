import { access } from 'node:fs/promises'
import { posix, resolve } from 'node:path'
import { inspectFile } from './input-file.ts'
import type { Input } from './inputs.ts'
import type { ManifestRecord } from './manifest.ts'
import { usualOutputs } from './names.ts'

/**
 * The inputs that an earlier batch knew by another name, each with its record: an archive given by its full path, or from another
 * folder, is the same archive. One record to a name, old names first.
 */
export async function findRenamed(
  inputs: readonly Input[],
  records: ReadonlyMap<string, ManifestRecord>,
): Promise<[earlier: string, now: string][]> {
  const names = new Set(inputs.map(({ input }) => input))
  const byPath = new Map(inputs.map((input) => [input.path, input]))
  const byOutput = new Map<string, Input[]>()
  for (const input of inputs) {
    for (const output of usualOutputs(input.place)) byOutput.set(output, [...(byOutput.get(output) ?? []), input])
  }
  const renamed: [string, string][] = []
  for (const record of records.values()) {
    if (names.has(record.input)) continue
    const path = resolve(record.input)
    const same = byPath.get(path) ?? ((await exists(path)) ? undefined : await findSame(record, byOutput.get(record.output) ?? []))
    if (same !== undefined) renamed.push([record.input, same.input])
  }
  return renamed
}

/** A relative path of another folder leads nowhere from here: its place and its bytes then say which file it is. */
async function findSame(record: ManifestRecord, inputs: readonly Input[]): Promise<Input | undefined> {
  const sameName = inputs.filter(({ input }) => posix.basename(input) === posix.basename(record.input))
  for (const input of sameName) {
    if (record.sha256 !== null && (await inspectFile(input.path)).sha256 === record.sha256) return input
  }
  return undefined
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  )
}
