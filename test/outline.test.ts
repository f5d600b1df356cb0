import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outline } from '../src/outline/index.ts'
import { Section } from '../src/schema/fields.ts'
import { readCorpus } from './corpus-files.ts'

const cases = readCorpus('outline')

function* flatten(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section
    yield* flatten(section.children)
  }
}

/** Children lie inside their parents and in order; spans hold text and slice back to `raw`. */
function checkSpans(text: string, sections: readonly Section[], from: number, to: number): void {
  let at = from
  for (const { span, raw, children } of sections) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(to)
    expect(text.slice(span.start, span.end)).toBe(raw)
    checkSpans(text, children, span.start, span.end)
    at = span.end
  }
}

describe('outline', () => {
  it.each(cases)('$title', ({ input, expected }) => {
    const sections = [...flatten(outline(input).sections)]
    expect(sections.map((section) => `${section.path} ${section.kind} ${section.title}`)).toEqual(expected)
  })

  it.each(cases)('keeps spans in order: $title', ({ input }) => {
    const { sections } = outline(input)
    expect(Section.array().safeParse(sections).error).toBeUndefined()
    checkSpans(input, sections, 0, input.length)
  })

  it('gives every character of the body to one innermost section', () => {
    const input = cases.find((one) => one.title.startsWith('Roman, Arabic'))?.input ?? ''
    const { sections } = outline(input)
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')
    const printed = letters(input.slice(sections[0]?.span.start, sections.at(-1)?.span.end))
    const said = [...flatten(sections)].map((section) => letters(section.label) + letters(section.text)).join('')
    expect(said).toBe(printed)
  })

  it('warns of numbering that does not go on', () => {
    const { sections, warnings } = outline('KẾ HOẠCH\nI. MỘT\nAn.\nV. NĂM\nBình.')
    expect(sections.map((section) => section.path)).toEqual(['I', 'V'])
    expect(warnings.map((warning) => warning.code)).toEqual(['BROKEN_NUMBERING'])
    expect(warnings[0]?.span?.start).toBe('KẾ HOẠCH\nI. MỘT\nAn.\n'.length)
  })

  it.each([
    ['a typed 1 that reads as A, before a 2', 'I. MỘT\nA. An đi học.\n2. Bình đi làm.\n3. Chi ở nhà.', ['I', 'I.1', 'I.2', 'I.3']],
    ['parts by letter', 'A. MỘT\n1. An đi học.\n2. Bình đi làm.\nB. HAI\n1. Chi ở nhà.', ['A', 'A.1', 'A.2', 'B', 'B.1']],
  ])('%s', (_name, body, paths) => {
    expect([...flatten(outline(`KẾ HOẠCH\n${body}`).sections)].map(({ path }) => path)).toEqual(paths)
  })

  it('does not warn of numbering in order', () => {
    expect(outline('KẾ HOẠCH\nI. MỘT\n1. An.\n2. Bình.\nII. HAI\n1. Chi.').warnings).toEqual([])
  })

  it('reads any text into sections in order', () => {
    const line = fc.constantFrom(
      'I. MỘT',
      '|. HAI',
      '1. An',
      '1.1. Bình',
      'a) Chi',
      '- Dũng',
      '+ Em',
      'Điều 1. Phạm vi',
      'Phần thứ hai',
      'PHỤ LỤC',
      'Nơi nhận:',
      'x | y',
      '',
      '\f',
      '7',
      'chữ thường',
      'KẾ HOẠCH',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n')),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        (text) => {
          const { sections } = outline(text)
          checkSpans(text, sections, 0, text.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['one line of Roman numbers', 'I. I. I. '],
    ['lines of Roman numbers', 'I. Abc\n'],
    ['bare labels', 'I.\n'],
    ['dashes', '- Các đơn vị\n'],
    ['marks of three kinds', '+ a\n* b\n- c\n'],
    ['spaces', ' '],
    ['one letter', 'a'],
    ['brackets', '1. ((((((\n'],
    ['appendices', 'PHỤ LỤC\n'],
  ])(
    'takes linear time for %s',
    (_, unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(Math.ceil(length / unit.length))
        const start = performance.now()
        outline(text)
        return performance.now() - start
      }
      time(20_000)
      // Four times the text; quadratic work would take sixteen times as long. The best of three, as the machine may be busy.
      const best = (length: number): number => Math.min(time(length), time(length), time(length))
      expect(best(100_000)).toBeLessThan(Math.max(best(25_000), 100) * 10)
    },
    60_000,
  )
})
