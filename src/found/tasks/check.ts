import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'

//  theo dõi, đôn đốc, kiểm tra việc thực hiện
const CHECKS = new RegExp(`${WORD_START}(?:kiểm tra|giám sát|đôn đốc|theo dõi|thanh tra|phúc tra|hậu kiểm)${WORD_END}`, 'gu')
// Before these the word is a noun, or somebody else's work: `kết quả kiểm tra`, `phục vụ đoàn giám sát`, `chịu sự kiểm tra`.
const NOT_BEFORE =
  /(?:kết quả|kế hoạch|công tác|hoạt động|đoàn|tổ|ban|kết luận|biên bản|báo cáo|quyết định|chương trình|nội dung|cuộc|đợt|lịch|ngày|được|bị|sự|phục vụ|sau|qua|quá trình|thời gian|thời điểm|hồ sơ|cơ quan|đơn vị|cán bộ|công chức|người|bộ phận|ủy ban|uỷ ban|đối tượng|phiếu|tiêu chí|bảng|sổ|vai trò|quyền|nhóm|tự|về|khi|phòng|chi cục|cục|hệ thống|phần mềm|cho|bằng|thông tin|đội|hội đồng) $/iu
const LONGEST = 3000

/** Whether the duty `sentence` asks its body to check, follow or urge on others. */
export function asksToCheck(sentence: string, from: number): boolean {
  const text = sentence.slice(from, from + LONGEST)
  for (const match of text.matchAll(CHECKS)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    // In a row of verbs (`xây dựng, kiểm tra`) the first tells; a comma before is a verb's.
    if (!NOT_BEFORE.test(before)) return true
  }
  return false
}
