import type { DocumentNumber, Issuer } from '../schema/fields.ts'

const GROUP = /[\p{Lu}\d&]{3,14}/gu
const WORD = /[\p{L}\p{M}]+/gu

/**
 * The document's own symbol with each Đ that its issuer's name tells and the print has as D: `KH-SLDTBXH` under SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ
 * HỘI is `KH-SLĐTBXH`. `raw` stays as printed.
 */
export function mendSymbol(number: DocumentNumber | null, issuer: Issuer | null): DocumentNumber | null {
  if (number === null || issuer === null || !number.symbol.includes('D')) return number
  const initials = initialsOf(issuer.name)
  const plain = initials.replaceAll('Đ', 'D')
  const symbol = number.symbol.replace(GROUP, (group) => {
    const letters = /^[^\d&]*/u.exec(group)?.[0] ?? ''
    const at = letters.length < 3 || !letters.includes('D') ? -1 : plain.indexOf(letters.replaceAll('Đ', 'D'))
    return at < 0 ? group : initials.slice(at, at + letters.length) + group.slice(letters.length)
  })
  return symbol === number.symbol ? number : { ...number, symbol, confidence: Math.min(number.confidence, 0.85) }
}

/** The first letters of the words of a name, `và` left out, as symbols are made of them. */
const initialsOf = (name: string): string =>
  (name.toUpperCase().match(WORD) ?? [])
    .filter((word) => word !== 'VÀ')
    .map((word) => (word.startsWith('Đ') ? 'Đ' : word.normalize('NFD').charAt(0)))
    .join('')
