import type { PageReading } from '../pages/reading.ts'
import { KehoachError } from '../schema/error.ts'
import type { Warning } from '../schema/warning.ts'
import { readPlainText } from '../text/plain.ts'
import { digest } from './digest.ts'

/** A document as read: its pages, and what the Plan's `source` says of it. */
export interface ReadDocument {
  name: string
  mediaType: string
  /** Of the bytes that were read, in hexadecimal. */
  sha256: string
  pages: PageReading[]
  warnings: Warning[]
}

/** The longest text that is parsed, in UTF-16 code units: some thousand printed pages. */
export const TEXT_LIMIT = 8_000_000

/** Plain text as a document. `sha256` is that of its UTF-8 bytes unless the file's own is given. */
export function readTextDocument(text: string, name: string, sha256?: string): ReadDocument {
  if (text.length > TEXT_LIMIT) {
    throw new KehoachError('TOO_LARGE', `The text of ${text.length} characters is over the limit of ${TEXT_LIMIT}.`)
  }
  return { name, mediaType: 'text/plain', sha256: sha256 ?? digest(text), pages: readPlainText(text), warnings: [] }
}
