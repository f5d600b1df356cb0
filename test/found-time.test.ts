import { describe, expect, test } from 'vitest'
import { clauseOf } from '../src/found/clause.ts'
import { toDocument } from '../src/found/index.ts'
import { toWhen } from '../src/found/time/expression.ts'
import { findDeadline, findRecurrence, findTimes, readTimes, toReference } from '../src/found/time/index.ts'
import { TimeExpression } from '../src/schema/fields.ts'
import { readCorpus } from './corpus-files.ts'
import { showTime } from './show-task.ts'

const reference = { year: 2024 }
const whole = (text: string) => clauseOf(toDocument(text), 0, text.length)

describe('deadlines', () => {
  test.each([
    ['before a day', 'Báo cáo về Sở trước ngày 16/11/2017.', 'trước ngày 16/11/2017', '2017-11-16', 'day'],
    ['before a day written out', 'gửi UBND tỉnh trước ngày 15 tháng 10 năm 2018.', 'trước ngày 15 tháng 10 năm 2018', '2018-10-15', 'day'],
    ['a last day', 'đăng ký về Sở hạn chót 13/10/2017, theo mẫu.', 'hạn chót 13/10/2017', '2017-10-13', 'day'],
    ['at the latest', 'gửi đề cương chậm nhất ngày 15/3/2022.', 'chậm nhất ngày 15/3/2022', '2022-03-15', 'day'],
    ['no "ngày"', 'hoàn thành trước 31/3/2026', 'trước 31/3/2026', '2026-03-31', 'day'],
    [
      'a range',
      'Từ ngày 20/11/2017 đến ngày 15/12/2017: Tiến hành kiểm tra',
      'Từ ngày 20/11/2017 đến ngày 15/12/2017',
      '2017-12-15',
      'day',
    ],
    [
      'a range that ends with the day',
      'thực hiện từ ngày 10/3 đến hết ngày 31/5/2023',
      'từ ngày 10/3 đến hết ngày 31/5/2023',
      '2023-05-31',
      'day',
    ],
    ['days of one month', 'Ngày 20 – 21/11/2017', 'Ngày 20 – 21/11/2017', '2017-11-21', 'day'],
    ['a month', 'hoàn thành trong tháng 01 năm 2024', 'trong tháng 01 năm 2024', '2024-01', 'month'],
    ['a month by a slash', 'tháng 12/2025', 'tháng 12/2025', '2025-12', 'month'],
    ['months of a year', 'từ tháng 3 đến tháng 12 năm 2024', 'từ tháng 3 đến tháng 12 năm 2024', '2024-12', 'month'],
    ['a quarter', 'Thời gian kiểm tra: Quý III/2018.', 'Quý III/2018', '2018-Q3', 'quarter'],
    ['a quarter written out', 'hoàn thành trong Quý III năm 2024', 'trong Quý III năm 2024', '2024-Q3', 'quarter'],
    ['a half-year', 'sơ kết 06 tháng đầu năm 2024', '06 tháng đầu năm 2024', '2024-06', 'month'],
    ['a year', 'hoàn thành trong năm 2023', 'trong năm 2023', '2023', 'year'],
    ['the year of the plan: a day', 'báo cáo trước ngày 25/11', 'trước ngày 25/11', '2024-11-25', 'day'],
    ['the year of the plan: a month', 'hoàn thành trong tháng 5', 'trong tháng 5', '2024-05', 'month'],
    ['the year of the plan: a quarter', 'Quý III', 'Quý III', '2024-Q3', 'quarter'],
    ['a day of each month', 'báo cáo trước ngày 15 hằng tháng', 'trước ngày 15 hằng tháng', null, null],
    [
      'counted from something',
      'trả lời trong vòng 15 ngày kể từ ngày nhận được văn bản',
      'trong vòng 15 ngày kể từ ngày nhận được văn bản',
      null,
      null,
    ],
    ['a bare limit', 'lập danh sách hộ kinh doanh, hạn 20/3', 'hạn 20/3', '2024-03-20', 'day'],
    ['a half-year before its day', 'báo cáo 6 tháng trước ngày 20/6', 'trước ngày 20/6', '2024-06-20', 'day'],
    ['the strongest of two', 'Ngày 02/3/2024 họp; báo cáo trước ngày 10/4/2024', 'trước ngày 10/4/2024', '2024-04-10', 'day'],
  ])('%s', (_, text, raw, iso, precision) => {
    const found = findDeadline(whole(text), reference)
    expect(found).toMatchObject({ iso, precision, raw })
  })

  test.each([
    ['round the clock', 'Trực đường dây nóng 24/7.'],
    ['a fraction', 'Đạt 1/2 số hộ, 2.5 tỷ đồng.'],
    ['a five-year plan', 'Kế hoạch 5 năm 2021-2025'],
    ['a period that a document is about', 'Chương trình giai đoạn 2021 - 2030'],
    ['the year in a name', 'Kế hoạch cải cách hành chính năm 2024'],
    ['the date of a document cited', 'Thực hiện Quyết định số 12/QĐ-UBND ngày 03/4/2024 của UBND tỉnh'],
    ['a day that no calendar has', 'trước ngày 31/02/2024'],
    ['times a month', 'mở chuyên mục mỗi tháng 02 kỳ, mỗi tháng một lần'],
    ['goods', 'Hàng hóa, hàng trăm hộ'],
    ['nothing', 'Tăng cường thông tin, tuyên truyền.'],
  ])('none: %s', (_, text) => {
    expect(findDeadline(whole(text), reference)).toBeNull()
  })

  test('only the stretch asked for is read', () => {
    const text = 'trước ngày 01/01/2024; trước ngày 02/02/2024'
    const found = findDeadline(clauseOf(toDocument(text), 23, text.length), reference)
    expect(found?.iso).toBe('2024-02-02')
    expect(text.slice(found?.span.start, found?.span.end)).toBe(found?.raw)
  })
})

