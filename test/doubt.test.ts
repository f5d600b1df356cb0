import { expect, it } from 'vitest'
import { doubts } from '../src/plan/doubt.ts'
import type { Page } from '../src/schema/index.ts'

const page = (number: number, ...confidences: number[]): Page => {
  const box = { x: 0, y: 0, width: 1, height: 1 }
  const span = { start: 0, end: 1 }
  const words = confidences.map((confidence) => ({ span, box, confidence }))
  return {
    number,
    span: { start: 10 * number, end: 10 * number + 5 },
    width: 9,
    height: 9,
    dpi: 200,
    lines: [{ span, box, confidence: 1, words }],
  }
}

it.each([
  ['a page read well', [page(1, 0.9, 0.95)], 0.98, []],
  ['a text without words in boxes', [page(1)], 1, []],
  ['an unsure restoration', [page(1, 0.9)], 0.5, [{ message: 'The text was restored with a confidence of 50 %.', span: null }]],
  [
    'the one page of two that was read badly',
    [page(1, 0.9), page(2, 0.2, 0.6)],
    1,
    [{ message: 'Page 2 was recognised with a confidence of 40 %.', span: { start: 20, end: 25 } }],
  ],
])('LOW_CONFIDENCE: %s', (_, pages, restored, expected) => {
  expect(doubts(pages, restored)).toEqual(expected.map((warning) => ({ code: 'LOW_CONFIDENCE', ...warning })))
})
