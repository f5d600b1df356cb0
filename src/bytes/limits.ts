import { KehoachError } from '../schema/error.ts'

/** What one input may cost. The defaults fit an office scanner's output with room: A3 at 300 dpi is 17 million pixels. */
export interface Limits {
  /** Bytes of the file. */
  bytes: number
  /** Pages of the document. */
  pages: number
  /** Pixels of one page image. */
  pixels: number
}

/**
 * Bytes that PDFium may take, the file itself included. A colour page of A3 at 600 dpi takes 200 to 450 MB, 550 MB where it is stored
 * without loss; drawing orders that unpack without end reach any limit.
 */
export const PDF_MEMORY = 640 * 1024 * 1024

export const LIMITS: Limits = { bytes: 512 * 1024 * 1024, pages: 5_000, pixels: 80_000_000 }

/** @throws KehoachError `TOO_LARGE` when a page of `width` × `height` pixels is over the limit. */
export function checkPixels(width: number, height: number, limits: Limits): void {
  if (!(width * height <= limits.pixels)) {
    throw new KehoachError('TOO_LARGE', `The page of ${width} × ${height} pixels is over the limit of ${limits.pixels} pixels.`)
  }
}
