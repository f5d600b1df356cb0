import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { LIMITS } from '../bytes/limits.ts'

/** A file before a worker opens it. */
export interface InputFile {
  /** Hexadecimal; null for what no worker will read either: a folder, a missing file, one over the limit. */
  sha256: string | null
  /** A pipe or a device: whoever opens it may wait for ever. */
  isEndless: boolean
}

/** Looks at a file and hashes it. Never rejects: what is wrong with it is for the worker to say. */
export async function inspectFile(path: string): Promise<InputFile> {
  try {
    const found = await stat(path)
    if (!found.isFile() || found.size > LIMITS.bytes) return { sha256: null, isEndless: !found.isFile() && !found.isDirectory() }
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
    return { sha256: hash.digest('hex'), isEndless: false }
  } catch {
    return { sha256: null, isEndless: false }
  }
}
