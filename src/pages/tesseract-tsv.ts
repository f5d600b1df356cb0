import type { RecognisedWord, Segmentation } from './engine.ts'

/** tesseract's page segmentation modes: 3 finds blocks, 6 takes one block, 7 one line. */
export const PAGE_SEGMENTATION: Record<Segmentation, string> = { page: '3', block: '6', line: '7' }

/** No search for type of one width, as of a typewriter: the network, which reads whole lines, has no use for it. */
export const LAYOUT_SETTINGS = { textord_all_prop: '1' }

/**
 * Words of tesseract's TSV output: level, page, block, paragraph, line, word, left, top, width, height, confidence (0–100), text;
 * words are level 5.
 */
export function parseTsv(tsv: string): RecognisedWord[] {
  const words: RecognisedWord[] = []
  let line = 0
  let place = ''
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t')
    if (cells[0] !== '5' || cells.length < 12) continue
    const text = cells.slice(11).join('\t').trim().normalize('NFC')
    if (text === '') continue
    const here = cells.slice(1, 5).join(' ')
    if (here !== place) {
      place = here
      line++
    }
    const [x = 0, y = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(Number)
    words.push({ text, box: { x, y, width, height }, confidence: Math.min(1, Math.max(0, confidence / 100)), line })
  }
  return words
}
