import { bottom, right } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import { enlarge, enlargement } from './clean/enlarge.ts'
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

  /** The words of the whole page but those in `hidden`, all in pixels of the page. */
  page(hidden: readonly Box[]): Promise<RecognisedWord[]> {
    return this.#read(this.#page, null, 1, 'page', hidden)
  }

  /** The words inside `region`, at the size that the page is read at. */
  part(region: Box, segmentation: Segmentation, hidden: readonly Box[]): Promise<RecognisedWord[]> {
    return this.#read(this.#page, region, 1, segmentation, hidden)
  }

  /** A closer look shows more than the page did: that was not enlarged, and gains from it. */
  get seesMore(): boolean {
    return this.#page.scale === 1 && enlargement(this.#page.dpi) > 1
  }

  /** The words inside `region`, enlarged: what a page costs too much for, and another picture than the one that was not made out. */
  closer(region: Box, segmentation: Segmentation, hidden: readonly Box[]): Promise<RecognisedWord[]> {
    const { plain, dpi } = this.#page
    return this.#read({ image: plain, scale: 1 }, region, enlargement(dpi), segmentation, hidden)
  }

  async #read(
    { image, scale }: { image: GreyImage; scale: number },
    region: Box | null,
    times: number,
    segmentation: Segmentation,
    hidden: readonly Box[],
  ): Promise<RecognisedWord[]> {
    const { dpi } = this.#page
    const border = region === null ? 0 : Math.round(dpi * scale * 0.05)
    const place = region === null ? { x: 0, y: 0, width: image.width, height: image.height } : toPixels(region, scale, image)
    const covers = hidden.filter((box) => region === null || overlaps(region, box))
    const part: GreyImage = region === null ? image : crop(image, place, border)
    const shifted = covers.map((box) =>
      toPixels({ ...box, x: box.x + (border - place.x) / scale, y: box.y + (border - place.y) / scale }, scale, part),
    )
    const shown = await enlarge(shifted.length === 0 ? part : whiteOut(part, shifted), times)
    const words = await this.#engine.recognise(shown, { dpi: dpi * scale * times, segmentation, ...this.#limits })
    const first = this.#lines
    this.#lines += Math.max(0, ...words.map((word) => word.line)) + 1
    return words.map(({ box, line, ...word }) => ({
      ...word,
      line: line + first,
      box: {
        x: (box.x / times + place.x - border) / scale,
        y: (box.y / times + place.y - border) / scale,
        width: box.width / (scale * times),
        height: box.height / (scale * times),
      },
    }))
  }
}
