import { encodeTcvn3, encodeVni } from '../../src/vietnamese/legacy.ts'
import { stripMarks, stripTone } from '../../src/vietnamese/letters.ts'

/** A way of writing that tesseract does not make: from NFC text to what the restorer is given. */
export type Dialect = (text: string) => string

/**
 * `stripped`: no marks at all. `toneless`: letters kept, tones lost. `decomposed`: NFD. `tcvn3`, `vni`: text typed for the old fonts, seen as
 * CP1252. `softless`: TCVN3 after a converter dropped U+00AD, its `ư`, as PDF text layers often do.
 */
export const DIALECTS = {
  stripped: stripMarks,
  toneless: (text) => text.replace(/\p{L}+/gu, stripTone),
  decomposed: (text) => text.normalize('NFD'),
  tcvn3: encodeTcvn3,
  vni: encodeVni,
  softless: (text) => encodeTcvn3(text).replace(/\u00ad/gu, ''),
} as const satisfies Record<string, Dialect>

export type DialectName = keyof typeof DIALECTS
