import { spawn } from 'node:child_process'
import { KehoachError } from '../schema/error.ts'
import { type Engine, encodePgm, type GreyImage, type RecognisedWord, type RecogniseOptions } from './engine.ts'
import { PAGE_SEGMENTATION, parseTsv } from './tesseract-tsv.ts'

/** An installed `tesseract` (Debian: `tesseract-ocr tesseract-ocr-vie`): faster than WebAssembly, the same words and boxes. */
export class TesseractNative implements Engine {
  readonly name = 'tesseract'
  #command: string

  constructor(command = 'tesseract') {
    this.#command = command
  }

  async recognise(image: GreyImage, options: RecogniseOptions): Promise<RecognisedWord[]> {
    const settings = ['--dpi', String(Math.round(options.dpi)), '--psm', PAGE_SEGMENTATION[options.segmentation ?? 'page'], '--oem', '1']
    return parseTsv(await run(this.#command, ['stdin', 'stdout', '-l', 'vie', ...settings, 'tsv'], encodePgm(image), options))
  }

  async close(): Promise<void> {}
}

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
