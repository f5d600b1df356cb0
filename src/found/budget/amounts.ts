import type { Span } from '../../schema/geometry.ts'

/** A sum of money as it stands in a text, in đồng. */
export interface Sum extends Span {
  value: number
  per: string | null
}

//  2,5 tỷ đồng   180 triệu đồng   1.250.000 đồng   50 triệu đồng/sáng kiến   68 triệu
//  ^^^ ^^                                          ^^ ^^^^^      ^^^^^^^^^
const SUM =
  /(?<![\p{L}\d.,/-])(?<number>\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,6}(?:[.,]\d{1,3})?) ?(?:(?<scale>trăm triệu|nghìn tỷ|ngàn tỷ|nghìn tỉ|triệu|tỷ|tỉ|nghìn|ngàn|tr|trđ)(?![\p{L}]))? ?(?<currency>đồng|đ|vnđ|vnd)?(?![\p{L}\p{M}])(?: ?\/ ?(?<per>\p{L}{1,9}(?: (?!từ |cho |và |do |để |theo |trong |của |đối |với |là |vào |trở |nhưng )\p{Ll}{1,9}(?=[ ,;.)/]|$))?))?/giu
const SCALES: Record<string, number> = {
  'nghìn tỷ': 1e12,
  'ngàn tỷ': 1e12,
  'nghìn tỉ': 1e12,
  'trăm triệu': 1e8,
  tỷ: 1e9,
  tỉ: 1e9,
  triệu: 1e6,
  tr: 1e6,
  trđ: 1e6,
  nghìn: 1e3,
  ngàn: 1e3,
}
/** `2,2 triệu lượt khách`: a million of something else. */
const COUNTED = /^ ?\p{Ll}/u
const GOES_ON = /^ ?(?:[,;.:)/]|cho|để|từ|do|và|là|gồm|bằng|trong|lấy|theo|mỗi|hỗ trợ|$)/u

/** The sums of money in `text` (white space as single characters), in order. A bare number is none; `68 triệu` is where nothing counted follows. */
export function* findSums(text: string, from: number, to: number): Generator<Sum> {
  for (const match of text.slice(from, to).matchAll(SUM)) {
    const { number = '', scale, currency, per } = match.groups ?? {}
    const start = from + match.index
    const end = start + match[0].trimEnd().length
    if (currency === undefined && (scale === undefined || scale.toLowerCase() === 'tr')) continue
    const after = text.slice(end, end + 12)
    if (currency === undefined && COUNTED.test(after) && !GOES_ON.test(after)) continue
    const value = Math.round(toNumber(number, scale !== undefined) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1))
    if (value > 0) yield { start, end, value, per: per ?? null }
  }
}

/** `1.500` is fifteen hundred, also before `tỷ`; `2.5` with a scale is two and a half. */
function toNumber(printed: string, scaled: boolean): number {
  if (/^\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?$/u.test(printed)) return Number(printed.replaceAll('.', '').replace(',', '.'))
  if (!scaled) return Number(printed.replace(/[.,]/gu, ''))
  return Number(printed.replace(',', '.'))
}
