import { stripMarks } from '../../vietnamese/letters.ts'

/** Abbreviations in the names of bodies that every plan uses, longest first. */
const KNOWN: [RegExp, string][] = (
  [
    ['UB ?MTTQ(?:VN)?|MTTQ(?:VN)?', 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
    ['UBND', 'Ủy ban nhân dân'],
    ['HĐND', 'Hội đồng nhân dân'],
    ['BHXH', 'Bảo hiểm xã hội'],
    ['LHPN', 'Liên hiệp Phụ nữ'],
    ['CCB', 'Cựu chiến binh'],
    ['LĐLĐ', 'Liên đoàn Lao động'],
    ['LĐ ?-? ?TB ?(?:&|và|-)? ?XH|LĐTBXH', 'Lao động - Thương binh và Xã hội'],
    ['GD ?(?:&|và|-)? ?ĐT|GDĐT', 'Giáo dục và Đào tạo'],
    ['NN ?(?:&|và|-)? ?PTNT', 'Nông nghiệp và Phát triển nông thôn'],
    ['PTNT', 'Phát triển nông thôn'],
    ['TN ?(?:&|và|-)? ?MT|TNMT', 'Tài nguyên và Môi trường'],
    ['TT ?(?:&|và|-)? ?TT|TTTT', 'Thông tin và Truyền thông'],
    ['KH ?(?:&|và|-)? ?CN|KHCN', 'Khoa học và Công nghệ'],
    ['KH ?(?:&|và) ?ĐT', 'Kế hoạch và Đầu tư'],
    ['VH,? ?TT ?(?:&|và)? ?DL|VHTTDL', 'Văn hóa, Thể thao và Du lịch'],
    ['TC ?- ?KH', 'Tài chính - Kế hoạch'],
    ['GTVT', 'Giao thông vận tải'],
    ['PTTH|PT-TH|PT&TH', 'Phát thanh và Truyền hình'],
    ['TNCS', 'Thanh niên Cộng sản'],
    ['BCH', 'Ban Chấp hành'],
    ['BTV', 'Ban Thường vụ'],
    ['VP', 'Văn phòng'],
    ['TP\\.? ?HCM|TPHCM', 'thành phố Hồ Chí Minh'],
    ['TP\\.?(?= \\p{Lu})', 'thành phố'],
    ['TX\\.?(?= \\p{Lu})', 'thị xã'],
  ] as const
).map(([printed, whole]) => [new RegExp(`(?<![\\p{L}\\p{N}])(?:${printed})(?![\\p{L}\\p{N}])`, 'gu'), whole])

//  Bảo hiểm xã hội (BHXH)   Trung tâm Phục vụ hành chính công (sau đây gọi tắt là Trung tâm)
const DEFINED = /\((?:(?:sau đây )?(?:gọi|viết) tắt là:? ?)?[“"]?(?<short>\p{Lu}[\p{Lu}&-]{1,9})[”"]?\)/gu
const MOST_WORDS = 12

/** The abbreviations that `text` itself explains: those whose letters open the words before their brackets. */
export function abbreviationsOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const match of text.matchAll(DEFINED)) {
    const short = match.groups?.short ?? ''
    const words = text
      .slice(Math.max(0, match.index - 110), match.index)
      .split(/[\s,–-]+/u)
      .filter((word) => /^\p{L}/u.test(word))
    const letters = [...short.replace(/[&-]/gu, '')]
    const whole = spelled(words.slice(-MOST_WORDS), letters)
    if (whole !== null && !found.has(short))
      found.set(short, text.slice(text.lastIndexOf(whole, match.index), match.index).replace(/\s+/gu, ' ').trim())
  }
  return found
}

/** The word with which the words begin whose first letters are `letters`; `và` and `của` may be left out. */
function spelled(words: string[], letters: string[]): string | null {
  let at = words.length - 1
  for (let i = letters.length - 1; i >= 0; i--) {
    while (at >= 0 && /^(?:và|của)$/u.test(words[at] ?? '') && initial(words[at]) !== initial(letters[i])) at--
    if (at < 0 || initial(words[at]) !== initial(letters[i])) return null
    at--
  }
  const first = words[at + 1]
  return first !== undefined && /^\p{Lu}/u.test(first) ? words.slice(at + 1, at + 2).join(' ') : null
}

const initial = (word: string | undefined): string => stripMarks(word?.charAt(0) ?? '').toUpperCase()

/** `name` with its abbreviations written out, those of the text first, and the tone of `Uỷ` in its one place. */
export function expandAbbreviations(name: string, defined: ReadonlyMap<string, string>): string {
  let whole = name.replace(/uỷ(?![\p{L}])/gu, 'ủy').replace(/Uỷ(?![\p{L}])/gu, 'Ủy')
  for (const [short, long] of defined) {
    const at = whole.indexOf(short)
    if (at < 0 || /\p{L}/u.test(whole.charAt(at - 1)) || /\p{L}/u.test(whole.charAt(at + short.length))) continue
    whole = `${whole.slice(0, at)}${long}${whole.slice(at + short.length)}`
  }
  if (/\p{Lu}[\p{Lu}&]/u.test(whole)) for (const [pattern, long] of KNOWN) whole = whole.replace(pattern, long)
  return whole
    .replace(/Ủy ban (?=Ủy ban )/gu, '')
    .replace(/Việt Nam (?:Việt Nam|VN)/u, 'Việt Nam')
    .replace(/\s+/gu, ' ')
    .trim()
}
