import type { DocumentType } from '../../schema/fields.ts'
import { foldAligned, type TextDocument } from '../document.ts'
import { leadingCode } from '../symbol.ts'
import { DOCUMENT_TYPES, typeOfCode } from '../vocabulary/document-types.ts'
import { similarity } from '../vocabulary/similarity.ts'
import type { SymbolToken } from './tokens.ts'

/** Kinds by their folded name, longest first, so that `thong tu lien tich` is not taken for `thong tu`. */
const NAMES = DOCUMENT_TYPES.filter(({ name }) => !['Thư công', 'Lệnh', 'Luật', 'Bộ luật'].includes(name))
  .map((type) => ({ type, folded: foldAligned(type.name) }))
  .sort((a, b) => b.folded.length - a.folded.length)
const OTHER_NAMES: [string, string][] = [
  ['van ban', 'Công văn'],
  ['cong van', 'Công văn'],
  ['qui dinh', 'Quy định'],
  ['qui che', 'Quy chế'],
]

// `QĐ số 12/QĐ-UBND`, `KH 15/KH-UBND`: the code stands for the name.
const CODE = /(?<![\p{L}\p{M}\p{N}/-])(?:QĐ|KH|NĐ|NQ|TT|TTLT|CT|CV|HD|TB|BC|TTr|CTr|ĐA|KL|QyĐ|CĐ)$/u
// `Mẫu số 01/BC`, `Phụ lục 02/PL`: a form's number, no document's.
const FORM =
  /(?<![\p{L}\p{M}])(?:mau|bieu|bieu mau|phu luc|bang|bieu so|phieu|trang|ty le|diem|to|lop|so do|hinh)[ .:]{0,3}(?:so)?[ .:]{0,3}$/u

// A kind of a kind: `Chương trình phối hợp số 02/CTr`, `Quyết định cá biệt số …`.
const QUALIFIER = /(?: phoi hop| hanh dong| lien nganh| ca biet| chung)$/u
// `số`, also spoilt (`sb`, `só`, `s6`).
const LABEL = / {0,3}(?:(?<![\p{L}\p{N}])\(? {0,2}s\S{0,2} {0,2}[:.]?)? {0,3}$/u

export interface TypeBefore {
  type: DocumentType
  start: number
}

/** The kind of document named right before the symbol, with `số` or without, and where its name begins. */
export function typeBefore(document: TextDocument, token: SymbolToken): TypeBefore | null {
  const from = Math.max(0, token.start - 40)
  const before = document.folded.slice(from, token.start)
  const trimmed = before.replace(LABEL, '').replace(QUALIFIER, '')
  for (const { type, folded } of NAMES) {
    if (!endsWithWords(trimmed, folded)) continue
    return { type, start: from + trimmed.length - folded.length }
  }
  for (const [folded, name] of OTHER_NAMES) {
    const type = DOCUMENT_TYPES.find((entry) => entry.name === name)
    if (type !== undefined && endsWithWords(trimmed, folded)) return { type, start: from + trimmed.length - folded.length }
  }
  return lawBefore(document, token) ?? codeBefore(document, token, from) ?? likeBefore(document, token, before.replace(LABEL, ''), from)
}

function codeBefore(document: TextDocument, token: SymbolToken, from: number): TypeBefore | null {
  const code = CODE.exec(document.flat.slice(from, token.start).replace(LABEL, ''))
  const type = code === null ? null : typeOfCode(code[0])
  return code === null || type === null ? null : { type, start: from + code.index }
}

/** Whether the number is that of a form, a table, a scale: `Mẫu số 01/BC`, `tỷ lệ 1/KH`. */
export function isFormNumber(document: TextDocument, token: SymbolToken): boolean {
  return FORM.test(document.folded.slice(Math.max(0, token.start - 24), token.start))
}

/** The kind that the symbol names, where the words before it are near its name: `Quyết chính số 140/QĐ-UBND`. */
function likeBefore(document: TextDocument, token: SymbolToken, before: string, from: number): TypeBefore | null {
  const type = typeOfSymbol(token)
  if (type === null || type.code === 'CV') return null
  const words = type.name.split(' ').length
  const printed = before.split(' ').slice(-words).join(' ')
  if (similarity(printed, type.name) < 0.9 || !/\p{Lu}/u.test(document.flat.charAt(from + before.length - printed.length))) return null
  return { type, start: from + before.length - printed.length }
}

function endsWithWords(text: string, words: string): boolean {
  return text.endsWith(words) && !/[\p{L}\p{N}]/u.test(text.charAt(text.length - words.length - 1))
}

/** A law's name may hold its kind's word again (`văn bản quy phạm pháp luật`): only one with its capital opens a name. */
const LAW_KINDS = ['Bộ luật', 'Luật', 'Pháp lệnh', 'Nghị quyết', 'Lệnh']

// `Luật Tổ chức chính quyền địa phương số 77/2015/QH13`: the name of a law stands between its kind and its number.
function lawBefore(document: TextDocument, token: SymbolToken): TypeBefore | null {
  if (token.year === null || !/^(?:QH|UBTVQH|PL|L)/u.test(token.symbol)) return null
  const from = Math.max(0, token.start - 240)
  const before = document.flat.slice(from, token.start)
  let best: TypeBefore | null = null
  for (const name of LAW_KINDS) {
    const at = before.lastIndexOf(name)
    if (at < 0 || (best !== null && from + at <= best.start)) continue
    if (
      /[;.\d]/u.test(
        before
          .slice(at)
          .replace(LABEL, '')
          .replace(/(?:ngày|năm) [\d/]+/gu, ''),
      )
    )
      continue
    const type = DOCUMENT_TYPES.find((entry) => entry.name === name)
    if (type !== undefined) best = { type, start: from + at }
  }
  if (best === null) return null
  const amending = AMENDING.exec(before.slice(0, best.start - from))
  return amending === null ? best : { ...best, start: from + amending.index }
}

//  Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật số 63/2020/QH14
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ its number is that of the law that amends
const AMENDING = /(?<!\p{L})(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết) [sS]ửa đổi[^;.:\d]{0,160}$/u

/** The kind that the symbol itself names: by its code, as a law of the National Assembly, or a letter (`130/SYT-HĐKHCN`), which has no code. */
export function typeOfSymbol(token: SymbolToken): DocumentType | null {
  const code = leadingCode(token.symbol)
  if (/^QH\d/u.test(code)) return typeOfCode('L')
  if (/^UBTVQH/u.test(code)) return typeOfCode('NQ')
  return typeOfCode(code) ?? (token.year === null && /[-/]/u.test(token.symbol) ? typeOfCode('CV') : null)
}
