import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageReading } from '../src/pages/reading.ts'
import type { Edit } from '../src/schema/index.ts'
import { assemble } from '../src/text/assemble.ts'
import { normaliseCharacters } from '../src/text/characters.ts'
import { restorePages, toRaw, toRestored } from '../src/text/edits.ts'
import { normalisePage } from '../src/text/page.ts'
import { readPlainText } from '../src/text/plain.ts'

describe('normaliseCharacters', () => {
  it.each([
    ['capital eth is read for Đ', 'Q\u00d0-UBND', 'QĐ-UBND'],
    ['leaves clean text alone', 'Kế hoạch số 1/KH-UBND\n', 'Kế hoạch số 1/KH-UBND\n'],
    ['composes letters and marks', 'Kế hoạch'.normalize('NFD'), 'Kế hoạch'],
    ['turns CRLF and CR to LF', 'a\r\nb\rc', 'a\nb\nc'],
    ['drops the byte-order mark', '\ufeffSố', 'Số'],
    ['drops soft hyphens and zero-width letters', 'tuyên\u00ad truyền\u200b', 'tuyên truyền'],
    ['turns control characters to spaces', 'a\u0000b\u001bc', 'a b c'],
    ['keeps form feeds and tabs', 'a\fb\tc', 'a\fb\tc'],
    ['mends half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['keeps a whole surrogate pair', 'a\u{1f4c4}b', 'a\u{1f4c4}b'],
    ['takes the separators of Unicode for line ends', 'a\u2028b\u0085c\vd', 'a\nb\nc\nd'],
  ])('%s', (_, text, expected) => {
    expect(normaliseCharacters(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseCharacters(text)
        expect(normaliseCharacters(once)).toBe(once)
      }),
    )
  })
})

describe('plain text', () => {
  it('becomes pages at form feeds, and the same text again', () => {
    const text = 'KẾ HOẠCH\n\n1. Mục đích\n\fPHỤ LỤC\n'
    const assembled = assemble(readPlainText(text))
    expect(assembled.text).toBe(text)
    expect(assembled.pages.map((page) => text.slice(page.span.start, page.span.end))).toEqual(['KẾ HOẠCH\n\n1. Mục đích\n', 'PHỤ LỤC\n'])
    expect(assembled.pages[0]?.lines.map((line) => text.slice(line.span.start, line.span.end))).toEqual(['KẾ HOẠCH', '1. Mục đích'])
  })

  it('opens no page after the last form feed', () => {
    expect(readPlainText('a\n\f')).toHaveLength(1)
    expect(readPlainText('')).toHaveLength(1)
  })
})

const box = (x: number) => ({ x, y: 10, width: 20, height: 8 })
const scanned = (text: string): PageReading => {
  const words = [...text.matchAll(/\S+/gu)].map((match, i) => ({
    word: { text: match[0], box: box(i * 30), confidence: 0.9 },
    start: match.index,
    end: match.index + match[0].length,
  }))
  return { number: 1, width: 100, height: 50, dpi: 200, origin: 'scan', lines: [{ text, words, box: box(0), confidence: 0.9 }] }
}

describe('recognised pages', () => {
  it('keep the place of every word', () => {
    const { text, pages } = assemble([scanned('Số: 12/KH-UBND'), scanned('trang hai')])
    expect(text).toBe('Số: 12/KH-UBND\n\ftrang hai')
    const words = pages.flatMap((page) => page.lines.flatMap((line) => line.words))
    expect(words.map((word) => text.slice(word.span.start, word.span.end))).toEqual(['Số:', '12/KH-UBND', 'trang', 'hai'])
  })

  it('keep it also where their letters are composed', () => {
    const { text, pages } = assemble([normalisePage(scanned('Kế\u00ad hoạch năm'.normalize('NFD')))])
    expect(text).toBe('Kế hoạch năm')
    expect(pages[0]?.lines[0]?.words.map((word) => text.slice(word.span.start, word.span.end))).toEqual(['Kế', 'hoạch', 'năm'])
  })
})

/** A raw text and edits of it: pieces kept and pieces replaced. */
const edited = fc
  .array(
    fc.tuple(
      fc.string({ maxLength: 6 }),
      fc.option(fc.tuple(fc.string({ minLength: 1, maxLength: 5 }), fc.string({ maxLength: 5 }))),
      fc.nat(),
    ),
  )
  .map((pieces) => {
    let raw = ''
    let text = ''
    const edits: Edit[] = []
    for (const [kept, replaced] of pieces) {
      raw += kept
      text += kept
      if (!replaced) continue
      edits.push({
        rawSpan: { start: raw.length, end: raw.length + replaced[0].length },
        span: { start: text.length, end: text.length + replaced[1].length },
        confidence: 1,
      })
      raw += replaced[0]
      text += replaced[1]
    }
    return { raw, text, edits }
  })

describe('the map through edits', () => {
  it('is monotone, stays inside, and leads home from kept text', () => {
    fc.assert(
      fc.property(edited, ({ raw, text, edits }) => {
        let last = 0
        for (let at = 0; at <= text.length; at++) {
          const { start, end } = toRaw(edits, { start: at, end: at })
          expect(start).toBeLessThanOrEqual(raw.length)
          expect(end).toBeLessThanOrEqual(raw.length)
          expect(start).toBeGreaterThanOrEqual(last)
          last = start
        }
        for (let at = 0; at < raw.length; at++) {
          if (edits.some(({ rawSpan }) => at >= rawSpan.start && at < rawSpan.end)) continue
          const there = toRestored(edits, { start: at, end: at + 1 })
          expect(text.slice(there.start, there.end)).toContain(raw.charAt(at))
          const home = toRaw(edits, there)
          expect(home.start).toBeLessThanOrEqual(at)
          expect(home.end).toBeGreaterThanOrEqual(at + 1)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('takes in the whole of an edit that a span touches', () => {
    // Kế hoạch ← Ke hoach
    const edits = [
      { rawSpan: { start: 0, end: 2 }, span: { start: 0, end: 2 }, confidence: 1 },
      { rawSpan: { start: 3, end: 8 }, span: { start: 3, end: 7 }, confidence: 1 },
    ]
    expect(toRaw(edits, { start: 4, end: 5 })).toEqual({ start: 3, end: 8 })
    expect(toRaw(edits, { start: 0, end: 2 })).toEqual({ start: 0, end: 2 })
    expect(toRaw(edits, { start: 7, end: 9 })).toEqual({ start: 8, end: 10 })
  })

  it('drops lines and words that restoration emptied', () => {
    const { pages } = assemble([scanned('~ Số')])
    const [page] = restorePages(pages, [{ rawSpan: { start: 0, end: 2 }, span: { start: 0, end: 0 }, confidence: 1 }])
    expect(page?.lines[0]?.words.map((word) => word.span)).toEqual([{ start: 0, end: 2 }])
  })
})