describe('recurrences', () => {
  test.each([
    [
      'quarters, half-years and years',
      'Định kỳ hàng quý, sáu tháng và năm Văn phòng Sở báo cáo',
      'Định kỳ hàng quý, sáu tháng và năm',
      'quarter',
    ],
    ['each month', 'báo cáo hằng tháng', 'hằng tháng', 'month'],
    ['a day of each month', 'trước ngày 15 hằng tháng', 'trước ngày 15 hằng tháng', 'month'],
    ['each week', 'phát sóng mỗi tuần', 'mỗi tuần', 'week'],
    ['half-years', 'định kỳ 6 tháng', 'định kỳ 6 tháng', 'half-year'],
    ['with a period or when asked', 'chế độ báo cáo định kỳ, đột xuất về Phòng Nội vụ', 'định kỳ, đột xuất', 'regular'],
    ['without a break', 'đảm bảo tính thường xuyên, liên tục, chính xác', 'thường xuyên, liên tục', 'regular'],
    ['times a quarter', 'kiểm tra 01 lần/quý', '01 lần/quý', 'quarter'],
    ['reports by their period', 'tổng hợp báo cáo tuần, tháng, quý', 'tuần, tháng, quý', 'week'],
    ['a day, each month', 'định kỳ ngày 25 hằng tháng', 'ngày 25 hằng tháng', 'month'],
    ['often', 'đồng thời thường xuyên kiểm tra', 'thường xuyên', 'regular'],
  ])('%s', (_, text, raw, unit) => {
    expect(findRecurrence(whole(text))).toMatchObject({ raw, unit })
  })

  test.each([
    ['goods', 'kiểm tra hàng hóa, cửa hàng'],
    ['a thousand', 'hàng nghìn lượt người'],
    ['one day', 'ngày 15/3/2024'],
  ])('none: %s', (_, text) => {
    expect(findRecurrence(whole(text))).toBeNull()
  })
})

describe('times', () => {
  test.each(readCorpus('times'))('$title', ({ input, expected }) => {
    const times = findTimes(whole(input), reference)
    const shown = times.map((time) => `${time.raw} = ${time.kind} ${showTime(time)}${time.yearInferred ? ', year of the plan' : ''}`)
    expect(shown).toEqual(expected)
    expect(TimeExpression.array().safeParse(times).error).toBeUndefined()
    for (const { raw, span } of times) expect(input.slice(span.start, span.end)).toBe(raw)
  })

  test('the dates of documents cited are no times, whatever is printed around them', () => {
    const text = 'nêu tại Kế hoạch này (ngày 03/4/2024); báo cáo trước ngày 10/5/2024'
    expect(findTimes(whole(text), { year: 2024, citations: [{ start: 8, end: 37 }] }).map(({ iso }) => iso)).toEqual(['2024-05-10'])
  })
})

describe('the year of a time without one', () => {
  const dated = (day: number, month: number, year: number) => toWhen('x', 0, 1, { day, month, year }, 1)
  const yearOf = (time: string, date: ReturnType<typeof dated> | null, title: string): string | null | undefined =>
    findDeadline(whole(time), toReference(date, title))?.iso
  test.each([
    ['is the document’s own', 'trước ngày 30/6', dated(14, 2, 2022), 'Tuyên truyền cải cách hành chính', '2022-06-30'],
    ['is the next of a plan made long before, after its turn', 'trước ngày 15/02', dated(5, 8, 2022), 'Tuyển quân năm 2023', '2023-02-15'],
    ['is the own of a plan made long before', 'từ 15/8 đến 30/9', dated(5, 8, 2022), 'Tuyển quân năm 2023', '2022-09-30'],
    [
      'is the first of a school year before it begins',
      'trước ngày 05/6',
      dated(28, 2, 2023),
      'Tuyển sinh năm học 2023 - 2024',
      '2023-06-05',
    ],
    ['is the next, where the title says so', 'trong Quý III', dated(25, 12, 2023), 'Cải cách hành chính năm 2024', '2024-Q3'],
    ['is not that of a period in the title', 'trong tháng 5', dated(4, 3, 2021), 'Chuyển đổi số giai đoạn 2021 - 2025', '2021-05'],
    [
      'is the first of a school year, before its turn',
      'trong tháng 11',
      dated(26, 9, 2022),
      'Kiểm tra nội bộ năm học 2022 - 2023',
      '2022-11',
    ],
    [
      'is the second of a school year, after it',
      'trước ngày 20/5',
      dated(26, 9, 2022),
      'Kiểm tra nội bộ năm học 2022 - 2023',
      '2023-05-20',
    ],
    ['is the next for a first month, said late in a year', 'trong tháng 01', dated(15, 11, 2023), 'Tết Nguyên đán', '2024-01'],
    ['is the title’s, where the date is lost', 'trước ngày 10/12', null, 'Đọc sách năm 2025', '2025-12-10'],
    ['is unknown, where neither names one', 'trước ngày 10/12', null, 'Đọc sách', null],
  ])('%s', (_, time, date, title, iso) => {
    expect(yearOf(time, date, title)).toBe(iso)
  })
})

test('times in a long text are read in linear time', () => {
  const text = 'Ngày 15/3/2024 họp, hạn tháng 5 năm 2024. '.repeat(2000)
  const started = performance.now()
  expect(readTimes(whole(text), reference).length).toBe(4000)
  expect(performance.now() - started).toBeLessThan(5000)
})
