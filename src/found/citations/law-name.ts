import { ALNUM } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import { LAW_NAMES, nameKey } from './law-names.ts'

/** Where the name of a law ends, and how it is written where it is known. */
export interface LawName {
  end: number
  /** Without the word for its kind. */
  name: string
  known: boolean
  /** The end is certain: the name is known, or a date, a number or a full stop follows. */
  sure: boolean
}

const LONGEST_NAME = 200
const MOST_WORDS = 24
const WORD = new RegExp(`[${ALNUM}]+(?:/[${ALNUM}]+)?`, 'uy')
// Words that open what is said of a law, not its name.
const NEXT_WORD =
  /^(?:ngày|năm|khóa|khoá|của|về|được|đã|là|có|trên|tại|trong|cho|đối với|theo|để|nhằm|từ|đến|tới|với|khi|thì|mà|do|vì|nếu|như|bằng|bởi|qua|vào|này|đó|nêu|nói|kể|hiện hành|mới|hoặc|hay|cũng|sẽ|phải|cần|không|chưa|còn|gồm|bao gồm|quy định|qui định|ban hành|thông qua|sửa đổi|thay thế|hướng dẫn|áp dụng|triển khai|thi hành|tuyên truyền|phổ biến|góp phần|đảm bảo|bảo đảm|gắn|nghiêm|kịp thời|bổ sung|hết hiệu lực|sắp|vừa|đang|trình|chuẩn bị)(?![\p{L}\p{M}])/iu
const DATED = /^(?:ngày|năm|số(?= ?:? ?\d)|của Quốc hội|của Ủy ban Thường vụ)(?![\p{L}\p{M}])/iu
// After a comma or `và`: another thing.
const OTHER =
  /^(?:các|những|mọi|một|văn bản|pháp luật|quy định|hướng dẫn|thực hiện|nghị|quyết|thông|chỉ|luật|bộ luật|pháp lệnh|hiến pháp|điều|khoản|điểm|công văn|kế hoạch|nội dung|tổ chức|triển khai|tuyên truyền|xây dựng|tăng cường|nâng cao|đẩy mạnh|phối hợp|kiểm tra|ban hành)(?![\p{L}\p{M}])/iu

/** The name of a law of kind `code` that begins at `at`; one that is not known must begin with a capital. */
export function readLawName(document: TextDocument, at: number, code: string): LawName | null {
  const start = skipSpace(document.flat, at)
  const known = knownName(document, start, code)
  if (known !== null) return known
  const first = document.flat.charAt(start)
  const second = document.flat.charAt(start + 1)
  return /\p{Lu}/u.test(first) && !/\p{Lu}/u.test(second) ? nameByRule(document, start) : null
}

const skipSpace = (flat: string, at: number): number => {
  let start = at
  while (start < at + 3 && flat.charAt(start) === ' ') start++
  return start
}

/** The longest known name that stands at `start`. */
function knownName(document: TextDocument, start: number, code: string): LawName | null {
  const names = LAW_NAMES.get(code)
  if (names === undefined) return null
  let key = ''
  let found: LawName | null = null
  for (const { word, end } of words(document, start)) {
    const part = nameKey(word)
    if (part === '') continue
    key += key === '' ? part : ` ${part}`
    const name = names.get(key)
    if (name === undefined) break
    if (name !== '') found = { end, name, known: true, sure: true }
  }
  if (found === null) return null
  // `(HIV/AIDS)` closes with its bracket.
  if (found.name.endsWith(')') && document.flat.charAt(found.end) === ')') return { ...found, end: found.end + 1 }
  return found
}

interface Word {
  word: string
  start: number
  end: number
  /** What stands between it and the word before. */
  gap: string
}

function* words(document: TextDocument, start: number): Generator<Word> {
  const { flat } = document
  let at = start
  for (let count = 0; count < MOST_WORDS && at < start + LONGEST_NAME; count++) {
    const from = at + (/^[ ,–("“-]{0,4}/u.exec(flat.slice(at, at + 4))?.[0].length ?? 0)
    WORD.lastIndex = from
    const match = WORD.exec(flat)
    if (match === null) return
    yield { word: match[0], start: from, end: WORD.lastIndex, gap: flat.slice(at, from) }
    at = WORD.lastIndex
  }
}

/**
 * An unknown name: from its capital to a date, a number, a stop, a word that opens what is said of it, or a line that begins anew. A comma or `và` inside
 * it is believed only where the end is certain: else the name may have ended there.
 */
function nameByRule(document: TextDocument, start: number): LawName | null {
  const { flat } = document
  let end = start
  let beforeJoint: number | null = null
  let joined = false
  let stop: 'sure' | 'perhaps' | null = null
  for (const word of words(document, start)) {
    if (word.start > start) {
      joined ||= word.gap.includes(',')
      stop = stopBefore(document, word, joined)
      if (stop !== null) break
      if (word.word.toLowerCase() === 'và') {
        joined = true
        continue
      }
      if (joined) beforeJoint ??= end
    }
    joined = false
    end = word.end
  }
  const sure = stop === null ? /^ ?(?:[.;:)”"]|$)/u.test(flat.slice(end, end + 2)) : stop === 'sure'
  if (!sure && beforeJoint !== null) end = beforeJoint
  return end === start ? null : { end, name: flat.slice(start, end).replace(/\s+/gu, ' '), known: false, sure }
}

/** Whether the name has ended before `word`, which stands after a comma or `và` where it is `joined`. */
function stopBefore(document: TextDocument, { word, start, gap }: Word, joined: boolean): 'sure' | 'perhaps' | null {
  if (/[(“"]/u.test(gap) || (!joined && opensLine(document.text, start - gap.length, start))) return 'sure'
  if (/^\d/u.test(word)) return 'sure'
  const rest = document.flat.slice(start, start + 24)
  if (DATED.test(rest)) return 'sure'
  return NEXT_WORD.test(rest) || (joined && OTHER.test(rest)) ? 'perhaps' : null
}

/** Whether a line that begins between `from` and `to` begins anew: with a sign of a list, a capital, or after an empty line. */
const opensLine = (text: string, from: number, to: number): boolean =>
  text.slice(from, to).includes('\n') && (!/^[^\S\n]*\n[^\S\n]*$/u.test(text.slice(from, to)) || /\p{Lu}/u.test(text.charAt(to)))
