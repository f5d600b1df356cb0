import { describe, expect, it } from 'vitest'
import { toDocument } from '../src/found/index.ts'
import { findSchedule } from '../src/found/schedule/index.ts'
import { ScheduleRow } from '../src/schema/fields.ts'
import { readCorpus } from './corpus-files.ts'
import { showTime } from './show-task.ts'

const scheduleOf = (text: string): ScheduleRow[] => findSchedule(toDocument(text))
const show = ({ content, form, lead, coordinate, time, product }: ScheduleRow): string =>
  [content, form, lead, coordinate, time, product].map((cell) => cell ?? '-').join(' | ')

describe('schedule', () => {
  it.each(readCorpus('schedule'))('$title', ({ input, expected }) => {
    const rows = scheduleOf(input)
    expect(rows.map(show)).toEqual(expected)
    expect(ScheduleRow.array().safeParse(rows).error).toBeUndefined()
    for (const { raw, span } of rows) {
      expect(span.end).toBeGreaterThan(span.start)
      expect(input.slice(span.start, span.end)).toBe(raw)
    }
  })

  it('tells the bodies of its cells apart', () => {
    const text = [
      'STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian',
      '1 | Khảo sát | Sở Nội vụ | Sở Tài chính, UBND các huyện và Công an tỉnh | Quý I',
      '2 | Tổng kết | Văn phòng Sở Nội vụ | | Quý IV',
    ].join('\n')
    const rows = findSchedule(toDocument(text), { year: 2024 }, null)
    expect(rows.map(({ bodies }) => bodies.map(({ role, name }) => `${role} ${name}`))).toEqual([
      ['lead Sở Nội vụ', 'coordinate Sở Tài chính', 'coordinate UBND các huyện', 'coordinate Công an tỉnh'],
      ['lead Văn phòng Sở Nội vụ'],
    ])
  })

  it('reads what the cell for the time says', () => {
    const text = [
      'STT | Nội dung | Đơn vị chủ trì | Thời gian | Sản phẩm',
      '1 | Khảo sát | Sở Nội vụ | Tháng 5 và tháng 6 | Báo cáo',
      '2 | Họp trong tháng 5 | Sở Y tế | Trước ngày 15/7/2024; tháng 8 | Biên bản',
      '3 | Trực | Văn phòng | Thường xuyên |',
      '4 | Tổng kết | Văn phòng | Cuối năm | Báo cáo',
      '5 | In sách | Thư viện | | Sách',
    ].join('\n')
    const rows = findSchedule(toDocument(text), { year: 2024 })
    expect(rows.map(({ when }) => when && showTime(when))).toEqual(['2024-05..2024-06', '<2024-07-15', 'regular', 'end of 2024', null])
    expect(rows[1]?.times.map(({ raw }) => raw)).toEqual(['Trước ngày 15/7/2024', 'tháng 8'])
    for (const { times } of rows) for (const { raw, span } of times) expect(text.slice(span.start, span.end)).toBe(raw)
  })

  it.each([
    ['rows', 'STT | Nội dung | Thời gian\n', '1 | a | b\n'],
    ['one row', 'STT | Nội dung | Thời gian\n', '1 | a | '],
    ['cells', 'STT\n\nNội dung\n\nThời gian\n\n', 'abc\n\nQuý I\n\n'],
    ['headings', '', 'STT\n\nNội dung\n\nThời gian\n\n'],
    ['bars', '', ' | '],
  ])(
    'takes linear time for %s',
    (_, start, unit) => {
      const time = (length: number): number => {
        const text = start + unit.repeat(Math.ceil(length / unit.length))
        const from = performance.now()
        findSchedule(toDocument(text))
        return performance.now() - from
      }
      time(20_000)
      // Four times the text; quadratic work would take sixteen times as long. The best of three, as the machine may be busy.
      const best = (length: number): number => Math.min(time(length), time(length), time(length))
      expect(best(240_000)).toBeLessThan(Math.max(best(60_000), 100) * 10)
    },
    60_000,
  )
})
