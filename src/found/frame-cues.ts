/** How the lines of a document open: what is a heading, and what is the first line of a paragraph of the body. */

const HEADING =
  /^(?:(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s{1,9}(?:thứ\s|THỨ\s|[IVX\d]|[A-Z](?![\p{L}]))|(?:[IVX]{1,5}|[A-E]|1|l)\s?(?:[.):]|[-–](?!\d))\s{0,40}\p{L})/u

/** Whether the line opens the first heading of a body: `I.`, `1.`, `A.`, `Phần thứ nhất`, `Điều 1`. */
export function isHeading(text: string): boolean {
  return HEADING.test(text)
}

const OPENING =
  /^(?:Căn cứ|Căn cử|Can cu|Kính gửi|Xét |Xét đề nghị|Thực hiện|Thi hành|Triển khai|Tiếp tục|Nhằm|Để |Theo |Trên cơ sở|Hưởng ứng|Phát huy|Chào mừng|Quán triệt|Ngày \d|Năm \d|Trong |Sau |Qua |Với |Từ |Hiện nay|Thời gian qua|Quyết định số|Nghị quyết số|Nghị định số|Luật |Kế hoạch số|Chỉ thị số|Thông tư số)/u
const BODY_SUBJECT =
  /^(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Sở|Bộ|Phòng|Ban|Chi cục|Cục|Trung tâm|Trường|Bệnh viện|Văn phòng|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Công an|Hội|Đoàn|Viện|Nay) /u
const SENTENCE =
  /(?:[.;:,]$)|(?:xây dựng|ban hành|lập|triển khai|thông báo|đề ra) (?:kế hoạch|Kế hoạch|Chương trình|chương trình|Hướng dẫn|hướng dẫn|Phương án|phương án)|như sau|số \d/u

/** Whether the line opens the grounds or the first paragraph after the title. */
export function isBodyStart(text: string): boolean {
  if (/^(?:Căn cứ|Kính gửi)/u.test(text)) return true
  if (OPENING.test(text)) return true
  return BODY_SUBJECT.test(text) && (SENTENCE.test(text) || text.length > 70)
}
