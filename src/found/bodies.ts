import { foldAligned } from './document.ts'
import { repairName } from './vocabulary/names.ts'
import { opensName } from './vocabulary/organisations.ts'

/** The name of a body in running text: where it stands, and on one line. */
export interface Body {
  name: string
  start: number
  end: number
}

// Small words that may stand inside a name; any other word in small letters after a capital may too, unless it opens what the document does.
const STOP =
  /^(?:v[eêềẻéèẹếể]|v\/v|quy định|qui định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|điều chỉnh|giao(?! thông)|công bố|công nhận|thành lập|tổ chức(?! (?:cán bộ|-))|triển khai|thực hiện|đẩy mạnh|tăng cường|nâng cao|phát động|đã|là|có|được|trong|tại|cho|từ|theo|để|nhằm|với|đến|năm|giai đoạn|kèm|đối với|khi|nêu|hoặc|do|ngày|số|như|trên|này|nói|sẽ|mà|phải|thì|không|còn|cùng|gửi|chỉ đạo|yêu cầu|đề nghị|tiếp tục|kiện toàn|xây dựng(?= (?:và|kế hoạch|chương trình|nông))|bãi bỏ|thay thế|quyết định|hợp nhất|ủy quyền|phân công|phân cấp|tổng kết|sơ kết|khóa|khoá|nhiệm kỳ|kỳ họp|thông qua|báo cáo|thông báo|trình|phối hợp|chủ trì|chấp thuận|cải cách|bảo đảm|đảm bảo|hỗ trợ|quản lý nhà nước|gồm|bao gồm|ký|đồng ý|kết luận|phát triển(?= )|ứng dụng|một số|các|những|việc)(?![\p{L}])/iu
const TYPE_WORD =
  /^(?:Nghị (?:quyết|định)|Quyết định|Thông (?:tư|báo)|Kế hoạch số|Chỉ thị|Công (?:văn|điện)|Hướng dẫn|Luật|Tờ trình|Báo cáo số|Chương trình|Kết luận|Căn cứ|Đề án|Quy (?:định|chế))(?![\p{L}])/u
