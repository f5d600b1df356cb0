import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { LIMITS } from '../bytes/limits.ts'

/** SHA-256 of a file, in hexadecimal; null for what no worker will read either: a folder, a device, a file over the limit. */
export async function hashFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path)
    if (!found.isFile() || found.size > LIMITS.bytes) return null
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}
