import { splitLines, type TextLine } from '../text/lines.ts'

/** The restored text as the extractors see it: NFC, and its lines. */
export interface TextDocument {
  text: string
  lines: TextLine[]
}

/** `text` with its lines. */
export function toDocument(text: string): TextDocument {
  return { text, lines: splitLines(text) }
}
