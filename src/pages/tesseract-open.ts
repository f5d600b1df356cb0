import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KehoachError } from '../schema/error.ts'
import { encodeTiff, type GreyImage } from './engine.ts'

/** Milliseconds until a program that says nothing is taken for one that cannot be kept open. */
const START_LIMIT = 20_000
const BLANK = { width: 32, height: 32, data: new Uint8Array(32 * 32).fill(255) }
/** Parts the texts of two pages, which come after the rows of TSV: so it tells that all rows are there. */
const MARK = '\f\n'

interface Waiting {
  resolve: (rows: string) => void
  reject: (error: KehoachError) => void
}

/**
 * An installed tesseract that stays open: it takes the names of image files from its input, one a line (`stream_filelist`), so that
 * the data is loaded once and not for every image. `stdbuf` makes it give its rows as they are written. One image at a time.
 */
export class OpenTesseract {
  #child: ChildProcessWithoutNullStreams
  #file: string | null = null
  #rows = ''
  #complaint = ''
  #waiting: Waiting | null = null
  #ended = false

  private constructor(command: string, settings: readonly string[]) {
    const output = ['tessedit_create_tsv=1', 'tessedit_create_txt=1', `page_separator=${MARK}`, 'stream_filelist=1']
    this.#child = spawn('stdbuf', ['-oL', command, 'stdin', 'stdout', ...settings, ...output.flatMap((setting) => ['-c', setting])], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    })
    this.#child.stdout.setEncoding('utf8').on('data', (rows: string) => this.#take(rows))
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => this.#listen(text))
    this.#child.stdin.on('error', () => undefined)
    this.#child.on('error', () => this.close())
    this.#child.on('close', () => this.close())
  }

  /** An open program; null where it cannot be kept open: no `stdbuf`, an old tesseract, none at all. */
  static async start(command: string, settings: readonly string[]): Promise<OpenTesseract | null> {
    const program = new OpenTesseract(command, settings)
    const timer = setTimeout(() => program.close(), START_LIMIT)
    try {
      // The first page has no mark: it is spent on nothing, and what comes before its rows, the heading, says that all is well.
      await program.#send(BLANK)
      return program
    } catch {
      program.close()
      return null
    } finally {
      clearTimeout(timer)
    }
  }

  get isOpen(): boolean {
    return !this.#ended
  }

  /** The program's output for `image`, rows of TSV among it. @throws KehoachError `OCR_FAILED` where the program ends. */
  read(image: GreyImage): Promise<string> {
    return this.#send(image)
  }

  /** Ends the program at once; what is being read fails. */
  close(): void {
    if (this.#ended) return
    this.#ended = true
    this.#child.kill('SIGKILL')
    this.#forget()
    this.#settle()?.reject(this.#failure())
  }

  #send(image: GreyImage): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#failure())
      this.#waiting = { resolve, reject }
      this.#rows = ''
      this.#complaint = ''
      this.#hold(true)
      this.#file = join(tmpdir(), `kehoach-${randomUUID()}.tif`)
      writeFileSync(this.#file, encodeTiff(image), { mode: 0o600, flag: 'wx' })
      this.#child.stdin.write(`${this.#file}\n`)
    })
  }

  #listen(text: string): void {
    this.#complaint = (this.#complaint + text).slice(-2_000)
    // A file is named once it has been read: no page is left lying about, even should this process be killed.
    if (this.#file === null || !this.#complaint.includes(this.#file)) return
    this.#forget()
    this.#look(0)
  }

  #forget(): void {
    if (this.#file !== null) rmSync(this.#file, { force: true })
    this.#file = null
  }

  #take(rows: string): void {
    // A mark may come in two pieces: it is looked for from a little before the new one.
    const from = Math.max(0, this.#rows.length - 10)
    this.#rows += rows
    this.#look(from)
  }

  #look(from: number): void {
    const isDone = this.#file === null && (this.#rows.indexOf(MARK, from) >= 0 || this.#rows.startsWith('level\t'))
    if (isDone) this.#settle()?.resolve(this.#rows)
  }

  #settle(): Waiting | null {
    const waiting = this.#waiting
    this.#waiting = null
    this.#hold(false)
    return waiting
  }

  #failure(): KehoachError {
    const said = this.#complaint.trim().split('\n').at(-1) ?? ''
    return new KehoachError('OCR_FAILED', `The recogniser ended in the middle of a page: ${said}`)
  }

  /** Only a program at work keeps this process from ending. */
  #hold(atWork: boolean): void {
    const { stdin, stdout, stderr } = this.#child
    for (const handle of [this.#child, stdin, stdout, stderr] as { ref?(): void; unref?(): void }[])
      if (atWork) handle.ref?.()
      else handle.unref?.()
  }
}
