import type { PageReading } from '../pages/reading.ts'
import { normaliseCharacters } from './characters.ts'

/**
 * Plain text as pages: a form feed starts a new one, as `pdftotext` and other recognisers write it. Every line is kept, also
 * the empty ones, so that the pages put together are the text again.
 */
export function readPlainText(text: string): PageReading[] {
  const pages = normaliseCharacters(text).split('\f')
  // A form feed at the very end closes the last page and opens none.
  if (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop()
  return pages.map((page, index) => ({
    number: index + 1,
    width: null,
    height: null,
    dpi: null,
    lines: page.split('\n').map((line) => ({ text: line, words: [], box: null, confidence: null })),
    origin: 'text',
  }))
}
