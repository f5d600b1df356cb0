import type { When } from '../../schema/fields.ts'
import { findBodies, findBody } from '../bodies.ts'
import type { TextDocument } from '../document.ts'
import { findPrintedDate } from '../printed-date.ts'
import { toWhen } from '../time/index.ts'

//  , ngày 29/12/2023   ngày 01 tháng 11 năm 2017   (ký ngày 5-3-2020)
const BEFORE_DATE = /^ {0,3}[,(]? {0,2}(?:ký |ban hành |đề |ra )?$/u

//  Ban Chấp hành Trung ương Đảng khóa XII về …   Bộ Chính trị (khóa XI)
const TERM = /^,? \(?(?:khóa|khoá|nhiệm kỳ) [IVXL\d –-]{1,13}\)?(?= |,|;|$)/iu
// `ngày 14/10/2021 dm UBND tỉnh`: a short word that is no word, before a body.
const SPOILT_OF = /^ {1,2}[^\s\d,;.]{1,3} {1,3}(?=(?:UBND|HĐND|Ủy|Uỷ|Hội|Sở|Bộ|Chính phủ|Thủ|Tỉnh|Huyện|Thành) ?)/u
const OF = /^(?:\)| )? {0,2}[:.,]? {0,2}(?:của|do)(?:[.,]? {1,3}|(?=\p{Lu}))/u

export interface CitationTail {
  date: When | null
  issuer: string | null
  subject: string | null
  /** Where date and issuer end, and where the subject does. */
  end: number
  subjectEnd: number
}

//  …, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau
const OWN_WORDS =
  /, (?=\p{Lu}[^,;:.]{4,90} (?:xây dựng|ban hành|lập|đề ra|triển khai|tổ chức) (?:[Kk]ế hoạch|những nội dung|thực hiện|đợt |các nội dung))/u

/** What follows a symbol: date and issuer in either order, then what the document is about. A `joint` document has several issuers. */
export function readTail(document: TextDocument, from: number, joint: boolean): CitationTail {
  let at = from
  let date: When | null = null
  let issuer: string | null = null
  for (let step = 0; step < 3; step++) {
    const rest = document.flat.slice(at, at + 60)
    const dated = date === null ? findPrintedDate(document.folded.slice(at, at + 60)) : null
    if (dated !== null && BEFORE_DATE.test(rest.slice(0, dated.start))) {
      date = toWhen(document.text, at + dated.start, at + dated.end, dated, 0.95)
      at += dated.end
      continue
    }
    if (issuer !== null) break
    const of = OF.exec(rest)
    const spoilt = of === null && date !== null ? SPOILT_OF.exec(rest) : null
    const nameAt =
      spoilt !== null ? at + spoilt[0].length : of === null ? at + (/^[ )]{0,2}/u.exec(rest)?.[0].length ?? 0) : at + of[0].length
    // Without "của" only a body right after the date is taken (`ngày 21 tháng 02 năm 2012 Sở Y tế về …`).
    const body =
      of === null && date === null
        ? null
        : joint && of !== null
          ? findBodies(document.flat, nameAt)
          : findBody(document.flat, nameAt, of !== null)
    if (body === null) break
    issuer = body.name
    at = body.end + (TERM.exec(document.flat.slice(body.end, body.end + 40))?.[0].length ?? 0)
  }
  const { subject, end } = readSubject(document, at)
  return { date, issuer, subject, end: at, subjectEnd: end }
}

// With a number after it the word names another document: `…/KH-UBND, Hướng dẫn số 12/HD-SNV`.
const ABOUT =
  /^[ ,)]{0,3}(?:về {1,3}việc|v\/v|về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|điều chỉnh|công bố|giao|thành lập) (?!số |\d)/iu
const ABOUT_ONLY = /^[ ,)]{0,3}(?:về {1,3}việc|v\/v|về) /iu
const SUBJECT_END = /[;:]|, trong đó |\.(?= |$)| --|\((?:sau đây|gọi|viết)/u
const NEXT_CITED =
  /,? và (?=(?:Nghị|Quyết|Thông|Kế|Chỉ|Công|Luật|căn cứ|trên cơ sở|(?:ý kiến |sự )?chỉ đạo của|(?:kế hoạch|chương trình|hướng dẫn|nghị quyết|văn bản)(?: [^;,.]{1,60})? của ))|,(?= (?:Nghị|Quyết|Thông tư|Kế hoạch số|Chỉ thị|Công văn|[Cc]ăn cứ|Ủy ban|Uỷ ban|UBND|Sở|Bộ)(?: |$))/u

function readSubject(document: TextDocument, at: number): { subject: string | null; end: number } {
  // An empty line ends what is said of a document, and so does the next ground.
  const room = /\n[^\S\n]{0,9}(?:\n|(?:Căn cứ|Thực hiện|Theo|Xét) )/u.exec(document.text.slice(at, at + 400))?.index ?? 400
  const rest = document.flat.slice(at, at + room)
  const lead = ABOUT.exec(rest)
  if (lead === null) return { subject: null, end: at }
  const from = ABOUT_ONLY.exec(rest)?.[0].length ?? lead[0].search(/\p{L}/u)
  const body = rest.slice(from)
  const ends = [SUBJECT_END, NEXT_CITED, OWN_WORDS].flatMap((pattern) => pattern.exec(body)?.index ?? [])
  const end = ends.length > 0 ? Math.min(...ends) : Math.min(body.length, 300)
  const subject = body
    .slice(0, end)
    .replace(/\s+/gu, ' ')
    .replace(/[ ,]{1,4}$/u, '')
  return subject === '' ? { subject: null, end: at } : { subject, end: at + from + end }
}
