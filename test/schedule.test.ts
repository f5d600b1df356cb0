import { describe, expect, it } from 'vitest'
import { findSchedule } from '../src/found/schedule/index.ts'
import { ScheduleRow } from '../src/schema/fields.ts'
import { splitLines } from '../src/text/lines.ts'
import { readCorpus } from './corpus-files.ts'

const scheduleOf = (text: string): ScheduleRow[] => findSchedule(text, splitLines(text))
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
        findSchedule(text, splitLines(text))
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
