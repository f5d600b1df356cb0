import type { DocumentType } from '../../schema/fields.ts'
import { foldAligned, type TextDocument } from '../document.ts'
import { leadingCode } from '../symbol.ts'
import { DOCUMENT_TYPES, typeOfCode } from '../vocabulary/document-types.ts'
import type { SymbolToken } from './tokens.ts'

/** Kinds by their folded name, longest first, so that `thong tu lien tich` is not taken for `thong tu`. */
const NAMES = DOCUMENT_TYPES.filter(({ name }) => name !== 'Thư công' && name !== 'Lệnh')
  .map((type) => ({ type, folded: foldAligned(type.name) }))
  .sort((a, b) => b.folded.length - a.folded.length)
const OTHER_NAMES: [string, string][] = [
  ['van ban', 'Công văn'],
  ['cong van', 'Công văn'],
  ['qui dinh', 'Quy định'],
  ['qui che', 'Quy chế'],
  ['luat', 'Luật'],
]

const LABEL = /\s*(?:\(?\s*(?:so|s0)\s*[:.]?)?\s*$/u
// `Luật Tổ chức chính quyền địa phương số 77/2015/QH13`: the name of a law stands between its kind and its number.
const LAW_NAME = /(?<![\p{L}])(?:(?:bo )?luat|phap lenh|nghi quyet|lenh) [\p{L}\p{M} ,()]{2,150}$/u

export interface TypeBefore {
  type: DocumentType
  start: number
}

/** The kind of document named right before the symbol, with `số` or without, and where its name begins. */
export function typeBefore(document: TextDocument, token: SymbolToken): TypeBefore | null {
  const from = Math.max(0, token.start - 40)
  const before = document.folded.slice(from, token.start)
  const trimmed = before.replace(LABEL, '')
  for (const { type, folded } of NAMES) {
    if (!endsWithWords(trimmed, folded)) continue
    return { type, start: from + trimmed.length - folded.length }
  }
  for (const [folded, name] of OTHER_NAMES) {
    const type = DOCUMENT_TYPES.find((entry) => entry.name === name)
    if (type !== undefined && endsWithWords(trimmed, folded)) return { type, start: from + trimmed.length - folded.length }
  }
  return lawBefore(document, token)
}

function endsWithWords(text: string, words: string): boolean {
  return text.endsWith(words) && !/[\p{L}\p{N}]/u.test(text.charAt(text.length - words.length - 1))
}

function lawBefore(document: TextDocument, token: SymbolToken): TypeBefore | null {
  if (token.year === null || !/^(?:QH|UBTVQH|PL|L)/u.test(token.symbol)) return null
  const from = Math.max(0, token.start - 160)
  const before = document.folded.slice(from, token.start).replace(LABEL, '')
  const match = LAW_NAME.exec(before)
  if (match === null) return null
  const last = lastKind(before)
  if (last === null) return null
  return { type: last.type, start: from + last.at }
}

function lastKind(before: string): { type: DocumentType; at: number } | null {
  let best: { type: DocumentType; at: number } | null = null
  for (const name of ['Bộ luật', 'Luật', 'Pháp lệnh', 'Nghị quyết', 'Lệnh']) {
    const folded = foldAligned(name)
    const type = DOCUMENT_TYPES.find((entry) => entry.name === name)
    const at = before.lastIndexOf(folded)
    if (type === undefined || at < 0 || /[\p{L}]/u.test(before.charAt(at - 1))) continue
    if (best === null || at > best.at) best = { type, at }
  }
  // `Bộ luật` ends in `luật`: the longer name begins earlier.
  if (best?.type.name === 'Luật' && before.slice(0, best.at).endsWith('bo '))
    return { type: DOCUMENT_TYPES.find(({ name }) => name === 'Bộ luật') ?? best.type, at: best.at - 3 }
  return best
}

/** The kind that the symbol itself names: by its code, as a law of the National Assembly, or a letter (`130/SYT-HĐKHCN`), which has no code. */
export function typeOfSymbol(token: SymbolToken): DocumentType | null {
  const code = leadingCode(token.symbol)
  if (/^QH\d/u.test(code)) return typeOfCode('L')
  if (/^UBTVQH/u.test(code)) return typeOfCode('NQ')
  return typeOfCode(code) ?? (token.year === null && /[-/]/u.test(token.symbol) ? typeOfCode('CV') : null)
}
