import type { PdfPage } from '../../bytes/index.ts'
import { bottom, right } from '../../schema/box.ts'
import { decodeTcvn3, decodeVni, detectLegacy } from '../../vietnamese/legacy.ts'
import type { RecognisedWord } from '../engine.ts'

/** PDFium's own signs for a hyphen that ends a line. */
const HYPHENS = new Set(['\u0002', '\ufffe'])

/**
 * The words of a PDF page's text layer, with boxes in pixels at `dpi` and lines numbered in the layer's own order. Legacy font
 * encodings (TCVN3, VNI) are decoded. PDFium ends lines with CR LF and puts in the spaces that a layer leaves out.
 */
export function layerWords({ chars }: PdfPage, dpi: number): RecognisedWord[] {
  const scale = dpi / 72
  const words: RecognisedWord[] = []
  let line = 0
  let word: RecognisedWord | null = null
  for (let i = 0; i < chars.text.length; i++) {
    const letter = HYPHENS.has(chars.text.charAt(i)) ? '-' : chars.text.charAt(i)
    if (/\s/u.test(letter)) {
      word = null
      if (letter === '\n') line++
      continue
    }
    const [left = 0, top = 0, far = 0, low = 0] = chars.boxes.subarray(i * 4, i * 4 + 4)
    const box = { x: left * scale, y: top * scale, width: (far - left) * scale, height: (low - top) * scale }
    if (word === null) {
      word = { text: '', box, confidence: 1, line }
      words.push(word)
    }
    word.text += letter
    if (box.width > 0) {
      const [x, y] = [Math.min(word.box.x, box.x), Math.min(word.box.y, box.y)]
      word.box = { x, y, width: Math.max(right(word.box), right(box)) - x, height: Math.max(bottom(word.box), bottom(box)) - y }
    }
  }
  return decode(words)
}

function decode(words: RecognisedWord[]): RecognisedWord[] {
  const legacy = detectLegacy(words.map((word) => word.text).join(' '))
  const letters = legacy === 'tcvn3' ? decodeTcvn3 : legacy === 'vni' ? decodeVni : (text: string) => text.normalize('NFC')
  return words.map((word) => ({ ...word, text: letters(word.text) }))
}
