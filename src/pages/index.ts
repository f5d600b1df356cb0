import { ImageFile, LIMITS, type Limits, type MediaType, PdfDocument, sniff } from '../bytes/index.ts'
import { KehoachError } from '../schema/error.ts'
import { ENGINES, type Engine, type EngineName } from './engine.ts'
import { readOcrFile } from './formats/index.ts'
import { withinLimits } from './limit.ts'
import { type PdfPageRead, readPdfPage } from './pdf-page.ts'
import type { PageReading } from './reading.ts'
import { readRaster } from './scan.ts'
import { TesseractJs } from './tesseract-js.ts'
import { TesseractNative } from './tesseract-native.ts'

export type { Engine, EngineName, GreyImage, RecognisedWord, RecogniseOptions } from './engine.ts'
export type { PageReading, ReadLine, Word } from './reading.ts'

/** A recogniser by name: `tesseract.js` needs nothing, `tesseract` an installed program. Close it when done. */
export function createEngine(name: EngineName = 'tesseract.js'): Engine {
  if (name === 'tesseract.js') return new TesseractJs()
  if (name === 'tesseract') return new TesseractNative()
  throw new KehoachError('INVALID_ARGUMENT', `There is no engine ${JSON.stringify(name)}; there are ${ENGINES.join(', ')}.`)
}

export interface ReadPagesOptions {
  /** A name, or an open engine, which then stays open: so a caller keeps one warm over many documents. */
  engine?: EngineName | Engine
  /** The file's name: some weak evidence for a number that a hand wrote. */
  name?: string
  signal?: AbortSignal
  /** Draw PDF pages at this resolution, in place of the scan's own. */
  dpi?: number
  /** Called as each page is done. */
  onPage?: (done: { page: number; pageCount: number }) => void
  /** Milliseconds that the recognition of one page may take; 120,000 unless told. */
  pageTimeoutMs?: number
  limits?: Partial<Limits>
}

export interface PagesRead {
  mediaType: MediaType
  pages: PageReading[]
  /** Numbers of the pages whose text layer was not trusted, and which were recognised from their image. */
  rejectedLayers: number[]
}

/** Milliseconds: some fifty times what a page takes. */
const PAGE_TIMEOUT = 120_000

/**
 * Reads a scanned or printed document: bytes in, its pages as lines in reading order out. Plain text is not a scan: it has
 * no pages to recognise, and is refused here.
 *
 * @throws KehoachError with any of its codes but `MODEL_INVALID`.
 */
export async function readPages(bytes: Uint8Array, options: ReadPagesOptions = {}): Promise<PagesRead> {
  const limits = { ...LIMITS, ...options.limits }
  const mediaType = sniff(bytes)
  if (bytes.length > limits.bytes) throw new KehoachError('TOO_LARGE', `The file has ${bytes.length} bytes; the limit is ${limits.bytes}.`)
  const engine = typeof options.engine === 'object' ? options.engine : createEngine(options.engine)
  try {
    return { mediaType, ...(await readAll(bytes, mediaType, limits, engine, options)) }
  } finally {
    if (typeof options.engine !== 'object') await engine.close()
  }
}

type Read = Omit<PagesRead, 'mediaType'>

async function readAll(bytes: Uint8Array, mediaType: MediaType, limits: Limits, engine: Engine, options: ReadPagesOptions): Promise<Read> {
  const recognition = { signal: options.signal, timeoutMs: options.pageTimeoutMs ?? PAGE_TIMEOUT }
  if (mediaType === 'application/pdf') {
    const document = await PdfDocument.open(bytes, limits)
    try {
      return await eachPage(document.pageCount, options, (index) =>
        readPdfPage(document, index, engine, { dpi: options.dpi, name: options.name, limits: recognition }),
      )
    } finally {
      await document.close()
    }
  }
  if (isImage(mediaType)) {
    const file = await ImageFile.open(bytes, limits)
    return await eachPage(file.pageCount, options, async (index) => ({
      page: await readRaster(await file.page(index), index + 1, engine, recognition, undefined, options.name),
      rejected: false,
    }))
  }
  if (mediaType === 'text/plain') throw new KehoachError('UNSUPPORTED_FORMAT', 'Plain text holds no page image.')
  const pages = readOcrFile(bytes, mediaType, limits)
  return await eachPage(pages.length, options, async (index) => ({ page: pages[index] as PageReading, rejected: false }))
}

const isImage = (mediaType: MediaType): mediaType is Extract<MediaType, `image/${string}`> => mediaType.startsWith('image/')

async function eachPage(pageCount: number, options: ReadPagesOptions, read: (index: number) => Promise<PdfPageRead>): Promise<Read> {
  const pages: PageReading[] = []
  const rejectedLayers: number[] = []
  for (let index = 0; index < pageCount; index++) {
    if (options.signal?.aborted) throw new KehoachError('ABORTED', 'The caller asked to stop.')
    const { page, rejected } = await withinLimits(read(index), { signal: options.signal })
    pages.push(page)
    if (rejected) rejectedLayers.push(page.number)
    options.onPage?.({ page: page.number, pageCount })
  }
  return { pages, rejectedLayers }
}
