import { describe, expect, it } from 'vitest'
import { LIMITS } from '../src/bytes/index.ts'
import { readOcrFile } from '../src/pages/formats/index.ts'

const word = '<span class="ocr_line" title="bbox 10 10 60 30"><span class="ocrx_word" title="bbox 10 10 60 30">kế</span></span>'
const hocr = (inner: string) => `<html><div class="ocr_page" title="bbox 0 0 100 100">${inner}</div></html>`
const alto = (inner: string) => `<alto><Layout><Page WIDTH="100" HEIGHT="100">${inner}</Page></Layout></alto>`
const string = '<String CONTENT="kế" HPOS="10" VPOS="10" WIDTH="50" HEIGHT="20"/>'

describe('files of other engines', () => {
  it.each([
    ['hOCR nested without end', 'text/vnd.hocr+html', `<html>${'<div>'.repeat(300_000)}`, 'CORRUPT_INPUT'],
    ['ALTO nested without end', 'application/alto+xml', `<alto>${'<Layout>'.repeat(300_000)}`, 'CORRUPT_INPUT'],
    ['hOCR of more words than a page holds', 'text/vnd.hocr+html', hocr(word.repeat(300_000)), 'TOO_LARGE'],
    ['ALTO of more words than a page holds', 'application/alto+xml', alto(string.repeat(300_000)), 'TOO_LARGE'],
    ['ALTO of entities in entities', 'application/alto+xml', `<!DOCTYPE a [<!ENTITY a "&b;&b;">]>${alto('&a;')}`, 'EMPTY_INPUT'],
  ] as const)('are refused at once: %s', (_, mediaType, text, code) => {
    const started = performance.now()
    expect(() => readOcrFile(new TextEncoder().encode(text), mediaType, LIMITS)).toThrow(expect.objectContaining({ code }))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
  it.each([
    ['hOCR', 'text/vnd.hocr+html', hocr(`${'<div><br>'.repeat(100)}${word}${'</div>'.repeat(100)}${word.replaceAll('10 10', '10 70')}`)],
    [
      'ALTO',
      'application/alto+xml',
      alto(`<TextLine>${string}</TextLine><TextLine>${string.replace('VPOS="10"', 'VPOS="70"')}</TextLine>`),
    ],
  ] as const)('give the words of elements in elements: %s', (_, mediaType, text) => {
    const [page] = readOcrFile(new TextEncoder().encode(text), mediaType, LIMITS)
    expect(page?.lines.flatMap((line) => line.words.map((found) => found.word.text))).toEqual(['kế', 'kế'])
  })
})
