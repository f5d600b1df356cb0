import { ImageFile, LIMITS, type Limits, type MediaType, PdfDocument, type Raster, sniff } from '../bytes/index.ts'
import { KehoachError } from '../schema/error.ts'
import { cleanPage } from './clean/index.ts'
import type { Engine } from './engine.ts'
import { layOut } from './layout/index.ts'
import { renderSize } from './pdf-size.ts'
import { turnBack } from './place.ts'
import type { PageReading } from './reading.ts'
import { recognisePage } from './recognise.ts'
import { TesseractJs } from './tesseract-js.ts'
import { TesseractNative } from './tesseract-native.ts'

export type { Engine, GreyImage, RecognisedWord, RecogniseOptions } from './engine.ts'
export type { PageReading, ReadLine, Word } from './reading.ts'

export const ENGINES = ['tesseract.js', 'tesseract'] as const
export type EngineName = (typeof ENGINES)[number]

/** A recogniser by name: `tesseract.js` needs nothing, `tesseract` an installed program. Close it when done. */
export function createEngine(name: EngineName = 'tesseract.js'): Engine {
  if (name === 'tesseract.js') return new TesseractJs()
  if (name === 'tesseract') return new TesseractNative()
  throw new KehoachError('INVALID_ARGUMENT', `There is no engine ${JSON.stringify(name)}; there are ${ENGINES.join(', ')}.`)
}

export interface ReadPagesOptions {
  /** A name, or an open engine, which then stays open: so a caller keeps one warm over many documents. */
  engine?: EngineName | Engine
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

/** Where page images come from. */
interface Source {
  pageCount: number
  raster(index: number): Promise<Raster>
  close(): Promise<void>
}

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
  const source = await openSource(bytes, mediaType, limits, options.dpi)
  const engine = typeof options.engine === 'object' ? options.engine : createEngine(options.engine)
  try {
    const pages: PageReading[] = []
    for (let index = 0; index < source.pageCount; index++) {
      if (options.signal?.aborted) throw new KehoachError('ABORTED', 'The caller asked to stop.')
      pages.push(await readPage(await source.raster(index), index + 1, engine, options))
      options.onPage?.({ page: index + 1, pageCount: source.pageCount })
    }
    return { mediaType, pages, rejectedLayers: [] }
  } finally {
    await source.close()
    if (typeof options.engine !== 'object') await engine.close()
  }
}

async function readPage(raster: Raster, number: number, engine: Engine, options: ReadPagesOptions): Promise<PageReading> {
  const page = await cleanPage(raster)
  const limits = { signal: options.signal, timeoutMs: options.pageTimeoutMs ?? 120_000 }
  const lines = layOut(await recognisePage(page, engine, limits), page)
  const { width, height, dpi } = raster
  return { number, width, height, dpi, lines: turnBack(lines, page), origin: 'scan' }
}

async function openSource(bytes: Uint8Array, mediaType: MediaType, limits: Limits, dpi: number | undefined): Promise<Source> {
  if (mediaType === 'application/pdf') {
    const document = await PdfDocument.open(bytes, limits)
    return {
      pageCount: document.pageCount,
      raster: async (index) => document.render(index, renderSize(await document.describe(index), dpi)),
      close: () => document.close(),
    }
  }
  if (mediaType.startsWith('image/')) {
    const file = await ImageFile.open(bytes, limits)
    return { pageCount: file.pageCount, raster: (index) => file.page(index), close: async () => {} }
  }
  throw new KehoachError('UNSUPPORTED_FORMAT', `${mediaType} holds no page image.`)
}
