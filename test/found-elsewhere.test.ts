import { describe, expect, test } from 'vitest'
import { misread } from '../bench/fields/distort.ts'
import { findGoals } from '../src/found/goals/index.ts'
import { findFields, toDocument } from '../src/found/index.ts'
import { findSchedule } from '../src/found/schedule/index.ts'
import { findTasks } from '../src/found/tasks/index.ts'
import { toReference } from '../src/found/time/index.ts'
import { findTimesElsewhere } from '../src/found/times-elsewhere.ts'
import { parsePlan } from '../src/index.ts'
import { outline } from '../src/outline/index.ts'
import { PlacedTime, type UnnumberedDocument, UnnumberedDocument as UnnumberedShape } from '../src/schema/fields.ts'
import { stripMarks } from '../src/vietnamese/letters.ts'
import { readCorpus } from './corpus-files.ts'
import { showTime } from './show-task.ts'

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')

describe('documents cited without a number', () => {
  const show = ({ type, role, name, issuer, meeting, date, subject }: UnnumberedDocument): string =>
    [`${type.code} ${role}`, name, issuer ?? '-', meeting ?? '-', date?.iso ?? '-', subject ?? '-'].join(' | ')

  test.each(readCorpus('unnumbered'))('$title', ({ input, expected }) => {
    const { unnumbered } = findFields(toDocument(input))
    expect(unnumbered.map(show)).toEqual(expected)
    expect(UnnumberedShape.array().safeParse(unnumbered).error).toBeUndefined()
    for (const { raw, span } of unnumbered) expect(input.slice(span.start, span.end)).toBe(raw)
  })

  test('takes linear time for resolutions without end', () => {
    const time = (count: number): number => {
      const document = toDocument(`KẾ HOẠCH\n\n${'Nghị quyết Đại hội Đảng bộ, của Tỉnh ủy về Kế hoạch của '.repeat(count)}`)
      const from = performance.now()
      findFields(document)
      return performance.now() - from
    }
    time(200)
    const best = (count: number): number => Math.min(time(count), time(count), time(count))
    expect(best(4000)).toBeLessThan(Math.max(best(1000), 100) * 10)
  }, 60_000)
})

describe('times outside tasks', () => {
  test.each(readCorpus('times-elsewhere'))('$title', ({ input, expected }) => {
    const document = toDocument(input)
    const { citations, date, title, issuer } = findFields(document)
    const cited = citations.map(({ span }) => span)
    const reference = toReference(date, title?.text ?? null, cited)
    const { sections } = outline(document.text, document.lines)
    const tasks = findTasks(document, sections, reference, issuer)
    const schedule = findSchedule(document, reference, issuer)
    const goals = findGoals(document, sections, reference)
    const times = findTimesElsewhere(document, sections, reference, { tasks, goals, schedule })
    expect([
      ...goals.flatMap((goal) => goal.times.map((time) => `goal ${goal.section} ${showTime(time)} | ${oneLine(time.raw)}`)),
      ...times.map((time) => `${time.section} ${showTime(time)} | ${oneLine(time.raw)}`),
    ]).toEqual(expected)
    expect(PlacedTime.array().safeParse(times).error).toBeUndefined()
    for (const { raw, span } of times) expect(input.slice(span.start, span.end)).toBe(raw)
  })
})

describe('a plan as recognisers hand it on', () => {
  const TEXT = `ỦY BAN NHÂN DÂN
HUYỆN KIM SƠN
Số: 41/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kim Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Trồng rừng ven biển năm 2024

Thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XXVI, nhiệm kỳ 2020 - 2025; Kế hoạch của Ủy ban nhân dân tỉnh về trồng rừng năm 2024, Ủy ban nhân dân huyện xây dựng kế hoạch như sau:

I. MỤC TIÊU
1. Phấn đấu đến hết quý II/2024 trồng xong 20 ha rừng.
II. THỜI GIAN
1. Thời gian thực hiện: từ ngày 15/3 đến ngày 30/4/2024.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Nông nghiệp chủ trì hướng dẫn kỹ thuật trước ngày 20/3/2024; Phòng Tài chính - Kế hoạch chủ trì cân đối kinh phí trước ngày 31/3/2024.
2. Ủy ban nhân dân huyện giao Hạt Kiểm lâm kiểm tra, nghiệm thu trước ngày 15/5/2024.

Nơi nhận:
- Ủy ban nhân dân tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
`
  test.each([
    ['as it is', TEXT, true],
    ['without marks', stripMarks(TEXT), true],
    ['read as English', misread(TEXT, 3), true],
    ['read as English otherwise', misread(TEXT, 7), false],
  ])('%s', (_, text, isExact) => {
    const plan = parsePlan(text)
    expect(plan.unnumbered.map(({ type, meeting, subject }) => [type.code, meeting !== null, subject !== null])).toEqual([
      ['NQ', true, false],
      ['KH', false, true],
    ])
    // A word within a name may stay misread.
    if (!isExact) expect(plan.unnumbered[0]?.name).toMatch(/^Nghị quyết Đại hội .+ lần thứ XXVI, nhiệm kỳ 2020 - 2025$/u)
    else
      expect(plan.unnumbered.map(({ name, subject }) => [name, subject])).toEqual([
        ['Nghị quyết Đại hội Đảng bộ huyện lần thứ XXVI, nhiệm kỳ 2020 - 2025', null],
        ['Kế hoạch của Ủy ban nhân dân tỉnh', 'trồng rừng năm 2024'],
      ])
    expect(plan.goals.flatMap(({ times }) => times).map(showTime)).toEqual(['≤2024-Q2'])
    expect(plan.times.map((time) => `${time.section} ${showTime(time)}`)).toEqual(['II.1 2024-03-15..2024-04-30'])
    expect(plan.tasks.map(({ section, lead, deadline }) => [section, lead.join('; '), deadline?.iso])).toEqual([
      ['III.1', 'Phòng Nông nghiệp', '2024-03-20'],
      ['III.1', 'Phòng Tài chính - Kế hoạch', '2024-03-31'],
      ['III.2', 'Hạt Kiểm lâm', '2024-05-15'],
    ])
  })
})