// `S& Xây dựng`, `S¢ Y tế`: the vowel of the head lost to a sign.
const SPOILT_HEAD = /^[SB][^\p{L}\s]{0,2}(?= \p{Lu}\p{Ll})/u
const WORD = /^[\p{L}\p{M}\d'’.&/]+(?:-[\p{L}\p{M}\d]+)*/u

// Whole names: nothing in small letters goes on with them.
const WHOLE =
  /^(?:(?:Thủ tướng |Văn phòng |Thanh tra )?Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Nhà nước|Đảng)$/iu
// Of these bodies a name says anything: `Ban Chỉ đạo cải cách hành chính tỉnh`.
const FREE =
  /^(?:Trưởng |Chủ tịch )?(?:Ban (?:Chỉ đạo|Quản lý|Tổ chức|Vận động)|Hội đồng|Tổ|Hội|Ủy ban(?! nhân)|Liên|Trung tâm|Trường|Cục|Viện)(?![\p{L}])/u
/** Small words that go on with a name after the second syllable of its last compound (`Bộ Nông nghiệp và Phát triển nông thôn`). */
const INSIDE =
  /^(?:nhân|dân|tỉnh|huyện|xã|phường|thị|trấn|thành|phố|quận|đặc|khu|vực|cấp|ngành|trung|ương|quốc|gia|hành|vụ|nông|thôn|kinh|tế|công|nghiệp|xã|hội|viện|đa|khoa|vùng|bộ|đảng|đoàn|thể|nhà|nước|trường|phổ|thông|trung|học|cơ|sở|tiểu|mầm|non|phòng|chống|thương|binh|tạo|tịch|phủ|hóa|thao|lịch|trưởng|ủy|uỷ)(?![\p{L}])/u
// A unit before its name, its mark misread: `phượng Hải Hòa`.
const UNIT = /^(?:tinh|huyen|xa|phuong|thi tran|thi xa|thanh pho|quan) (?=\p{L})/u
const AFTER_AND =
  /^(?:đào tạo|thể thao|môi trường|công nghệ|truyền thông|đầu tư|xã hội|du lịch|phát triển nông thôn|đô thị|tôn giáo)(?![\p{L}])/u

/** All bodies of a joint document named at `at` (`Bộ Nội vụ, Bộ Tài chính`), as one name. */
export function findBodies(flat: string, at: number): Body | null {
  const first = findBody(flat, at, true)
  if (first === null) return null
  let end = first.end
  for (let count = 0; count < 6; count++) {
    const gap = /^(?:, | và | {0,2}[-–] {0,2})/u.exec(flat.slice(end, end + 8))?.[0]
    if (gap === undefined || !opensName(flat.slice(end + gap.length, end + gap.length + 30))) break
    const next = findBody(flat, end + gap.length, false)
    if (next === null) break
    end = next.end
  }
  return { name: flat.slice(first.start, end).replace(/\s+/gu, ' ').trim(), start: first.start, end }
}

/**
 * The body named at `at` of `flat` (white space as single units): `UBND tỉnh`, `Bộ trưởng Bộ Y tế`, `Cục Quản lý Dược – Bộ Y tế`. Ends before what the
 * document is about. `anyHead` takes a name of any capital, else it must open as bodies do. Null where none stands.
 */
export function findBody(flat: string, at: number, anyHead: boolean): Body | null {
  let start = at
  while (flat.charAt(start) === ' ') start++
  if (!/\p{Lu}/u.test(flat.charAt(start))) {
    const lower = /^(?:tỉnh|huyện|thành|quận|thị|đảng|liên) /u.exec(flat.slice(start, start + 12))
    if (
      !anyHead ||
      lower === null ||
      !/^(?:tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|đảng ủy|liên bộ)/iu.test(flat.slice(start, start + 10))
    )
      return null
  }
  if (!anyHead && !opensName(flat.slice(start, start + 30))) return null
  let end = start
  let small = 0
  for (let words = 0; words < 24; words++) {
    const gap = words === 0 ? '' : joint(flat, end)
    if (gap === null) break
    const rest = flat.slice(end + gap.length, end + gap.length + 40)
    const word = (words === 0 ? SPOILT_HEAD.exec(rest)?.[0] : undefined) ?? WORD.exec(rest)?.[0].replace(/[./]{1,40}$/u, '')
    if (word === undefined || word === '') break
    if (words > 0 && (!goesOn(flat.slice(start, end), rest, small) || TYPE_WORD.test(rest))) break
    small = /^\p{Ll}/u.test(word) ? small + 1 : 0
    const after = end + gap.length + word.length
    // `Tp.` and `TP.` keep their point; any other point ends the name.
    end = /^t[px]$/iu.test(word) && flat.charAt(after) === '.' ? after + 1 : after
  }
  const name = flat.slice(start, end).replace(/\s+/gu, ' ').trim()
  return name === '' ? null : { name: repairName(name), start, end }
}

/** Whether the word at the start of `rest` goes on with `name`; `small` words in small letters stand right before it. */
function goesOn(name: string, rest: string, small: number): boolean {
  if (!/^\p{Ll}/u.test(rest)) return !/^V\/v /iu.test(rest)
  if (/^và /u.test(rest)) return AFTER_AND.test(rest.slice(3))
  if (/ và$/u.test(name)) return AFTER_AND.test(rest)
  if (STOP.test(rest) || WHOLE.test(name)) return false
  return small === 0 || INSIDE.test(rest) || UNIT.test(foldAligned(rest)) || FREE.test(name)
}

/** What may stand between two words of a name: spaces, a spaced dash before a capital, `và` or a comma inside `Văn hóa, Thể thao và Du lịch`. */
// `Hội đồng Nghĩa vụ quân sự (NVQS) huyện Bảo Lâm`: the short form goes on with the name where a unit follows.
const SHORT_FORM = /^ \(\p{Lu}[\p{Lu}&-]{1,9}\) (?=(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|Trung ương)(?![\p{L}]))/u

function joint(flat: string, at: number): string | null {
  const short = SHORT_FORM.exec(flat.slice(at, at + 26))?.[0]
  if (short !== undefined) return short
  const rest = flat.slice(at, at + 16)
  const match = /^(?: {0,2}[-–] {0,2}(?=\p{Lu})|, (?=\p{Lu}\p{Ll}{1,6} (?:\p{Ll}{1,6} )?(?:và|thao))| và (?=\p{Lu})| {1,3})/u.exec(
    rest,
  )?.[0]
  if (match === undefined) return null
  const next = flat.slice(at + match.length, at + match.length + 30)
  // After `và` or a comma another body is another issuer, not the same name.
  if (/và|,/u.test(match) && (opensName(next) || TYPE_WORD.test(next) || /^(?:Kế hoạch|Công văn|Văn bản)/u.test(next))) return null
  return match
}
