import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { ERROR_CODES, type ErrorCode, KehoachError } from '../schema/error.ts'
import { checkPixels, type Limits, PDF_MEMORY } from './limits.ts'
import type { Raster } from './raster.ts'

/** An image on a page: its place in points, origin at the bottom left of the unrotated page, and its own pixels. */
export interface PdfImage {
  left: number
  bottom: number
  right: number
  top: number
  pixelWidth: number
  pixelHeight: number
  bitsPerPixel: number
}

/** What a page holds. Lengths in points (1/72 inch), as shown, so after the page's own rotation. */
export interface PdfPage {
  width: number
  height: number
  rotation: number
  images: PdfImage[]
  /** The text layer: one UTF-16 unit and four numbers (left, top, right, bottom from the page's top left) a character. */
  chars: { text: string; boxes: Float32Array; errors: number }
}

interface Waiting {
  resolve: (value: never) => void
  reject: (error: KehoachError) => void
  timer: ReturnType<typeof setTimeout>
}

/** `held`: bytes of PDFium's memory. */
type Reply = { id: number; result: never; held: number } | { id: number; error: { code: string; message: string; fatal: boolean } }

/** Milliseconds that opening a file or drawing one page may take. */
const STEP_LIMIT = 60_000

/** Bytes beside the file from which PDFium's memory is given back, which only the end of its thread does. */
const MOST_HELD = 128 * 1024 * 1024

/** PDFium compiled, once for all documents; Node's types name no `WebAssembly.compile`. */
let compiled: Promise<object> | undefined
const { compile } = (globalThis as unknown as { WebAssembly: { compile: (bytes: Uint8Array) => Promise<object> } }).WebAssembly

const compilePdfium = async () => await compile(await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')))

/**
 * An open PDF. PDFium runs in a thread of its own, which is ended on `close`, on a hang and when it aborts; after an abort or a
 * hang the next call starts a new one, so that one bad page does not cost the others.
 */
export class PdfDocument {
  #bytes: Uint8Array
  #limits: Limits
  #worker: Worker | null = null
  #waiting = new Map<number, Waiting>()
  #next = 0
  pageCount = 0

  private constructor(bytes: Uint8Array, limits: Limits) {
    this.#bytes = bytes
    this.#limits = limits
  }

  /** @throws KehoachError `ENCRYPTED_INPUT`, `CORRUPT_INPUT`, `EMPTY_INPUT` (no page), `TOO_LARGE`, `TIMEOUT`. */
  static async open(bytes: Uint8Array, limits: Limits): Promise<PdfDocument> {
    const document = new PdfDocument(bytes, limits)
    try {
      await document.#start()
      if (document.pageCount === 0) throw new KehoachError('EMPTY_INPUT', 'The PDF has no page.')
      if (document.pageCount > limits.pages) {
        throw new KehoachError('TOO_LARGE', `The PDF has ${document.pageCount} pages; the limit is ${limits.pages}.`)
      }
    } catch (error) {
      await document.close()
      throw error
    }
    return document
  }

  /** Size, images and text layer of the page at `index` (from 0). @throws KehoachError `TOO_LARGE` for an image that unpacks to too much. */
  async describe(index: number): Promise<PdfPage> {
    const page = await this.#call<PdfPage>('describe', index)
    // A few kilobytes may unpack to gigabytes, whatever size the page is drawn at.
    for (const { pixelWidth, pixelHeight, bitsPerPixel } of page.images) {
      if (pixelWidth * pixelHeight * bitsPerPixel > this.#limits.pixels * 32) {
        throw new KehoachError('TOO_LARGE', `Page ${index + 1} holds an image of ${pixelWidth} × ${pixelHeight} pixels.`)
      }
    }
    return page
  }

  /** Draws the page at `index`, its annotations too, into `width` × `height` pixels. @throws KehoachError `TOO_LARGE`. */
  async render(index: number, size: { width: number; height: number; colour: boolean; dpi: number | null }): Promise<Raster> {
    checkPixels(size.width, size.height, this.#limits)
    const { width, height, colour } = size
    const drawn = await this.#call<{ width: number; height: number; channels: 1 | 3; data: Uint8Array }>('render', {
      index,
      width,
      height,
      colour,
    })
    return { ...drawn, dpi: size.dpi }
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    this.#fail(new KehoachError('ABORTED', 'The PDF was closed.'))
    await worker?.terminate()
  }

  async #start(): Promise<void> {
    compiled ??= compilePdfium()
    const workerData = { compiled: await compiled, memory: PDF_MEMORY }
    const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), { workerData, stdout: true, stderr: true })
    this.#worker = worker
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (error) => this.#drop(worker, new KehoachError('CORRUPT_INPUT', 'The PDF made its reader fail.', { cause: error })))
    worker.unref()
    const { pageCount } = await this.#post<{ pageCount: number }>(worker, 'open', this.#bytes)
    this.pageCount = pageCount
  }

  async #call<T>(method: string, argument: unknown): Promise<T> {
    if (this.#worker === null) await this.#start()
    return await this.#post<T>(this.#worker as unknown as Worker, method, argument)
  }

  #post<T>(worker: Worker, method: string, argument: unknown): Promise<T> {
    const id = this.#next++
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#drop(worker, new KehoachError('TIMEOUT', `The PDF took more than ${STEP_LIMIT / 1000} s to ${method}.`))
      }, STEP_LIMIT)
      this.#waiting.set(id, { resolve, reject, timer })
      worker.ref()
      worker.postMessage({ id, method, argument })
    })
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id)
    if (waiting === undefined) return
    this.#waiting.delete(reply.id)
    clearTimeout(waiting.timer)
    if (this.#waiting.size === 0) this.#worker?.unref()
    if ('result' in reply) {
      waiting.resolve(reply.result)
      if (reply.held > this.#bytes.length + MOST_HELD && this.#waiting.size === 0) this.#dropWorker()
      return
    }
    const { code, message, fatal } = reply.error
    const known = code in ERROR_CODES ? (code as ErrorCode) : 'CORRUPT_INPUT'
    waiting.reject(new KehoachError(known, message))
    if (fatal) this.#dropWorker()
  }

  #dropWorker(): void {
    if (this.#worker !== null) this.#drop(this.#worker, new KehoachError('CORRUPT_INPUT', 'The PDF made its reader fail.'))
  }

  /** Ends a thread that hangs or is unusable, and whatever waits on it. */
  #drop(worker: Worker, error: KehoachError): void {
    if (this.#worker === worker) this.#worker = null
    this.#fail(error)
    void worker.terminate()
  }

  #fail(error: KehoachError): void {
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer)
      waiting.reject(error)
    }
    this.#waiting.clear()
  }
}
