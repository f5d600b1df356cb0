import { caseOf, compareKey } from '../../vietnamese/letters.ts'
import { isSyllable } from '../../vietnamese/syllable.ts'
import { foldAligned } from '../document.ts'
import { PROVINCES } from '../gazetteer/provinces.ts'
import { withinOneEdit } from './similarity.ts'

/** Fields of ministries and departments, as after `Bộ` and `Sở`, of all years since 2010. */
const FIELDS = [
  'Y tế',
  'Nội vụ',
  'Tài chính',
  'Tư pháp',
  'Xây dựng',
  'Công Thương',
  'Ngoại vụ',
  'Ngoại giao',
  'Du lịch',
  'Quốc phòng',
  'Công an',
  'Giao thông vận tải',
  'Giáo dục và Đào tạo',
  'Kế hoạch và Đầu tư',
  'Khoa học và Công nghệ',
  'Thông tin và Truyền thông',
  'Tài nguyên và Môi trường',
  'Nông nghiệp và Môi trường',
  'Nông nghiệp và Phát triển nông thôn',
  'Lao động - Thương binh và Xã hội',
  'Văn hóa, Thể thao và Du lịch',
  'Văn hóa và Thể thao',
  'Dân tộc và Tôn giáo',
  'An toàn thực phẩm',
  'Quy hoạch - Kiến trúc',
]
const UNITS = ['tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn', 'đặc khu']
const BODIES = ['Ủy ban nhân dân', 'Hội đồng nhân dân', 'UBND', 'HĐND']
const OTHERS = [
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Quốc hội',
  'Văn phòng Chính phủ',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Đảng ủy',
  'Đảng bộ',
  'Văn phòng',
  'Thanh tra',
  'Chi cục',
  'Trung tâm',
  'Bệnh viện',
  'Bệnh viện đa khoa',
  'Trung tâm Y tế',
  'Trường',
  'Ban Chỉ đạo',
  'Ban Quản lý',
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Ban Chấp hành Đảng bộ',
  'Ban Chấp hành Đảng bộ tỉnh',
  'Ban Thường vụ Tỉnh ủy',
  'Ban Thường vụ Huyện ủy',
  'Ban Chấp hành Trung ương',
  'Thường trực',
  'Phòng Nội vụ',
  'Hội đồng',
  'Giám đốc',
  'Phó Giám đốc',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Phó Chủ tịch Thường trực',
  'Bí thư',
  'Phó Bí thư',
  'Phó Bí thư Thường trực',
  'Trưởng phòng',
  'Phó Trưởng phòng',
  'Trưởng ban',
  'Phó Trưởng ban',
  'Hiệu trưởng',
  'Phó Hiệu trưởng',
  'Chánh Văn phòng',
  'Phó Chánh Văn phòng',
  'Bộ trưởng',
  'Thứ trưởng',
  'Cục trưởng',
  'Chi cục trưởng',
  'Phó Chi cục trưởng',
  'Viện trưởng',
  'Chánh Thanh tra',
  'Tổng Giám đốc',
]

/** Phrases by their folded form. A word alone is too short to know: it is mended only as the head of a name. */
const phrases = new Map<string, string>()
for (const phrase of [
  ...FIELDS.flatMap((field) => [`Bộ ${field}`, `Sở ${field}`, `Bộ trưởng Bộ ${field}`, `Giám đốc Sở ${field}`, `Phòng ${field}`]),
  ...BODIES.flatMap((body) => UNITS.map((unit) => `${body} ${unit}`)),
  ...BODIES.filter((body) => body.includes(' ')),
  ...PROVINCES.flatMap(({ name }) =>
    name.includes(' ') ? [name, `tỉnh ${name}`, `thành phố ${name}`] : [`tỉnh ${name}`, `thành phố ${name}`],
  ),
  ...OTHERS,
]) {
  phrases.set(foldAligned(phrase), phrase)
}
// `trường` is no head here: with another mark it is `trưởng`.
const HEADS = new Map([
  ['so', 'Sở'],
  ['bo', 'Bộ'],
  ['phong', 'Phòng'],
  ['cuc', 'Cục'],
  ['hoi', 'Hội'],
  ['doan', 'Đoàn'],
])
const OFFICES = new Set(OTHERS.map(foldAligned))
const LONGEST = 9

/**
 * The name of a body, a place or an office with the marks that a scan lost put back, where its words are known: `SƠ Y TE` → `SỞ Y TẾ`. A name
 * that differs in case or in the place of a tone only stays as printed.
 */
export function repairName(printed: string): string {
  const words = printed.split(' ')
  const out: string[] = []
  for (let i = 0; i < words.length; ) {
    const found = longestPhrase(words, i)
    if (found === null) {
      out.push(words[i] ?? '')
      i++
      continue
    }
    out.push(found.text)
    i += found.length
  }
  return out.join(' ')
}

function longestPhrase(words: string[], at: number): { text: string; length: number } | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const printed = words.slice(at, at + length).join(' ')
    const folded = foldAligned(printed).replace(/[–—]/gu, '-')
    const known =
      length > 1
        ? (phrases.get(folded) ?? nearPhrase(folded, printed, length))
        : at === 0 && words.length > 1
          ? HEADS.get(folded)
          : undefined
    if (known === undefined) continue
    return { text: compareKey(known) === compareKey(printed) ? printed : inCaseOf(printed, known), length }
  }
  return null
}

const byWords = new Map<number, string[]>()
for (const folded of phrases.keys()) {
  const words = folded.split(' ').length
  byWords.set(words, [...(byWords.get(words) ?? []), folded])
}

/** A phrase of three words or more of which one letter was misread or lost (`so v te`, `s& xay dung`), if just one is so near. */
function nearPhrase(folded: string, printed: string, words: number): string | undefined {
  // Two words must be broken to be mended (`Chính ph`): `học đồng` is not `hội đồng`.
  if (words < 2 || (words === 2 && (folded.length < 8 || printed.split(' ').every((word) => isSyllable(word.toLowerCase())))))
    return undefined
  let near: string | undefined
  for (const candidate of byWords.get(words) ?? []) {
    // Two words are too few to tell a place from its neighbour: `Tân Giang` is not `An Giang`.
    if (words === 2 && !OFFICES.has(candidate)) continue
    if (!withinOneEdit(candidate, folded)) continue
    if (near !== undefined) return undefined
    near = candidate
  }
  return near === undefined ? undefined : phrases.get(near)
}

function inCaseOf(printed: string, known: string): string {
  if (caseOf(printed) === 'upper') return known.toUpperCase()
  const [first = ''] = printed
  return first === first.toLowerCase() ? known : known.charAt(0).toUpperCase() + known.slice(1)
}
