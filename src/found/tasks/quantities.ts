import type { Quantity } from '../../schema/task.ts'
import { ALNUM, WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { Clause } from '../clause.ts'
import { matchesAt } from '../matches.ts'

// What plans count; longer words first where one begins another. Times and sums of money are no quantities of this kind.
const COUNTED =
  'tin,? ?bài|tin/bài|tin|bài viết|bài|lớp|cuộc họp|cuộc thi|cuộc|hội nghị|hội thảo|buổi|đợt|phóng sự|chuyên mục|chuyên đề|chuyên trang|kỳ|lượt người|lượt|' +
  'người|đại biểu|học viên|học sinh|đoàn viên|hội viên|tình nguyện viên|hộ|mô hình|đơn vị|cơ sở|cơ quan|xã|thôn|bản|trường|doanh nghiệp|tờ rơi|tờ gấp|tờ|pa nô|băng rôn|áp phích|' +
  'cuốn|bộ phận|bộ|video|clip|chương trình|sản phẩm|hồ sơ|thủ tục|giải pháp|giải|đoàn|công trình|sáng kiến|câu lạc bộ|tổ|đội hình|đội|phiếu|tài khoản|chỉ tiêu|tiêu chí|nhiệm vụ|' +
  'chi bộ|đảng viên|khoa|cán bộ|công chức|viên chức|đồng chí|chiến sĩ|bác sĩ|điều dưỡng|trẻ|phụ nữ|lao động|trường hợp|cặp|ý kiến|dịch vụ|văn bản|diễn đàn|hoạt động|nhóm|suất|căn nhà|căn|phần quà|' +
  'lần|trang|mét|km|ha|tấn|cây|con|giờ phát sóng'
const NUMBER = '\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,4}(?:,\\d{1,2})?'
const BEFORE = 'ít nhất|tối thiểu|không dưới|không ít hơn|trên|từ|tối đa|không quá|dưới|khoảng|gần'
const PERIODS = 'tuần|tháng|quý|năm|ngày|xã|thôn|đơn vị|trường|lớp|huyện|người|lần|đợt'

//  ít nhất 01 tin/bài   02 tin/tháng   12.000 tờ gấp   từ 95 % trở lên   100%   tối đa 03 lần mỗi năm
const QUANTITY = new RegExp(
  `(?<![${ALNUM}./,-]|\\d [-–] |\\d[-–])(?<value>${NUMBER})(?: ?(?<percent>%)| (?<unit>${COUNTED})${WORD_END})` +
    `(?:(?:/| mỗi | một )(?<per>${PERIODS})${WORD_END})?(?<after> trở lên| trở xuống)?`,
  'iuy',
)
const COMPARED = new RegExp(`${WORD_START}(?<before>${BEFORE}) $`, 'iu')
const LONGEST_BEFORE = 15
const DIGIT = /\d/g
// A clause's number or a document's is counted by nothing.
const NO_COUNT = /(?:điều|khoản|điểm|mục|số|năm|tháng|ngày|quý|phụ lục|biểu|quận|khu|tổ|lớp|đội|phường) $/iu

const RELATIONS: Record<string, Quantity['relation']> = {
  'tối đa': 'at-most',
  'không quá': 'at-most',
  dưới: 'at-most',
  khoảng: 'about',
  gần: 'about',
}

/** How much `clause` asks for, in order. */
export function findQuantities({ text, from, flat, folded }: Clause): Quantity[] {
  const found: Quantity[] = []
  for (const match of matchesAt(QUANTITY, flat, DIGIT, folded)) {
    const { value = '', percent, unit, per, after } = match.groups ?? {}
    const lead = flat.slice(Math.max(0, match.index - LONGEST_BEFORE), match.index)
    const before = COMPARED.exec(lead)?.groups?.before ?? ''
    if (before === '' && NO_COUNT.test(lead.slice(-10))) continue
    const start = from + match.index - (before === '' ? 0 : before.length + 1)
    const end = from + match.index + match[0].length
    found.push({
      raw: text.slice(start, end),
      span: { start, end },
      confidence: 0.9,
      relation: relationOf(before.toLowerCase(), after?.trim() ?? ''),
      value: Number(value.replaceAll('.', '').replace(',', '.')),
      unit: percent ?? unit ?? '',
      per: per ?? null,
    })
  }
  return found
}

function relationOf(before: string, after: string): Quantity['relation'] {
  if (after === 'trở xuống') return 'at-most'
  if (after === 'trở lên') return 'at-least'
  // `từ 02 đến 03 phút` opens a range, and says no least.
  return before === '' ? 'exactly' : (RELATIONS[before] ?? 'at-least')
}
