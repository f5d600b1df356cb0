import { buffer } from 'node:stream/consumers'
import { UsageError } from './exit.ts'

/** What a FILE argument stands for: a path, or for `-` the bytes of standard input under the name `stdin`. */
export async function openInput(file: string): Promise<{ input: string | Uint8Array; name?: string }> {
  if (file !== '-') return { input: file }
  if (process.stdin.isTTY) throw new UsageError('standard input is a terminal; pipe a file into it, as in: kehoach read - < FILE')
  return { input: await buffer(process.stdin), name: 'stdin' }
}

/** Standard input can be read once. */
export function checkInputs(files: readonly string[]): void {
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('standard input (-) can be given once only')
}
