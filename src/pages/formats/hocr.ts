import { Parser } from 'htmlparser2'
import type { Box } from '../../schema/geometry.ts'
import type { RecognisedWord } from '../engine.ts'
import { addWord, checkDepth, type OcrPage, sized } from './ocr-page.ts'

const LINE = /(?:^|\s)(?:ocr_line|ocrx_line|ocr_header|ocr_footer|ocr_caption|ocr_textfloat)(?:\s|$)/
const WORD = /(?:^|\s)ocrx_word(?:\s|$)/
const PAGE = /(?:^|\s)ocr_page(?:\s|$)/

/**
 * Pages of an hOCR file (Breuel, "The hOCR microformat", 1.2): `<span class='ocrx_word' title='bbox 10 20 90 48; x_wconf 93'>Sở</span>`.
 * A word without a box is taken with the box of its line.
 */
export function parseHocr(text: string): OcrPage[] {
  const pages: OcrPage[] = []
  let line = 0
  let lineBox: Box | null = null
  let word: (RecognisedWord & { depth: number }) | null = null
  let depth = 0
  const parser = new Parser(
    {
      onopentag(_, { class: kind = '', title = '' }) {
        checkDepth(++depth)
        if (PAGE.test(kind)) {
          const box = boxOf(title)
          pages.push({ width: box?.width ?? 0, height: box?.height ?? 0, dpi: numberAfter(title, 'scan_res'), words: [] })
        } else if (LINE.test(kind)) {
          line++
          lineBox = boxOf(title)
        } else if (WORD.test(kind)) {
          const box = boxOf(title) ?? lineBox
          word = box === null ? null : { text: '', box, confidence: (numberAfter(title, 'x_wconf') ?? 100) / 100, line, depth }
        }
      },
      ontext(part) {
        if (word !== null) word.text += part
      },
      onclosetag() {
        if (word !== null && word.depth === depth) {
          const { depth: _, ...found } = word
          const clean = found.text.replace(/\s+/gu, ' ').trim().normalize('NFC')
          const confidence = Math.min(1, Math.max(0, found.confidence))
          const page = pages.at(-1)
          if (clean !== '' && page !== undefined) addWord(page, { ...found, text: clean, confidence })
          word = null
        }
        depth--
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(text)
  return pages.map(sized)
}

function boxOf(title: string): Box | null {
  const found = /\bbbox +(-?\d+) +(-?\d+) +(-?\d+) +(-?\d+)/.exec(title)
  if (found === null) return null
  const [left = 0, top = 0, far = 0, low = 0] = found.slice(1).map(Number)
  return { x: left, y: top, width: Math.max(0, far - left), height: Math.max(0, low - top) }
}

function numberAfter(title: string, name: string): number | null {
  const at = title.indexOf(name)
  const value = at < 0 ? Number.NaN : Number.parseFloat(title.slice(at + name.length))
  return Number.isFinite(value) && value > 0 ? value : null
}
