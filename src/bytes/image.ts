import sharp from 'sharp'
import { KehoachError } from '../schema/error.ts'
import { checkPixels, type Limits } from './limits.ts'
import type { Raster } from './raster.ts'

/** Office scanners and cameras; a header that says less or more is a default of some program, not a fact about the page. */
const believable = (dpi: number | undefined) => (dpi !== undefined && dpi >= 96 && dpi <= 1200 ? Math.round(dpi) : null)

/** An image file as pages: one, or for a TIFF as many as it holds. EXIF orientation is applied. */
export class ImageFile {
  #bytes: Uint8Array
  #limits: Limits
  readonly pageCount: number

  private constructor(bytes: Uint8Array, limits: Limits, pageCount: number) {
    this.#bytes = bytes
    this.#limits = limits
    this.pageCount = pageCount
  }

  /** @throws KehoachError `CORRUPT_INPUT`, `TOO_LARGE`. */
  static async open(bytes: Uint8Array, limits: Limits): Promise<ImageFile> {
    const { width, height, pages = 1 } = await metadata(bytes, limits)
    checkPixels(width, height, limits)
    if (pages > limits.pages) throw new KehoachError('TOO_LARGE', `The image file has ${pages} pages; the limit is ${limits.pages}.`)
    return new ImageFile(bytes, limits, pages)
  }

  /** The page at `index` (from 0), grey where it has no colour. */
  async page(index: number): Promise<Raster> {
    const { width, height, density, isBlackAndWhite } = await metadata(this.#bytes, this.#limits, index)
    checkPixels(width, height, this.#limits)
    try {
      const image = open(this.#bytes, this.#limits, index).rotate().flatten({ background: '#ffffff' })
      const { data, info } = await (isBlackAndWhite ? image.greyscale() : image.toColourspace('srgb'))
        .raw()
        .toBuffer({ resolveWithObject: true })
      const channels = info.channels === 1 ? 1 : 3
      return {
        width: info.width,
        height: info.height,
        channels,
        data: new Uint8Array(data.buffer, data.byteOffset, data.length),
        dpi: believable(density),
      }
    } catch (error) {
      throw corrupt(error)
    }
  }
}

const open = (bytes: Uint8Array, limits: Limits, page: number) =>
  sharp(bytes, { page, pages: 1, failOn: 'error', limitInputPixels: limits.pixels, sequentialRead: true })

async function metadata(bytes: Uint8Array, limits: Limits, page = 0) {
  try {
    const found = await open(bytes, limits, page).metadata()
    return { ...found, isBlackAndWhite: found.space === 'b-w' || found.space === 'grey16' }
  } catch (error) {
    throw corrupt(error)
  }
}

function corrupt(error: unknown): KehoachError {
  const message = error instanceof Error ? error.message : String(error)
  if (/pixel limit/i.test(message)) return new KehoachError('TOO_LARGE', 'The image is over the pixel limit.', { cause: error })
  return new KehoachError('CORRUPT_INPUT', 'The image is damaged.', { cause: error })
}
