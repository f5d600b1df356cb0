import type { Raster } from '../bytes/index.ts'
import { cleanPage } from './clean/index.ts'
import { readFilled } from './digits/index.ts'
import type { Engine, RecognisedWord, RecogniseOptions } from './engine.ts'
import { markHandwriting } from './layout/handwriting.ts'
import { layOut } from './layout/index.ts'
import { turnBack } from './place.ts'
import type { PageReading } from './reading.ts'
import { recognisePage } from './recognise.ts'
import { mergeOverlay } from './text-layer/overlay.ts'

/** Words laid over a page image, in its pixels: those to take, and those of an electronic signature's stamp, to leave out. */
export interface Overlay {
  overlay: RecognisedWord[]
  signature: RecognisedWord[]
}

/** A page image as lines in reading order; boxes in pixels of `raster`. `name` is the file's, which may tell the document's number. */
export async function readRaster(
  raster: Raster,
  number: number,
  engine: Engine,
  limits: Pick<RecogniseOptions, 'signal' | 'timeoutMs'>,
  laid: Overlay = { overlay: [], signature: [] },
  name = '',
): Promise<PageReading> {
  const page = await cleanPage(raster)
  const words = await recognisePage(page, engine, limits)
  // Overlays stand where the page shows them upright; on a page that had to be turned or made smaller they would miss.
  const asShown = page.turns === 0 && page.factor === 1
  const merged = !asShown || laid.overlay.length + laid.signature.length === 0 ? words : mergeOverlay(words, laid.overlay, laid.signature)
  const lines = layOut(merged, page)
  const { width, height, dpi } = raster
  return {
    number,
    width,
    height,
    dpi,
    lines: turnBack(number === 1 ? readFilled(markHandwriting(lines), page, name) : lines, page),
    origin: 'scan',
  }
}
