import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KehoachError } from '../schema/error.ts'

/** Files being written, and the mark of the batch that writes; there only while a batch runs. */
const WORK = '.kehoach'

/** The output folder of one running batch. */
export class OutputFolder {
  readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  /**
   * Makes the folder, and clears away what a killed batch left half written.
   *
   * @throws KehoachError `INVALID_ARGUMENT` where it cannot be written to, or another batch is writing into it.
   */
  static async open(path: string): Promise<OutputFolder> {
    const work = join(path, WORK)
    try {
      await mkdir(work, { recursive: true })
      const owner = await readFile(join(work, 'owner'), 'utf8').catch(() => '')
      if (owner !== '' && owner !== mark(process.pid) && owner === mark(Number.parseInt(owner, 10))) {
        throw new KehoachError('INVALID_ARGUMENT', `Another batch is writing into ${path} (process ${Number.parseInt(owner, 10)}).`)
      }
      await rm(work, { recursive: true })
      await mkdir(work)
      await writeFile(join(work, 'owner'), mark(process.pid))
    } catch (cause) {
      if (cause instanceof KehoachError) throw cause
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new KehoachError('INVALID_ARGUMENT', `${path} cannot be written to: ${reason}`, { cause })
    }
    return new OutputFolder(path)
  }

  /** A new name for a file that is being written. */
  partial(): string {
    return join(this.path, WORK, `${randomUUID()}.partial`)
  }

  async close(): Promise<void> {
    await rm(join(this.path, WORK), { recursive: true, force: true })
  }
}

/** A process by its number and, where the system tells, its start, for numbers are used again; the number alone once it has ended. */
function mark(pid: number): string {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Someone else's process is alive too.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return `${pid} ended`
  }
  try {
    // From the third field on; the second, the program's name in brackets, may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(')').at(-1)?.trim().split(' ') ?? []
    return `${pid} ${fields[0] === 'Z' ? 'ended' : fields[19]}`
  } catch {
    return `${pid} alive`
  }
}
