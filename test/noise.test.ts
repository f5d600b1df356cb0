import { describe, expect, test } from 'vitest'
import { alignLines, alignTokens } from '../training/noise/align.ts'
import { peel } from '../training/noise/count.ts'
import { DIALECTS } from '../training/noise/dialects.ts'
import { createRandom } from '../training/noise/random.ts'
import { fnv1a32, isHeldOutLine, isHeldOutPlan } from '../training/split.ts'

const pairsOf = (lines: string[], truth: string): string[] =>
  alignTokens(lines, truth.split(' ')).map((pair) => `${pair.raw}→${pair.truth}`)

describe('held-out split', () => {
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('FNV-1a of %j', (text, hash) => expect(fnv1a32(text)).toBe(hash))

  test('a line stands on one side however it is spaced or composed', () => {
    for (let i = 0; i < 500; i++) {
      const line = `Điều ${i}. Hiệu lực thi hành`
      expect(isHeldOutLine(`  ${line.normalize('NFD')}\r`)).toBe(isHeldOutLine(line))
    }
  })

  test('about one line in 50 and one plan in 10', () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => i)
    const lines = numbers.filter((i) => isHeldOutLine(`Khoản ${i}`)).length
    const plans = numbers.filter((i) => isHeldOutPlan(`${i}.txt`)).length
    expect(lines / 20_000).toBeCloseTo(1 / 50, 2)
    expect(plans / 20_000).toBeCloseTo(1 / 10, 1)
  })
})

describe('alignment', () => {
  test.each([
    ['one for one', ['Ké hoach nim'], 'Kế hoạch năm', ['Ké→Kế', 'hoach→hoạch', 'nim→năm']],
    ['a split', ['Ké ho ach nim'], 'Kế hoạch năm', ['Ké→Kế', 'ho ach→hoạch', 'nim→năm']],
    ['a merge', ['Khoach nim'], 'Kế hoạch năm', ['Khoach→Kế hoạch', 'nim→năm']],
    ['junk', ['Ké ~ hoach'], 'Kế hoạch', ['Ké→Kế', '~→', 'hoach→hoạch']],
    ['a word lost', ['Ké nim'], 'Kế hoạch năm', ['Ké→Kế', '→hoạch', 'nim→năm']],
  ])('%s', (_name, lines, truth, pairs) => expect(pairsOf(lines, truth)).toEqual(pairs))

  test('a number broken at its hyphen by the line end is parted there', () => {
    const lines = ['Ké hoach sb 96/KH-', 'SXD vé tuyén truyén']
    const pairs = alignTokens(lines, 'Kế hoạch số 96/KH-SXD về tuyên truyền'.split(' '))
    expect(alignLines(lines, pairs).map((line) => line.truth)).toEqual(['Kế hoạch số 96/KH-', 'SXD về tuyên truyền'])
  })

  test('a line that says nothing of the print is left out', () => {
    const lines = ['Ké hoach tuyén truyén', 'xxxx qqqq zzzz']
    const pairs = alignTokens(lines, 'Kế hoạch tuyên truyền'.split(' '))
    expect(alignLines(lines, pairs)).toEqual([{ raw: 'Ké hoach tuyén truyén', truth: 'Kế hoạch tuyên truyền' }])
  })
})

test.each([
  ['(hién),', '(hiện),', 'hién', 'hiện'],
  ['hién.', 'hiện,', 'hién', 'hiện'],
  ['S&', 'Sở', 'S&', 'Sở'],
  ['phi)', 'phủ', 'phi)', 'phủ'],
  ['-', '-', '-', '-'],
])('peel %s / %s', (raw, truth, a, b) => expect(peel(raw, truth)).toEqual([a, b]))

test('chance is the same for the same seed, and even', () => {
  const draw = (seed: number): number[] => Array.from({ length: 2000 }, createRandom(seed).next)
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).reduce((sum, x) => sum + x, 0) / 2000).toBeCloseTo(0.5, 1)
})

test.each([
  ['stripped', 'Kế hoạch', 'Ke hoach'],
  ['toneless', 'Kế hoạch đường', 'Kê hoach đương'],
  ['tcvn3', 'kế hoạch được', 'kÕ ho¹ch ®\u00adîc'],
  ['softless', 'được', '®îc'],
  ['vni', 'kế hoạch', 'keá hoaïch'],
] as const)('dialect %s', (name, text, written) => expect(DIALECTS[name](text)).toBe(written))
