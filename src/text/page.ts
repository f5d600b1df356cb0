import type { PageReading, ReadLine } from '../pages/reading.ts'
import { normaliseCharacters } from './characters.ts'

/** A recognised page with the text of its lines as `normaliseCharacters` leaves it; a line end inside a line becomes a space. */
export function normalisePage(page: PageReading): PageReading {
  return { ...page, lines: page.lines.map(normaliseLine) }
}

function normaliseLine(line: ReadLine): ReadLine {
  if (normalise(line.text) === line.text) return line
  // Word by word, so that every word keeps its place.
  const words: ReadLine['words'] = []
  let text = ''
  let from = 0
  for (const entry of line.words) {
    text += normalise(line.text.slice(from, entry.start))
    const start = text.length
    text += normalise(line.text.slice(entry.start, entry.end))
    words.push({ ...entry, start, end: text.length })
    from = entry.end
  }
  text += normalise(line.text.slice(from))
  return { ...line, text, words }
}

const normalise = (text: string): string => normaliseCharacters(text).replace(/[\n\f]/gu, ' ')
