import { describe, expect, it } from 'vitest'
import { toDocument } from '../src/found/index.ts'
import { bodyNames } from '../src/found/tasks/canonical.ts'
import { findTasks } from '../src/found/tasks/index.ts'
import { splitBodies } from '../src/found/tasks/names.ts'
import { outline } from '../src/outline/index.ts'
import { Task } from '../src/schema/fields.ts'
import { readCorpus } from './corpus-files.ts'

const tasksOf = (text: string): Task[] => findTasks(toDocument(text), outline(text).sections, { year: 2024 })
const show = ({ section, lead, coordinate, action }: Task): string =>
  [section, lead.join('; '), coordinate.join('; '), action]
    .join(' | ')
    .replace(/\| {2}/gu, '| ')
    .replace(/\| {2}/gu, '| ')

describe('tasks', () => {
  it.each(readCorpus('tasks'))('$title', ({ input, expected }) => {
    const tasks = tasksOf(input)
    expect(tasks.map(show)).toEqual(expected)
    expect(Task.array().safeParse(tasks).error).toBeUndefined()
    for (const { raw, span } of tasks) {
      expect(span.end).toBeGreaterThan(span.start)
      expect(input.slice(span.start, span.end)).toBe(raw)
    }
  })

  it('takes the deadline and how often from the duty', () => {
    const [first, second] = tasksOf(
      'KẾ HOẠCH\nV. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ nộp báo cáo trước ngày 15/11/2024.\n2. Văn phòng thường xuyên kiểm tra.',
    )
    expect(first?.deadline?.iso).toBe('2024-11-15')
    expect(first?.recurrence).toBeNull()
    expect(second?.deadline).toBeNull()
    expect(second?.recurrence?.unit).toBe('regular')
  })

  it.each([
    ['one body', 'Sở Nội vụ', ['Sở Nội vụ']],
    ['two bodies', 'Sở Nội vụ, Sở Y tế', ['Sở Nội vụ', 'Sở Y tế']],
    ['bodies joined by và', 'Sở Nội vụ và Sở Y tế', ['Sở Nội vụ', 'Sở Y tế']],
    ['a comma inside brackets', 'Các chi cục (Kiểm lâm, Thủy lợi)', ['Các chi cục (Kiểm lâm, Thủy lợi)']],
    ['a name with và', 'Sở Kế hoạch và Đầu tư', ['Sở Kế hoạch và Đầu tư']],
    ['nothing', '', []],
  ])('splits %s', (_, names, expected) => {
    expect(splitBodies(names)).toEqual(expected)
  })

  it.each([
    ['a province without its kind', 'UBND Quảng Nam', 'Ủy ban nhân dân tỉnh Quảng Nam'],
    ['a city under the centre', 'HĐND Đà Nẵng', 'Hội đồng nhân dân thành phố Đà Nẵng'],
    ['a department', 'Sở Y tế Hoà Bình', 'Sở Y tế tỉnh Hòa Bình'],
    ['the longer of two names', 'Công an Thừa Thiên Huế', 'Công an tỉnh Thừa Thiên Huế'],
    ['a city by its letters', 'UBND TP.HCM', 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    ['a province with its kind', 'UBND tỉnh Quảng Nam', 'Ủy ban nhân dân tỉnh Quảng Nam'],
    ['a district of the same name', 'UBND huyện Quảng Ninh', 'Ủy ban nhân dân huyện Quảng Ninh'],
    ['a school', 'Trường Đại học Hà Nội', 'Trường Đại học Hà Nội'],
    ['a party committee, which has no kind', 'Tỉnh ủy Quảng Nam', 'Tỉnh ủy Quảng Nam'],
  ])('names %s whole', (_, printed, expected) => {
    expect(bodyNames(toDocument(''), null).canonical(printed)).toBe(expected)
  })

  it.each([
    ['one long clause', '1. ', 'Sở Nội vụ phối hợp với Sở Tài chính, các Sở, '],
    ['clauses', '1. Giao nhiệm vụ:\n', '- Sở Nội vụ phối hợp với Sở Tài chính;\n'],
    ['names without end', '1. ', 'Sở và các Sở, '],
    ['times that come back', '1. Sở Nội vụ ', 'trước ngày 15 hằng tháng, '],
    ['times counted from an event', '1. Sở Nội vụ ', 'trong vòng 5 ngày, '],
    ['names in quotation marks', '1. Sở Nội vụ ', '“ hằng quý '],
    ['products', '1. Sở Nội vụ ', 'xây dựng kế hoạch, '],
  ])(
    'takes linear time for %s',
    (_, start, unit) => {
      const time = (length: number): number => {
        const text = `V. TỔ CHỨC THỰC HIỆN\n${start}${unit.repeat(Math.ceil(length / unit.length))}`
        const { sections } = outline(text)
        const from = performance.now()
        findTasks(toDocument(text), sections, { year: 2024 })
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
