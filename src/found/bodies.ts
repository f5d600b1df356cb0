import { opensName } from './vocabulary/organisations.ts'

/** The name of a body in running text: where it stands, and on one line. */
export interface Body {
  name: string
  start: number
  end: number
}

// Small words that may stand inside a name; any other word in small letters after a capital may too, unless it opens what the document does.
const STOP =
  /^(?:về|v\/v|quy định|qui định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|điều chỉnh|giao|công bố|công nhận|thành lập|tổ chức(?! (?:cán bộ|-))|triển khai|thực hiện|đẩy mạnh|tăng cường|nâng cao|phát động|đã|là|có|được|trong|tại|cho|từ|theo|để|nhằm|với|đến|năm|giai đoạn|kèm|đối với|khi|nêu|hoặc|do|ngày|số|như|trên|này|nói|sẽ|mà|phải|thì|không|còn|cùng|gửi|chỉ đạo|yêu cầu|đề nghị|tiếp tục|kiện toàn|xây dựng(?= (?:và|kế hoạch|chương trình|nông))|bãi bỏ|thay thế|quyết định|hợp nhất|ủy quyền|phân công|phân cấp|tổng kết|sơ kết|khóa|khoá|nhiệm kỳ|kỳ họp|thông qua|báo cáo|thông báo|trình|phối hợp|chủ trì|chấp thuận|cải cách|bảo đảm|đảm bảo|hỗ trợ|quản lý nhà nước|gồm|bao gồm|ký|đồng ý|kết luận|phát triển(?= )|ứng dụng|một số|các|những|việc)(?![\p{L}])/iu
const TYPE_WORD =
  /^(?:Nghị (?:quyết|định)|Quyết định|Thông (?:tư|báo)|Kế hoạch số|Chỉ thị|Công (?:văn|điện)|Hướng dẫn|Luật|Tờ trình|Báo cáo số|Chương trình|Kết luận|Căn cứ|Đề án|Quy (?:định|chế))(?![\p{L}])/u
const WORD = /^[\p{L}\p{M}\d'’.&/]+(?:-[\p{L}\p{M}\d]+)*/u

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
  for (let words = 0; words < 24; words++) {
    const gap = words === 0 ? '' : joint(flat, end)
    if (gap === null) break
    const rest = flat.slice(end + gap.length, end + gap.length + 40)
    const word = WORD.exec(rest)?.[0].replace(/[./]+$/u, '')
    if (word === undefined || word === '') break
    if (words > 0 && (isStop(rest, word) || TYPE_WORD.test(rest))) break
    const after = end + gap.length + word.length
    // `Tp.` and `TP.` keep their point; any other point ends the name.
    end = /^t[px]$/iu.test(word) && flat.charAt(after) === '.' ? after + 1 : after
  }
  const name = flat.slice(start, end).replace(/\s+/gu, ' ').trim()
  return name === '' ? null : { name, start, end }
}

function isStop(rest: string, word: string): boolean {
  if (!/^\p{Ll}/u.test(word)) return false
  return STOP.test(rest)
}

/** What may stand between two words of a name: spaces, a spaced dash before a capital, `và` or a comma inside `Văn hóa, Thể thao và Du lịch`. */
function joint(flat: string, at: number): string | null {
  const rest = flat.slice(at, at + 16)
  const match = /^(?: {0,2}[-–] {0,2}(?=\p{Lu})|, (?=\p{Lu}\p{Ll}+ (?:\p{Ll}+ )?(?:và|thao))| và (?=\p{Lu})| {1,3})/u.exec(rest)?.[0]
  if (match === undefined) return null
  const next = flat.slice(at + match.length, at + match.length + 30)
  // After `và` or a comma another body is another issuer, not the same name.
  if (/và|,/u.test(match) && (opensName(next) || TYPE_WORD.test(next))) return null
  return match
}
