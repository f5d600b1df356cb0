import type { TextDocument } from './document.ts'

/**
 * A stretch of a document, as those read it who look for times, amounts and products: `flat` and `folded` are the document's views cut to it,
 * so that a place in either is one of `text` less `from`.
 */
export interface Clause {
  /** The whole text of the document. */
  text: string
  from: number
  to: number
  flat: string
  folded: string
}

/** The stretch of `document` from `from` to `to`. */
export function clauseOf({ text, flat, folded }: Pick<TextDocument, 'text' | 'flat' | 'folded'>, from: number, to: number): Clause {
  return { text, from, to, flat: flat.slice(from, to), folded: folded.slice(from, to) }
}
