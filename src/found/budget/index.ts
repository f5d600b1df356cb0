import type { Section } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import type { Amount, Budget } from '../../schema/parts.ts'
import type { TextDocument } from '../document.ts'
import { findSums, type Sum } from './amounts.ts'

//  V. KINH PHÍ THỰC HIỆN   4. Nguồn kinh phí   IV. DỰ TOÁN KINH PHÍ   Tổng dự toán 398 triệu đồng
const HEADING =
  /^(?:(?:du toan|nguon|tong|nhu cau|ve|co che|su dung|nguon luc va) )*kinh phi(?![\p{L}])|^(?:nguon von|von va nguon von|du toan|nguon luc tai chinh|co che tai chinh)(?![\p{L}])/u
const OPENS =
  /^(?:(?:tong|nguon|nhu cau|du toan|ve|du kien) )*(?:kinh phi|du toan|nhu cau kinh phi)(?! (?:phat sinh|duoc cap|doan))(?![\p{L}])/u
const LONGEST_HEADING = 90

/** What the plan says of money: its sections of that heading, clauses that open with it, or else the sentence that does. */
export function findBudget(document: TextDocument, sections: readonly Section[]): Budget[] {
  const places: { span: Span; section: string | null; head: number }[] = []
  const visit = (list: readonly Section[]): void => {
    for (const section of list) {
      if (section.kind === 'appendix') continue
      if (opensOnMoney(document, section) && !section.children.some((child) => opensOnMoney(document, child))) {
        const printed = section.title.length <= LONGEST_HEADING && !OPENS_SENTENCE.test(section.title) ? section.title.length : 0
        places.push({ span: section.span, section: section.path, head: titleStart(section) + printed })
      } else visit(section.children)
    }
  }
  visit(sections)
  if (places.length === 0) places.push(...sentences(document).map((span) => ({ span, section: null, head: span.start })))
  return places.map(({ span, section, head }) => readPlace(document, span, section, head)).filter((place) => place !== null)
}

function opensOnMoney(document: TextDocument, section: Section): boolean {
  const title = document.folded.slice(titleStart(section), titleStart(section) + LONGEST_HEADING)
  return HEADING.test(title) || OPENS.test(title)
}

/** A heading that is a sentence of its own is read like one. */
const OPENS_SENTENCE = /[.;:] \p{L}|[.;]$|\d/u

const titleStart = ({ span, raw, title }: Section): number => {
  const at = raw.indexOf(title.slice(0, 12))
  return span.start + Math.max(at, 0)
}

const SENTENCE =
  /(?<![\p{L}])(?:(?:tong|nguon|du toan) )?(?:kinh phi (?:thuc hien|to chuc|hoat dong|trien khai|bao dam|do|tu|duoc|lay|su dung|chi)|tong du toan|tong kinh phi)(?![\p{L}])/gu

/** Sentences of the body that open with the money. */
function sentences(document: TextDocument): Span[] {
  const found: Span[] = []
  for (const { index: start } of document.folded.matchAll(SENTENCE)) {
    const before = document.text.slice(Math.max(0, start - 6), start)
    if (!/^\p{Lu}/u.test(document.text.charAt(start)) || !/(?:^|[.;:\n]|[-+•*–])\s{0,5}$/u.test(before)) continue
    const stop = document.text.slice(start, start + 600).search(/[.](?:\s|$|\/)|\n[^\S\n]*\n/u)
    found.push({ start, end: stop < 0 ? Math.min(document.text.length, start + 600) : start + stop + 1 })
  }
  return found
}

const NONE =
  /khong (?:su dung|co|phat sinh|bo tri|can)(?: them)? (?:nguon )?kinh phi|kinh phi(?: thuc hien)? ?:? khong(?: co)? ?[.;]?$|kinh phi(?: thuc hien)?: khong/u

function readPlace(document: TextDocument, span: Span, section: string | null, head: number): Budget | null {
  const body = { start: Math.min(head, span.end), end: span.end }
  const sums = [...findSums(document.flat, body.start, body.end)]
  const amounts = sums.map((sum, i) => toAmount(document, sums[i - 1]?.end ?? body.start, body.end, sum))
  const sources = findSources(document, body)
  const none = NONE.test(document.folded.slice(span.start, span.end).trim())
  if (amounts.length === 0 && sources.length === 0 && !none && body.end - body.start < 12) return null
  const raw = document.text.slice(span.start, span.end)
  return { raw, span: { start: span.start, end: span.end }, confidence: 0.85, section, amounts, sources, none }
}

