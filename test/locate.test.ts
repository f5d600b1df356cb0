import { describe, expect, it } from 'vitest'
import { locate, locateRaw } from '../src/core.ts'
import type { Page } from '../src/schema/index.ts'

const box = (x: number, y: number) => ({ x, y, width: 40, height: 10 })
const word = (start: number, end: number, x: number, y: number) => ({ span: { start, end }, box: box(x, y), confidence: 0.9 })

// Số: 12/KH-⏎UBND⏎␌tiếp theo
const pages: Page[] = [
  {
    number: 1,
    span: { start: 0, end: 15 },
    width: 200,
    height: 100,
    dpi: 200,
    lines: [
      { span: { start: 0, end: 10 }, box: box(0, 0), confidence: 0.9, words: [word(0, 3, 0, 0), word(4, 10, 50, 0)] },
      { span: { start: 11, end: 15 }, box: box(0, 20), confidence: 0.9, words: [word(11, 15, 0, 20)] },
    ],
  },
  {
    number: 2,
    span: { start: 17, end: 26 },
    width: 200,
    height: 100,
    dpi: 200,
    lines: [{ span: { start: 17, end: 26 }, box: box(0, 0), confidence: null, words: [] }],
  },
]

describe('locate', () => {
  it.each([
    ['one word', { start: 0, end: 3 }, [{ page: 1, lines: [0], boxes: [box(0, 0)] }]],
    ['part of a word', { start: 5, end: 6 }, [{ page: 1, lines: [0], boxes: [box(50, 0)] }]],
    ['a symbol broken over a line end', { start: 4, end: 15 }, [{ page: 1, lines: [0, 1], boxes: [box(50, 0), box(0, 20)] }]],
    ['a line whose words are not known', { start: 18, end: 20 }, [{ page: 2, lines: [0], boxes: [box(0, 0)] }]],
    [
      'a stretch over two pages',
      { start: 11, end: 20 },
      [
        { page: 1, lines: [1], boxes: [box(0, 20)] },
        { page: 2, lines: [0], boxes: [box(0, 0)] },
      ],
    ],
    ['nothing', { start: 3, end: 3 }, []],
    ['a place outside the text', { start: 90, end: 95 }, []],
  ])('%s', (_, span, expected) => {
    expect(locate({ pages }, span)).toEqual(expected)
  })

  it('leads back to the raw text', () => {
    const edits = [{ rawSpan: { start: 0, end: 3 }, span: { start: 0, end: 2 }, confidence: 1 }]
    expect(locateRaw({ restoration: { raw: '$6: 12', edits, confidence: 1 } }, { start: 0, end: 1 })).toEqual({ start: 0, end: 3 })
  })
})
