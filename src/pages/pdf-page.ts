import type { PdfDocument, PdfPage, Raster } from '../bytes/index.ts'
import { cleanPage } from './clean/index.ts'
import type { Engine, RecogniseOptions } from './engine.ts'
import { layOut } from './layout/index.ts'
import { renderSize } from './pdf-size.ts'
import { turnBack } from './place.ts'
import type { PageReading } from './reading.ts'
import { readRaster } from './scan.ts'
import { coverage, isVietnamese, LEAST_LETTERS, layerQuality, partSignature } from './text-layer/judge.ts'
import { layerWords } from './text-layer/words.ts'

export interface PdfPageRead {
  page: PageReading
  /** The page has a text layer, and it was not trusted. */
  rejected: boolean
}

/** Over a scan, a layer that leaves more of the ink unread than this has lost lines. */
const LEAST_COVERAGE = 0.8

/** One page of a PDF: from its text layer where that can be trusted, else from its image, with what is laid over it. */
export async function readPdfPage(
  document: PdfDocument,
  index: number,
  engine: Engine,
  options: { dpi?: number | undefined; name?: string | undefined; limits: Pick<RecogniseOptions, 'signal' | 'timeoutMs'> },
): Promise<PdfPageRead> {
  const described = await document.describe(index)
  const size = renderSize(described, options.dpi)
  const { words, signature } = partSignature(layerWords(described, size.dpi))
  const quality = layerQuality(words)
  const hasLayer = quality.letters >= LEAST_LETTERS
  const raster = await document.render(index, size)
  if (hasLayer && isVietnamese(quality, isScan(described))) {
    const page = await readLayer(raster, index + 1, words, isScan(described))
    if (page !== null) return { page, rejected: false }
  }
  const laid = { overlay: hasLayer ? [] : words, signature }
  const page = await readRaster(raster, index + 1, engine, options.limits, laid, options.name)
  return { page, rejected: hasLayer }
}

/** The page carries an image that fills most of it. */
function isScan(page: PdfPage): boolean {
  const area = page.width * page.height
  return page.images.some((image) => (image.right - image.left) * (image.top - image.bottom) > area * 0.6)
}

async function readLayer(raster: Raster, number: number, words: Parameters<typeof layOut>[0], scan: boolean): Promise<PageReading | null> {
  const clean = await cleanPage(raster, { enlarge: false, deskew: false, upright: false })
  if (scan && coverage(clean.ink, words, clean.dpi) < LEAST_COVERAGE) return null
  const { width, height, dpi } = raster
  return { number, width, height, dpi, lines: turnBack(layOut(words, clean), clean), origin: 'text-layer' }
}
