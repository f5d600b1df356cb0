import { fold } from '../../vietnamese/letters.ts'

/**
 * The number that a file's name gives to a document of this symbol: `1942_kh_syt.pdf` or `KH 1942-KH-SYT (ban ky).pdf` for `KH-SYT`. It
 * is a clerk's word, not the page's: it counts only where the page does not speak against it.
 */
export function numberInName(name: string, symbol: string): string | null {
  const parts = split(name.replace(/\.\p{L}{1,5}$/u, ''))
  const wanted = split(symbol)
  if (wanted.length < 2) return null
  for (const [i, part] of parts.entries()) {
    if (!/^\d{1,5}$/u.test(part)) continue
    const after = parts[i + 1] !== undefined && /^(?:19|20)\d\d$/u.test(parts[i + 1] as string) ? i + 2 : i + 1
    if (wanted.every((word, at) => parts[after + at] === word)) return part
  }
  return null
}

const split = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
