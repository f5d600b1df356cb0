import { bottom, right } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import type { CleanPage } from './clean/index.ts'
import { crop, toPixels, whiteOut } from './crop.ts'
import type { Engine, GreyImage, RecognisedWord, RecogniseOptions, Segmentation } from './engine.ts'

export type Limits = Pick<RecogniseOptions, 'signal' | 'timeoutMs'>

export const overlaps = (a: Box, b: Box) => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)

/** Recognises parts of one page and keeps the numbering of lines apart. */
export class RegionReader {
  #page: CleanPage
  #engine: Engine
  #limits: Limits
  #lines = 0

  constructor(page: CleanPage, engine: Engine, limits: Limits) {
    this.#page = page
    this.#engine = engine
    this.#limits = limits
  }

  /** The words inside `region` (null: the page) but outside `hidden`, all in pixels of the page. */
  async read(region: Box | null, segmentation: Segmentation, hidden: readonly Box[]): Promise<RecognisedWord[]> {
    const { image, scale, dpi } = this.#page
    const border = region === null ? 0 : Math.round(dpi * scale * 0.05)
    const place = region === null ? { x: 0, y: 0, width: image.width, height: image.height } : toPixels(region, scale, image)
    const covers = hidden.filter((box) => region === null || overlaps(region, box))
    const part: GreyImage = region === null ? image : crop(image, place, border)
    const shifted = covers.map((box) =>
      toPixels({ ...box, x: box.x + (border - place.x) / scale, y: box.y + (border - place.y) / scale }, scale, part),
    )
    const shown = shifted.length === 0 ? part : whiteOut(part, shifted)
    const words = await this.#engine.recognise(shown, { dpi: dpi * scale, segmentation, ...this.#limits })
    const first = this.#lines
    this.#lines += Math.max(0, ...words.map((word) => word.line)) + 1
    return words.map(({ box, line, ...word }) => ({
      ...word,
      line: line + first,
      box: {
        x: (box.x + place.x - border) / scale,
        y: (box.y + place.y - border) / scale,
        width: box.width / scale,
        height: box.height / scale,
      },
    }))
  }
}
