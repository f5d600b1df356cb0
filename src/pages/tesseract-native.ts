import { spawn } from 'node:child_process'
import { KehoachError } from '../schema/error.ts'
import { type Engine, encodeTiff, type GreyImage, type RecognisedWord, type RecogniseOptions, type Segmentation } from './engine.ts'
import { withinLimits } from './limit.ts'
import { OpenTesseract } from './tesseract-open.ts'
import { LAYOUT_SETTINGS, PAGE_SEGMENTATION, parseTsv } from './tesseract-tsv.ts'

/** An installed `tesseract` (Debian: `tesseract-ocr tesseract-ocr-vie`): faster than WebAssembly, the same words and boxes. */
export class TesseractNative implements Engine {
  readonly name = 'tesseract'
  #command: string
  /** Open programs by segmentation, which a program cannot change, with the resolution each was started for. */
  #open = new Map<Segmentation, { dpi: number; program: Promise<OpenTesseract | null> }>()
  #staysOpen = true

  constructor(command = 'tesseract') {
    this.#command = command
  }

  async recognise(image: GreyImage, options: RecogniseOptions): Promise<RecognisedWord[]> {
    const program = await withinLimits(this.#programFor(options), { signal: options.signal })
    if (program === null)
      return parseTsv(await run(this.#command, ['stdin', 'stdout', ...settings(options), 'tsv'], encodeTiff(image), options))
    try {
      return parseTsv(await withinLimits(program.read(image), options))
    } catch (error) {
      program.close()
      throw error
    }
  }

  async close(): Promise<void> {
    const programs = [...this.#open.values()]
    this.#open.clear()
    for (const { program } of programs) (await program)?.close()
  }

  async #programFor(options: RecogniseOptions): Promise<OpenTesseract | null> {
    if (!this.#staysOpen) return null
    const { segmentation = 'page' } = options
    const dpi = inTens(options.dpi)
    const last = this.#open.get(segmentation)
    const opened = await last?.program
    if (opened?.isOpen && last?.dpi === dpi) return opened
    opened?.close()
    const program = OpenTesseract.start(this.#command, settings(options))
    this.#open.set(segmentation, { dpi, program })
    if ((await program) === null) this.#staysOpen = false
    return await program
  }
}

/** Pages of one document differ by a dot or two an inch, for which no program need start anew. */
const inTens = (dpi: number): number => Math.max(70, Math.round(dpi / 10) * 10)

const settings = ({ dpi, segmentation = 'page' }: RecogniseOptions): string[] => [
  ...['-l', 'vie', '--oem', '1', ...Object.entries(LAYOUT_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
  ...['--dpi', String(inTens(dpi)), '--psm', PAGE_SEGMENTATION[segmentation]],
]

function run(command: string, args: string[], input: Uint8Array, { signal, timeoutMs }: RecogniseOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    // One thread a page: pages run side by side, and tesseract's own threads cost more than they bring.
    const child = spawn(command, args, { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    let complaint = ''
    let stopped: KehoachError | null = null
    const stop = (error: KehoachError) => {
      stopped ??= error
      child.kill('SIGKILL')
    }
    const abort = () => stop(new KehoachError('ABORTED', 'The caller asked to stop.'))
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => stop(new KehoachError('TIMEOUT', `The page took longer than ${timeoutMs} ms.`)), timeoutMs)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2_000)
    })
    child.stdin.on('error', () => undefined)
    child.on('error', (cause: NodeJS.ErrnoException) => {
      end()
      const message =
        cause.code === 'ENOENT'
          ? `No program ${command} was found: install tesseract with its Vietnamese data.`
          : `${command} could not be started.`
      reject(new KehoachError('OCR_FAILED', message, { cause }))
    })
    child.on('close', (status) => {
      end()
      if (stopped !== null) reject(stopped)
      else if (status === 0) resolve(Buffer.concat(out).toString('utf8'))
      else reject(new KehoachError('OCR_FAILED', `${command} ended with status ${status}: ${complaint.trim().split('\n').at(-1) ?? ''}`))
    })
    child.stdin.end(input)
  })
}
