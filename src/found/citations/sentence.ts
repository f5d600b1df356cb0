import type { TextDocument } from '../document.ts'
import { matchesOf } from '../matches.ts'

// A stop, an empty line, the sign of a list, a word that opens a ground; the dot of `TP. Hà Nội` is none.
const BREAK = /[;:]|(?<!T[pP])[.!?](?=\s)|\n(?=\s{0,9}(?:\n|[-–+•*(]|\d{1,2}[.)]|[a-zđ]\)|Căn cứ |Thực hiện |Theo |Xét |Trên cơ sở ))/gu
// A heading in capitals, and what begins below it.
const BELOW_HEADING = /\p{Lu}{2} \p{Lu}{2,12}\n(?=\p{Lu}\p{Ll})/gu

// A paragraph of grounds, its semicolons included.
const PARAGRAPH = /\n(?=\s{0,9}(?:\n|[-–+•*(]|\d{1,2}[.)]|[a-zđ]\)|Căn cứ |Thực hiện |Theo |Xét |Trên cơ sở ))/gu
const CARRIES_OUT = /^[^\p{L}]{0,9}(?:tiep tuc )?(?:thuc hien|trien khai|quan triet) /u

/** `Thực hiện Chương trình hành động của Huyện ủy; Kế hoạch số 15/KH-UBND …`: what the first word says holds to the end of the paragraph. */
export function groundOf({ text, folded }: TextDocument, at: number): 'basis' | 'implements' {
  const from = Math.max(0, at - 800)
  let start = from === 0 ? 0 : at
  for (const match of matchesOf(PARAGRAPH, text.slice(from, at))) start = from + match.index + 1
  return CARRIES_OUT.test(folded.slice(start, Math.min(at, start + 40))) && /[;,]\s*$/u.test(text.slice(Math.max(0, at - 3), at))
    ? 'implements'
    : 'basis'
}

/** Where the sentence of `at` begins. */
export function sentenceStart({ text }: TextDocument, at: number): number {
  const from = Math.max(0, at - 400)
  const before = text.slice(from, at)
  let start = from
  for (const pattern of [BREAK, BELOW_HEADING]) {
    for (const match of matchesOf(pattern, before)) start = Math.max(start, from + match.index + match[0].length)
  }
  return start
}