const BOUND = /[;:.\n]|trong đó|chia ra|bao gồm|(?<![\p{L}])gồm(?![\p{L}])/giu
const TOTAL = /(?:tổng|toàn bộ)(?: [\p{L}\d]{1,12}){0,8}[ :]{0,3}$/iu
const PARTS = /^[ ,(]{0,3}(?:gồm|bao gồm|trong đó|chia ra|cụ thể|bằng chữ)|^: ?\p{Ll}/iu
const SOURCE =
  /ngân sách|nguồn|(?<![\p{L}])vốn|xã hội h[oó][aá]|tài trợ|(?<![\p{L}])quỹ|dự toán chi|đóng góp|vận động|doanh nghiệp|kinh phí (?:công đoàn|sự nghiệp|hoạt động|chi thường xuyên)|chương trình|đề án|hỗ trợ|chi thường xuyên|tín dụng|công đoàn/iu
const LEADING =
  /^(?:[,+•*–-] ?|(?:là|từ|do|bằng|lấy từ|trích từ|trích|bố trí|sử dụng|theo|và|của|khoảng|dự kiến|năm \d{4}|cấp|trong|phần) |(?:tổng |nguồn )?(?:kinh phí|dự toán|nhu cầu)(?: \p{L}{1,9}){0,4} (?:lấy từ|trích từ|từ|do) )/iu
const TRAILING =
  /(?:[, ]{1,2})(?:là|khoảng|dự kiến|ước|cấp|hỗ trợ|bố trí|bảo đảm|đảm bảo|chi|trị giá|tối đa|tối thiểu|ít nhất|không quá|(?:đã )?phân bổ|đã giao|giao)$/iu

function toAmount(document: TextDocument, from: number, to: number, { start, end, value, per }: Sum): Amount {
  const before = document.flat.slice(Math.max(from, start - 160), start)
  const after = document.flat.slice(end, Math.min(to, end + 110))
  const named = /^ (?:từ|do|lấy từ|trích từ|trong) (?<source>[^,;:.()\d]{4,90}(?:\d{4})?)/u.exec(after)?.groups?.source
  return {
    raw: document.text.slice(start, end),
    span: { start, end },
    confidence: 0.9,
    value,
    per,
    total: (TOTAL.test(before.slice(-80)) && !/trong đó/iu.test(before.slice(-30))) || PARTS.test(after),
    source: sourceIn(before) ?? (named === undefined ? null : sourceIn(named)),
  }
}

/** What stands right before a sum, from the last bound on, as the name of a source; null where it names none. */
function sourceIn(before: string): string | null {
  const plain = before.replace(/\([^()]{0,120}\)/gu, '')
  const opened = plain.slice(plain.lastIndexOf('(') + 1)
  const bounds = [...opened.matchAll(BOUND)]
  const last = bounds[bounds.length - 1]
  let source = opened.slice(last === undefined ? 0 : last.index + last[0].length).trim()
  for (let i = 0; i < 4; i++) source = source.replace(LEADING, '').replace(TRAILING, '').trim()
  return SOURCE.test(source) && !/^(?:hỗ trợ|vận động|đóng góp)$/iu.test(source) ? source : null
}

//  từ nguồn ngân sách nhà nước cấp năm 2024   dự toán chi hoạt động của các đơn vị   xã hội hóa
const SOURCE_PHRASE =
  /(?<![\p{L}]|luật )(?:(?:các )?nguồn (?:vốn|chương trình|tuyên truyền|dự toán|bảo trì|nghiệp vụ|quản lý|ngân sách|chi|tài trợ|xã hội|thu|hỗ trợ|hoạt động|vận động|sự nghiệp|quỹ|hợp pháp|lực)|ngân sách(?! nhà nước và các văn bản)|dự toán (?:chi(?! tiết)|ngân sách|kinh phí|được giao|năm|hằng|hàng)|(?:vốn) (?:sự nghiệp|đầu tư|vay|đối ứng|lồng ghép|tín dụng|chương trình)|xã hội h[oó][aá]|tài trợ|[Qq]uỹ \p{L}|chi thường xuyên|kinh phí (?:công đoàn|sự nghiệp|chi thường xuyên|hoạt động|tự chủ|không tự chủ|được giao|được cấp|đảng)|đóng góp (?:của|tự nguyện)|vận động (?:xã hội|doanh nghiệp|các))[^,;:.()\n]{0,140}/giu
const CUT =
  / (?:bảo đảm|đảm bảo|được|là|khoảng|để|cho|theo|giao|chi trả|thực hiện|hỗ trợ|hướng dẫn|phù hợp|tối đa|tối thiểu|và (?=các nguồn|nguồn|xã hội|ngân sách|huy động|vận động))|(?<= )\d{1,3}(?:[.,]\d{1,3}){0,4} ?(?:triệu|tỷ|tỉ|đồng|nghìn)/iu

function findSources(document: TextDocument, body: Span): Budget['sources'] {
  const sources: Budget['sources'] = []
  const stretch = document.flat.slice(body.start, body.end)
  for (let at = 0; ; ) {
    SOURCE_PHRASE.lastIndex = at
    const match = SOURCE_PHRASE.exec(stretch)
    if (match === null) break
    const cut = CUT.exec(match[0].slice(6))
    const name = (cut === null ? match[0] : match[0].slice(0, 6 + cut.index)).replace(/(?<! năm) \d{1,9}$/u, '').trim()
    at = match.index + Math.max(name.length, 4)
    if (/^(?:ngân sách|xã hội)$/iu.test(name)) continue
    const start = body.start + match.index
    sources.push({ raw: document.text.slice(start, start + name.length), span: { start, end: start + name.length }, confidence: 0.8, name })
  }
  SOURCE_PHRASE.lastIndex = 0
  return sources
}
