import { Parser } from 'htmlparser2'
import { addWord, checkDepth, type OcrPage, sized } from './ocr-page.ts'

/** Units of ALTO's measures as pixels an inch: a tenth of a millimetre, a 1,200th of an inch. */
const UNITS: Record<string, number> = { mm10: 254, inch1200: 1200 }

/**
 * Pages of an ALTO file (Library of Congress, versions 1 to 4): `<String CONTENT="Sở" HPOS="10" VPOS="20" WIDTH="80" HEIGHT="28" WC="0.93"/>`.
 * Measures in other units than pixels come as pixels of a page at that resolution.
 */
export function parseAlto(text: string): OcrPage[] {
  const pages: OcrPage[] = []
  let line = 0
  let depth = 0
  let unit = ''
  let inUnit = false
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        checkDepth(++depth)
        const name = tag.slice(tag.indexOf(':') + 1)
        const value = (key: string) => Number.parseFloat(attributes[key] ?? '0') || 0
        inUnit = name === 'MeasurementUnit'
        if (name === 'Page') pages.push({ width: value('WIDTH'), height: value('HEIGHT'), dpi: UNITS[unit.trim()] ?? null, words: [] })
        else if (name === 'TextLine') line++
        else if (name === 'String' || name === 'HYP') {
          const content = (attributes.CONTENT ?? '').trim().normalize('NFC')
          const page = pages.at(-1)
          if (content === '' || page === undefined) return
          const confidence = Math.min(1, Math.max(0, attributes.WC === undefined ? 1 : value('WC')))
          const box = { x: value('HPOS'), y: value('VPOS'), width: value('WIDTH'), height: value('HEIGHT') }
          const last = page.words.at(-1)
          // A hyphen at a line's end is its own element, and belongs to the word before it.
          if (name === 'HYP' && last !== undefined) last.text += content
          else addWord(page, { text: content, box, confidence, line })
        }
      },
      ontext(part) {
        if (inUnit) unit += part
      },
      onclosetag() {
        depth--
        inUnit = false
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return pages.map(sized)
}
