import type { Word } from './reading.ts'

export const ENGINES = ['tesseract.js', 'tesseract'] as const
export type EngineName = (typeof ENGINES)[number]

/** A grey image for the recogniser: one byte a pixel, 0 black, no padding. */
export interface GreyImage {
  width: number
  height: number
  data: Uint8Array
}

/** How the recogniser is to look at the image: a page of blocks, one block of lines, one line. */
export type Segmentation = 'page' | 'block' | 'line'

export interface RecogniseOptions {
  /** Pixels an inch of the image handed over. */
  dpi: number
  segmentation?: Segmentation
  signal?: AbortSignal | undefined
  /** Milliseconds until the recogniser is stopped and the call fails with `TIMEOUT`. */
  timeoutMs?: number | undefined
}

/** A word with the number of the line that the recogniser put it in; numbers rise in its own reading order. */
export interface RecognisedWord extends Word {
  line: number
}

/** A recogniser of print. One engine reads one image at a time; open several for several threads. */
export interface Engine {
  readonly name: string
  /** @throws KehoachError `OCR_FAILED`, `TIMEOUT`, `ABORTED`. */
  recognise(image: GreyImage, options: RecogniseOptions): Promise<RecognisedWord[]>
  close(): Promise<void>
}

/** The image as a binary PGM, the cheapest encoding that both builds of tesseract read: a header, then the bytes as they are. */
export function encodePgm({ width, height, data }: GreyImage): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const out = new Uint8Array(header.length + data.length)
  out.set(header)
  out.set(data, header.length)
  return out
}
