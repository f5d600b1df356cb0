import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Worker as Thread } from 'node:worker_threads'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import { KehoachError } from '../schema/error.ts'
import { type Engine, encodeTiff, type GreyImage, type RecognisedWord, type RecogniseOptions } from './engine.ts'
import { withinLimits } from './limit.ts'
import { LAYOUT_SETTINGS, PAGE_SEGMENTATION, parseTsv } from './tesseract-tsv.ts'

/** The integer version of the best network: the same figures as the full package's at a third of its size (bench/ocr/README.md). */
const DATA = '4.0.0_best_int'

/**
 * tesseract compiled to WebAssembly, with the Vietnamese network of its npm package. Nothing is fetched and no file is written.
 * The thread starts with the first page, and is replaced after a failure.
 */
export class TesseractJs implements Engine {
  readonly name = 'tesseract.js'
  #worker: Promise<Worker> | null = null
  #parameters = ''
  #closing = new AbortController()

  async recognise(image: GreyImage, options: RecogniseOptions): Promise<RecognisedWord[]> {
    this.#worker ??= start()
    const opening = this.#worker
    try {
      const signal = AbortSignal.any([this.#closing.signal, ...(options.signal ? [options.signal] : [])])
      return await withinLimits(this.#run(opening, image, options), { ...options, signal })
    } catch (error) {
      await this.close()
      if (error instanceof KehoachError) throw error
      throw new KehoachError('OCR_FAILED', 'The recogniser failed on a page.', { cause: error })
    }
  }

  async #run(opening: Promise<Worker>, image: GreyImage, options: RecogniseOptions): Promise<RecognisedWord[]> {
    const worker = await opening
    const parameters = {
      user_defined_dpi: String(Math.round(options.dpi)),
      tessedit_pageseg_mode: PAGE_SEGMENTATION[options.segmentation ?? 'page'],
    }
    const key = JSON.stringify(parameters)
    if (key !== this.#parameters) {
      await worker.setParameters(parameters as unknown as Parameters<Worker['setParameters']>[0])
      this.#parameters = key
    }
    const { data } = await worker.recognize(Buffer.from(encodeTiff(image).buffer), {}, { text: false, tsv: true })
    return parseTsv(data.tsv ?? '')
  }

  /** Ends the thread; a page in work fails with `ABORTED`. The next page starts another. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.#closing = new AbortController()
    const worker = this.#worker
    this.#worker = null
    this.#parameters = ''
    try {
      await endThread(await worker)
    } catch {
      // It never started: there is nothing to end.
    }
  }
}

/**
 * Ends the thread itself. The library's own `terminate` forgets the thread first, so that a call still preparing its image
 * fails where nobody can catch it; a message to a thread that ended is dropped, as it should be.
 */
async function endThread(worker: Worker | null): Promise<void> {
  const { worker: thread } = (worker ?? {}) as { worker?: Thread }
  await thread?.terminate()
}

async function start(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(data, DATA),
    gzip: true,
    cacheMethod: 'none',
    // The failure also rejects the call, which is where it is handled; without this the library throws it once more.
    errorHandler: () => undefined,
  })
  await worker.setParameters({ debug_file: '/dev/null', ...LAYOUT_SETTINGS } as unknown as Parameters<Worker['setParameters']>[0])
  return worker
}
