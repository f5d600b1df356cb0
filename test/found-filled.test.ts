import { describe, expect, it } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'

const TEXT = `SỞ Y TẾ
Số: 352/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Minh, ngày 29 tháng 3 năm 2018
KẾ HOẠCH
Tiêm chủng mở rộng năm 2018
Sở Y tế xây dựng kế hoạch như sau:`.normalize('NFC')

const at = (part: string, confidence: number, doubtful: boolean) => {
  const start = TEXT.indexOf(part)
  return { span: { start, end: start + part.length }, confidence, doubtful }
}
const read = (...filled: ReturnType<typeof at>[]) => findFields(toDocument(TEXT, filled))
const codes = ({ warnings }: ReturnType<typeof read>) => warnings.filter(({ code }) => code === 'HANDWRITTEN').length

describe('places that a hand filled in', () => {
  it('change nothing where there are none', () => {
    const fields = read()
    expect([fields.number?.number, fields.date?.iso, codes(fields)]).toEqual(['352', '2018-03-29', 0])
  })
  it('leave a doubtful number open, its symbol kept, with a warning', () => {
    const fields = read(at('352', 0.8, true))
    expect([fields.number?.number, fields.number?.symbol, codes(fields)]).toEqual([null, 'KH-SYT', 1])
    expect(fields.date?.iso).toBe('2018-03-29')
  })
  it('leave the month of a doubtful day, the year of a doubtful month', () => {
    expect(read(at('29', 0.4, true)).date).toMatchObject({ iso: '2018-03', precision: 'month' })
    expect(codes(read(at('29', 0.4, true)))).toBe(1)
    expect(read(at('3 năm', 0.4, true)).date).toMatchObject({ iso: '2018', precision: 'year' })
  })
  it('give their confidence to what was read there', () => {
    const fields = read(at('352', 0.9, false), at('29', 0.72, false))
    expect([fields.number?.number, fields.number?.confidence, fields.date?.iso, fields.date?.confidence]).toEqual([
      '352',
      0.9,
      '2018-03-29',
      0.72,
    ])
  })
})

describe('a number over the appendix', () => {
  const document = (number: string) =>
    findFields(
      toDocument(
        `SỞ Y TẾ
Số:    /KH-SYT
Bình Minh, ngày 06 tháng 11 năm 2017
KẾ HOẠCH
Kiểm tra bệnh viện năm 2017
I. MỤC ĐÍCH
Đánh giá chất lượng.
Nơi nhận:
Giám đốc (để báo cáo);
- Các phòng chức năng;
- Lưu: VT.
GIÁM ĐỐC
Lê Văn An
\fPHỤ LỤC
(Ban hành kèm theo Kế hoạch số ${number} ngày 06/11/2017 của Sở Y tế)
`.normalize('NFC'),
      ),
    )
  it('stands for one that the letterhead leaves open', () => {
    expect(document('284/KH-SYT').number?.number).toBe('284')
  })
  it('does not where a gap shows that a hand wrote more than was read', () => {
    expect(document('2 /KH-SYT').number?.number).toBeNull()
  })
  it('takes no recipient for a signer, whose line does not end in a semicolon', () => {
    expect(document('2/KH-SYT').recipients.map(({ name }) => name)).toEqual(['Giám đốc (để báo cáo)', 'Các phòng chức năng', 'Lưu: VT'])
  })
})
