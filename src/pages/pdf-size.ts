import type { PdfPage } from '../bytes/index.ts'

export interface RenderSize {
  width: number
  height: number
  colour: boolean
  dpi: number
}

/** Pixels an inch for pages that are drawn (vectors, text) and not scanned. */
const DRAWN_DPI = 300
const LEAST_DPI = 100
const MOST_DPI = 300

/**
 * The size to draw a page at: a scan that fills its page keeps its own pixels, since every resampling blurs thin strokes;
 * anything else is drawn at 300 dpi. `asked` overrules both.
 */
export function renderSize(page: PdfPage, asked?: number): RenderSize {
  const colour = page.images.some((image) => image.bitsPerPixel > 8) || (page.images.length === 0 && page.chars.text.trim() !== '')
  const scan = page.images.find((image) => covers(image, page))
  const turned = page.rotation % 2 === 1
  if (asked === undefined && scan !== undefined) {
    const [width, height] = turned ? [scan.pixelHeight, scan.pixelWidth] : [scan.pixelWidth, scan.pixelHeight]
    const dpi = (width / page.width) * 72
    const square = Math.abs(height / page.height / (width / page.width) - 1) < 0.02
    if (square && dpi >= LEAST_DPI && dpi <= MOST_DPI * 1.05) return { width, height, colour, dpi: Math.round(dpi) }
  }
  const dpi = asked ?? DRAWN_DPI
  return { width: Math.max(1, Math.round((page.width * dpi) / 72)), height: Math.max(1, Math.round((page.height * dpi) / 72)), colour, dpi }
}

function covers(image: { left: number; bottom: number; right: number; top: number }, page: PdfPage): boolean {
  const [width, height] = page.rotation % 2 === 1 ? [page.height, page.width] : [page.width, page.height]
  return image.right - image.left > width * 0.97 && image.top - image.bottom > height * 0.97 && image.right - image.left < width * 1.03
}
