import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import { matchesAt } from '../matches.ts'

//  theo dõi, đôn đốc, kiểm tra việc thực hiện
const VERBS = 'kiểm tra|giám sát|đôn đốc|theo dõi|thanh tra|phúc tra|hậu kiểm'
const CHECKS = new RegExp(`${WORD_START}(?:${VERBS})${WORD_END}`, 'uy')
const ANYWHERE = new RegExp(VERBS, 'g')
// Before these the word is a noun, or somebody else's work: `kết quả kiểm tra`, `phục vụ đoàn giám sát`, `chịu sự kiểm tra`.
const NOT_BEFORE =
  /(?:kết quả|kế hoạch|công tác|hoạt động|đoàn|tổ|ban|kết luận|biên bản|báo cáo|quyết định|chương trình|nội dung|cuộc|đợt|lịch|ngày|được|bị|sự|phục vụ|sau|qua|quá trình|thời gian|thời điểm|hồ sơ|cơ quan|đơn vị|cán bộ|công chức|viên chức|phóng viên|người|bộ phận|ủy ban|uỷ ban|đối tượng|phiếu|tiêu chí|bảng|sổ|vai trò|quyền|nhóm|tự|về|khi|phòng|chi cục|cục|hệ thống|phần mềm|cho|bằng|thông tin|đội|hội đồng) $/iu
//  báo cáo UBND huyện để tổng hợp, theo dõi
const FOR_OTHERS = /(?<![\p{L}])(?:để|nhằm|phục vụ) [^;.:]{0,40}$/iu
const LONGEST = 3000

/** Whether the duty `sentence` asks its body to check, follow or urge on others. */
export function asksToCheck(sentence: string, from: number): boolean {
  const text = sentence.slice(from, from + LONGEST)
  for (const match of matchesAt(CHECKS, text, ANYWHERE, text)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (!NOT_BEFORE.test(before) && !FOR_OTHERS.test(text.slice(Math.max(0, match.index - 50), match.index))) return true
  }
  return false
}
