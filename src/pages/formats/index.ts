import { decodeText, type Limits } from '../../bytes/index.ts'
import { KehoachError } from '../../schema/error.ts'
import { layOut } from '../layout/index.ts'
import type { PageReading } from '../reading.ts'
import { parseAlto } from './alto.ts'
import { parseHocr } from './hocr.ts'
import type { OcrPage } from './ocr-page.ts'

/** hOCR and ALTO are written at this resolution when they do not say. */
const USUAL_DPI = 300

/**
 * Pages that another engine has recognised, laid out anew.
 *
 * @throws KehoachError `EMPTY_INPUT` where the file holds no word, `TOO_LARGE`.
 */
export function readOcrFile(bytes: Uint8Array, mediaType: 'text/vnd.hocr+html' | 'application/alto+xml', limits: Limits): PageReading[] {
  const text = decodeText(bytes)
  const pages = mediaType === 'application/alto+xml' ? parseAlto(text) : parseHocr(text)
  if (pages.every((page) => page.words.length === 0)) throw new KehoachError('EMPTY_INPUT', 'The file holds no recognised word.')
  if (pages.length > limits.pages) throw new KehoachError('TOO_LARGE', `The file has ${pages.length} pages; the limit is ${limits.pages}.`)
  return pages.map((page, i) => toReading(page, i + 1))
}

function toReading({ width, height, dpi, words }: OcrPage, number: number): PageReading {
  const lines = layOut(words, { width, height, dpi: dpi ?? USUAL_DPI, rules: { horizontal: [], vertical: [] } })
  return { number, width, height, dpi, lines, origin: 'scan' }
}
