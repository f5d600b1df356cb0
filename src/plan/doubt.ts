import type { Page } from '../schema/geometry.ts'
import type { Warning } from '../schema/warning.ts'

/** Clean scans of the fixtures and of real archives read at 0.84 to 0.96 a page; below this a page is speckle, handwriting or a wrong language. */
const RECOGNISED = 0.7
/** OCR text that came out with one syllable in five wrong still had 0.95. */
const RESTORED = 0.9

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** `LOW_CONFIDENCE` for the whole text where restoration is unsure, and for each page whose words the recogniser was unsure of. */
export function doubts(pages: readonly Page[], restored: number): Warning[] {
  const warnings: Warning[] = []
  if (restored < RESTORED) {
    warnings.push({ code: 'LOW_CONFIDENCE', message: `The text was restored with a confidence of ${percent(restored)}.`, span: null })
  }
  for (const page of pages) {
    const words = page.lines.flatMap((line) => line.words)
    if (words.length === 0) continue
    const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length
    if (mean >= RECOGNISED) continue
    warnings.push({
      code: 'LOW_CONFIDENCE',
      message: `Page ${page.number} was recognised with a confidence of ${percent(mean)}.`,
      span: page.span,
    })
  }
  return warnings
}
