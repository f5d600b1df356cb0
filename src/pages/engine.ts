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

/** Numbers of the tags of a TIFF, and what each says of a grey image in one strip. */
const TAGS = { width: 256, height: 257, bits: 258, compression: 259, blackIsZero: 262, strip: 273, samples: 277, rows: 278, bytes: 279 }
const HEADER = 8
const DIRECTORY = 2 + 12 * Object.keys(TAGS).length + 4

/**
 * The image as a TIFF (6.0, uncompressed), the cheapest encoding that both builds of tesseract read: a header, then the bytes as they
 * are. A PGM holds the same bytes, and is read one by one.
 */
export function encodeTiff({ width, height, data }: GreyImage): Uint8Array {
  const start = HEADER + DIRECTORY
  const out = new Uint8Array(start + data.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, 0x002a4949, true)
  view.setUint32(4, HEADER, true)
  view.setUint16(HEADER, Object.keys(TAGS).length, true)
  const values = { width, height, bits: 8, compression: 1, blackIsZero: 1, strip: start, samples: 1, rows: height, bytes: data.length }
  for (const [i, [name, tag]] of Object.entries(TAGS).entries()) {
    const at = HEADER + 2 + 12 * i
    const value = values[name as keyof typeof TAGS]
    view.setUint16(at, tag, true)
    // SHORT, or LONG where the value needs it.
    view.setUint16(at + 2, value < 65_536 ? 3 : 4, true)
    view.setUint32(at + 4, 1, true)
    view.setUint32(at + 8, value, true)
  }
  out.set(data, start)
  return out
}
