import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type Format, formatPlan } from '../plan/format.ts'
import { KehoachError } from '../schema/error.ts'

export { type Format, formatPlan }

/**
 * The output file of each input, in order: `scan.pdf` → `scan.json`. Where two inputs would meet, the later ones keep their
 * extension (`scan.tif.json`), and then take a number.
 */
export function outputNames(files: readonly string[], format: Format): string[] {
  const ending = format === 'text' ? '.txt' : '.json'
  const taken = new Set<string>()
  return files.map((file) => {
    const base = file === '-' ? 'stdin' : basename(file)
    const stem = base.slice(0, base.length - extname(base).length)
    let name = stem + ending
    if (taken.has(name.toLowerCase())) name = base + ending
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}-${n}${ending}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Writes a file whole or not at all. @throws KehoachError `INVALID_ARGUMENT` when the folder cannot be written to. */
export async function writeOutput(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const target = join(folder, name)
  const partial = `${target}.${process.pid}.partial`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(partial, content)
    await rename(partial, target)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new KehoachError('INVALID_ARGUMENT', `${target} cannot be written: ${reason}`, { cause })
  }
}
