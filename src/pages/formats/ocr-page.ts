import { KehoachError } from '../../schema/error.ts'
import type { RecognisedWord } from '../engine.ts'

/** A page of another engine's output: its words with boxes in pixels at `dpi`. */
export interface OcrPage {
  width: number
  height: number
  dpi: number | null
  words: RecognisedWord[]
}

/** Elements in elements: engines nest ten deep, and parsers take the square of a hostile depth in time. */
const DEEPEST = 500
/** Words of one page; a page of a newspaper has some ten thousand. */
const MOST_WORDS = 30_000

/** @throws KehoachError `CORRUPT_INPUT` for elements that are nested without end. */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw new KehoachError('CORRUPT_INPUT', `The file nests more than ${DEEPEST} elements in each other.`)
}

/** @throws KehoachError `TOO_LARGE` for more words than a page can hold. */
export function addWord(page: OcrPage, word: RecognisedWord): void {
  if (page.words.length === MOST_WORDS) throw new KehoachError('TOO_LARGE', `A page of the file has more than ${MOST_WORDS} words.`)
  page.words.push(word)
}

/** The page's own size, or where the file states none, what its words need. */
export function sized(page: OcrPage): OcrPage {
  let { width, height } = page
  for (const { box } of page.words) {
    width = Math.max(width, box.x + box.width)
    height = Math.max(height, box.y + box.height)
  }
  return { ...page, width, height }
}
