import type { RecognisedWord } from '../engine.ts'

/** A page of another engine's output: its words with boxes in pixels at `dpi`. */
export interface OcrPage {
  width: number
  height: number
  dpi: number | null
  words: RecognisedWord[]
}

/** The page's own size, or where the file states none, what its words need. */
export function sized(page: OcrPage): OcrPage {
  const width = Math.max(page.width, ...page.words.map(({ box }) => box.x + box.width))
  const height = Math.max(page.height, ...page.words.map(({ box }) => box.y + box.height))
  return { ...page, width, height }
}
