import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LIMITS } from '../bytes/limits.ts'
import { KehoachError } from '../schema/error.ts'

/** The bytes of an input and the name that the Plan gives it. */
export interface NamedBytes {
  name: string
  bytes: Uint8Array
}

/**
 * Bytes as they are, or those of a file named by its path or `file:` URL. Nothing is ever fetched.
 *
 * @throws KehoachError `UNREADABLE_INPUT`, `TOO_LARGE`, or `INVALID_ARGUMENT` for a URL of another kind.
 */
export async function loadBytes(input: string | URL | Uint8Array, name?: string): Promise<NamedBytes> {
  if (input instanceof Uint8Array) {
    checkSize(input.length)
    return { name: name ?? 'input', bytes: input }
  }
  const path = toPath(input)
  try {
    const file = await stat(path)
    if (file.isDirectory()) throw new KehoachError('UNREADABLE_INPUT', 'It is a folder, not a file.')
    checkSize(file.size)
    return { name: name ?? basename(path), bytes: await readFile(path) }
  } catch (cause) {
    if (cause instanceof KehoachError) throw cause
    throw new KehoachError('UNREADABLE_INPUT', explain(cause), { cause })
  }
}

function toPath(input: string | URL): string {
  if (typeof input === 'string') return input
  if (input instanceof URL && input.protocol === 'file:') return fileURLToPath(input)
  throw new KehoachError('INVALID_ARGUMENT', 'The input must be a path, a file: URL or a Uint8Array.')
}

function checkSize(bytes: number): void {
  if (bytes > LIMITS.bytes) throw new KehoachError('TOO_LARGE', `The file of ${bytes} bytes is over the limit of ${LIMITS.bytes}.`)
}

function explain(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read.'
  return `The file cannot be opened${typeof code === 'string' ? ` (${code})` : ''}.`
}
