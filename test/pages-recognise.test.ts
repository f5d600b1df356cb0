import { describe, expect, it } from 'vitest'
import type { CleanPage } from '../src/pages/clean/index.ts'
import type { Engine, RecognisedWord } from '../src/pages/engine.ts'
import { recognisePage } from '../src/pages/recognise.ts'

const PAPER = { width: 1000, height: 1000, data: new Uint8Array(1_000_000).fill(255) }
const BLANK: CleanPage = {
  image: PAPER,
  plain: PAPER,
  scale: 1,
  skew: 0,
  turns: 0,
  factor: 1,
  width: 1000,
  height: 1000,
  dpi: 200,
  rules: { horizontal: [], vertical: [] },
  stamps: [],
  ink: [],
}
const word = (text: string, x: number, y: number, line: number, confidence = 0.95): RecognisedWord => ({
  text,
  box: { x, y, width: text.length * 14, height: 28 },
  confidence,
  line,
})
const BODY = [0, 1, 2, 3].flatMap((row) =>
  ['Các', 'đơn', 'vị', 'thực', 'hiện'].map((text, i) => word(text, 100 + i * 100, 100 + row * 45, row)),
)

/** Reads the page as `BODY`, and a part of it as `read` says by its height. */
const engineOf = (read: (height: number, segmentation: string) => RecognisedWord[]): Engine => ({
  name: 'by height',
  recognise: async (image, { segmentation = 'page' }) => (segmentation === 'page' ? BODY : read(image.height, segmentation)),
  close: async () => undefined,
})

describe('a second look', () => {
  const ink = [0, 1, 2, 3].map((i) => ({ x: 600 + i * 30, y: 500, width: 20, height: 46 }))

  it('reads lines printed into one another band by band', async () => {
    let bands = 0
    const engine = engineOf((_, segmentation) => {
      if (segmentation === 'block') return [word('4ÁÓ', 10, 10, 0, 0.1)]
      bands++
      return bands === 3 ? [word("'PHÓ", 10, 10, 0), word('GIÁM', 80, 10, 0)] : [word('ÉC', 10, 10, 0, 0.2)]
    })
    const words = await recognisePage({ ...BLANK, ink }, engine, {})
    expect(words.slice(BODY.length).map(({ text }) => text)).toEqual(['PHÓ', 'GIÁM'])
  })

  it('leaves a scrawl unread that no band makes sense of', async () => {
    const words = await recognisePage(
      { ...BLANK, ink },
      engineOf(() => [word('w~', 10, 10, 0, 0.25)]),
      {},
    )
    expect(words).toHaveLength(BODY.length)
  })

  it('does not take a part in bands that reads well as a whole', async () => {
    let looks = 0
    const engine = engineOf(() => {
      looks++
      return [word('CHỦ', 10, 10, 0), word('TỊCH', 90, 10, 0)]
    })
    await recognisePage({ ...BLANK, ink }, engine, {})
    expect(looks).toBe(1)
  })
})

describe('numerals before headings', () => {
  const heading = (numeral: string) => [word(numeral, 100, 100, 0, 0.5), word('NỘI', 160, 100, 0), word('DUNG', 220, 100, 0)]
  const read = async (page: string, closer: string, after = 'NỘI') => {
    const engine: Engine = {
      name: 'numerals',
      recognise: async (_, { segmentation }) =>
        segmentation === 'page' ? heading(page) : [word(closer, 10, 10, 0), word(after, 130, 10, 0), word('DUNG', 220, 10, 0)],
      close: async () => undefined,
    }
    return (await recognisePage({ ...BLANK, dpi: 200 }, engine, {}))[0]?.text
  }

  it('are taken from a closer look', async () => {
    expect(await read('LH.', 'II.')).toBe('II.')
    expect(await read('I.', 'II.')).toBe('II.')
    expect(await read('VIHI-', 'VIII-')).toBe('VIII-')
  })
  it('stay where the closer look is none, loses a letter or disagrees about the line', async () => {
    expect(await read('II.', 'IL')).toBe('II.')
    expect(await read('HIL', 'II.')).toBe('HIL')
    expect(await read('LH.', 'II.', 'MỤC')).toBe('LH.')
  })
})
