import type { Product } from '../../schema/task.ts'
import { fold, WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { Clause } from '../clause.ts'
import { Covered } from '../covered.ts'
import { matchesAt, matchesOf } from '../matches.ts'
import { hasVerb, toWords } from './names.ts'

/** What plans have made: kinds of document first, then what is printed, sent or broadcast. */
const KINDS =
  'báo cáo|kế hoạch|quyết định|nghị quyết|chỉ thị|đề án|phương án|quy chế|quy định|văn bản hướng dẫn|hướng dẫn|chương trình|tờ trình|công văn|thông báo|giấy mời|' +
  'danh sách|danh mục|dự toán|biểu mẫu|mẫu biểu|đề cương|bộ tài liệu|tài liệu|sổ tay|cẩm nang|kịch bản|bộ tiêu chí|bảng phân công|quy trình|phiếu khảo sát|biên bản|' +
  'phóng sự|chuyên mục|chuyên trang|video|clip|tờ rơi|tờ gấp|pa nô|áp phích|băng rôn|hợp đồng|hồ sơ|phần mềm|cơ sở dữ liệu|bản đồ'
const MAKES =
  'ban hành|xây dựng|lập|soạn thảo|biên soạn|phê duyệt|gửi|nộp|hoàn thiện|phát hành|sản xuất|in|công bố|dự thảo|ký|thông qua|trình|đăng|mở|làm|thiết kế'
const END =
  '(?=[,;:()]|\\.(?!\\d{3})|$| (?:trước|chậm nhất|gửi|trình|để|nhằm|trong|vào|theo|do|là|xong|phải|và (?:tổ chức|triển khai|hướng dẫn|báo cáo|gửi|trình)|về (?:Sở|UBND|Phòng|Văn phòng))(?![\\p{L}]))'

//  Sản phẩm: báo cáo đánh giá năm 2024   Kết quả đầu ra: danh sách …
const NAMED = new RegExp(
  `${WORD_START}(?:sản phẩm|kết quả|đầu ra)(?: (?:đầu ra|cần đạt|dự kiến|phải đạt))? ?(?::|là) ?(?<product>[^;.\\n]{3,160})`,
  'giu',
)
//  xây dựng kế hoạch chi tiết   gửi danh sách đăng ký   ban hành, gửi Quyết định …
const MADE = new RegExp(
  `${WORD_START}(?:${MAKES}) (?:và ban hành |và gửi |các |bộ |\\d{1,3} )?(?<product>(?<kind>${KINDS})${WORD_END}(?! của \\d)(?:[^,;.:()\\n]|(?<=\\d)\\.(?=\\d{3})){0,90}?)${END}`,
  'iuy',
)
const MADE_FOLDED = new RegExp(`(?:${fold(MAKES)}) (?:va ban hanh |va gui |cac |bo |\\d{1,3} )?(?:${fold(KINDS)})`, 'g')
/** A product without the duty that `và` joins to it: `kế hoạch và kiện toàn ban chỉ đạo`. */
function beforeVerb(product: string): string {
  for (const { index, 0: joint } of product.matchAll(/ (?:và|hoặc) /gu)) {
    if (hasVerb(toWords(product.slice(index + joint.length)).slice(0, 2))) return product.slice(0, index)
  }
  return product
}

const MOST_PARTS = 4
const PART = new RegExp(`^, (?<part>\\p{Ll}[^,;.:()\\n]{0,60}?)${END}`, 'u')

/** Where a product goes on behind a comma: `danh sách sinh, tử`, but not `đề cương, gửi các đơn vị`. */
function endOfList(flat: string, end: number): number {
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const part = PART.exec(flat.slice(end, end + 80))?.groups?.part
    if (
      part === undefined ||
      /^(?:trước|chậm|trong|theo|để|và|bảo đảm|đúng|trong đó|nhất là|kể cả|do|từ|đến|khi|nếu|mỗi|có|không|với|hằng|ít nhất|tối thiểu|xong|hạn|riêng|kèm)(?![\p{L}])/iu.test(
        part,
      ) ||
      hasVerb(toWords(part).slice(0, 3))
    )
      break
    end += 2 + part.length
  }
  return end
}
const CUES = ['san pham', 'ket qua', 'dau ra']
const KIND = new RegExp(`(?:${KINDS})${WORD_END}`, 'iu')

/** The products that the duty of `clause` names, in order. */
export function findProducts({ text, from, flat, folded }: Clause): Product[] {
  const found: Product[] = []
  const covered = new Covered(flat.length)
  const add = (at: number, printed: string, kind: string, confidence: number): void => {
    const end = from + at + printed.trimEnd().length
    const span = { start: from + at, end }
    if (covered.touches(at, end - from)) return
    covered.take(at, end - from)
    found.push({ raw: text.slice(span.start, end), span, confidence, kind: kind.toLowerCase() })
  }
  if (CUES.some((cue) => folded.includes(cue))) {
    for (const match of matchesOf(NAMED, flat)) {
      const printed = match.groups?.product ?? ''
      const kind = KIND.exec(printed)?.[0]
      if (kind !== undefined) add(match.index + match[0].length - printed.length, printed, kind, 0.9)
    }
  }
  for (const match of matchesAt(MADE, flat, MADE_FOLDED, folded)) {
    const { product = '', kind = '' } = match.groups ?? {}
    const at = match.index + match[0].length - product.length
    const kept = beforeVerb(product)
    add(at, flat.slice(at, kept === product ? endOfList(flat, at + product.length) : at + kept.length), kind, 0.75)
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}
