import { describe, expect, test } from 'vitest'
import { findGoals } from '../src/found/goals/index.ts'
import { findFields, toDocument } from '../src/found/index.ts'
import { findSchedule } from '../src/found/schedule/index.ts'
import { findTasks } from '../src/found/tasks/index.ts'
import { toReference } from '../src/found/time/index.ts'
import { findTimesElsewhere } from '../src/found/times-elsewhere.ts'
import { outline } from '../src/outline/index.ts'
import { PlacedTime, type UnnumberedDocument, UnnumberedDocument as UnnumberedShape } from '../src/schema/fields.ts'
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
