import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { ImageFile, LIMITS, PdfDocument } from '../src/bytes/index.ts'
import type { Engine, RecognisedWord } from '../src/pages/engine.ts'
import { createEngine, readPages } from '../src/pages/index.ts'
import { whatIsMissing } from '../src/pages/installed.ts'
import type { KehoachError } from '../src/schema/error.ts'
import { encodeTcvn3 } from '../src/vietnamese/legacy.ts'
import { fold } from '../src/vietnamese/letters.ts'
import { type TestPage, writePdf } from './pdf-file.ts'

/** Recognises nothing but what it is told, and counts how often it was asked. */
class Told implements Engine {
  readonly name = 'told'
  asked = 0
  words: RecognisedWord[]
  constructor(words: RecognisedWord[] = []) {
    this.words = words
  }
  async recognise(): Promise<RecognisedWord[]> {
    this.asked++
    return structuredClone(this.words)
  }
  async close() {}
}

const BODY = [
  'Thực hiện chương trình công tác năm của huyện, xã Tân Lập xây dựng',
  'kế hoạch trồng cây đầu xuân, với những nội dung cụ thể như sau:',
  'Mỗi thôn trồng ít nhất một trăm cây dọc hai bên đường, giao cho',
  'đoàn thanh niên chăm sóc và báo cáo kết quả về văn phòng.',
]
const page = (lines: string[], more: Partial<TestPage> = {}): TestPage => ({
  text: lines.map((line, i) => ({ x: 72, y: 120 + i * 24, line })),
  ...more,
})
const scan = { width: 400, height: 566, channels: 1 as const, data: new Uint8Array(400 * 566).fill(255) }
const read = async (pages: TestPage[], engine = new Told()) => ({ ...(await readPages(writePdf(pages), { engine })), asked: engine.asked })
const textOf = (pages: Awaited<ReturnType<typeof read>>['pages']) => pages.flatMap((each) => each.lines.map((line) => line.text))

describe('text layers', () => {
  it('takes printed Vietnamese as it is, with boxes', async () => {
    const { pages, asked, rejectedLayers } = await read([page(BODY)])
    expect(textOf(pages)).toEqual(BODY)
    expect([asked, rejectedLayers, pages[0]?.origin]).toEqual([0, [], 'text-layer'])
    const box = pages[0]?.lines[0]?.words[0]?.word.box
    expect(box?.x).toBeCloseTo((72 / 72) * 300, -1)
    expect(box?.y).toBeLessThan((120 / 72) * 300)
  })
  it('decodes a layer in a legacy font', async () => {
    const { pages, asked } = await read([page(BODY.map(encodeTcvn3))])
    expect([textOf(pages), asked]).toEqual([BODY, 0])
  })
  it.each([
    [
      'another language',
      [
        'The quick brown fox jumps over the lazy dog',
        'while all the others sleep under the old tree',
        'and nobody seems to notice what is going on',
      ],
    ],
    ['letters without their marks', BODY.map((line) => line.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'))],
    ['garble', BODY.map((line) => line.replace(/[ươấầậếềệốồộ]/gu, '~').replace(/[aiou]/g, '¢'))],
    ['private letters of a font', BODY.map((line) => line.replace(/[aeiou]/g, '\ue012'))],
  ])('refuses %s, and says so', async (_, lines) => {
    const { asked, rejectedLayers, pages } = await read([page(lines)])
    expect([asked > 0, rejectedLayers, pages[0]?.origin]).toEqual([true, [1], 'scan'])
  })
  it('refuses a layer that covers little of the scan under it', async () => {
    const data = new Uint8Array(1654 * 2339).fill(255)
    for (let row = 0; row < 30; row++) {
      for (let i = 0; i < 40; i++)
        for (let y = 0; y < 20; y++) data.fill(0, (300 + row * 60 + y) * 1654 + 200 + i * 30, (300 + row * 60 + y) * 1654 + 216 + i * 30)
    }
    const { asked, rejectedLayers } = await read([page(BODY, { image: { width: 1654, height: 2339, channels: 1, data } })])
    expect([asked > 0, rejectedLayers]).toEqual([true, [1]])
  })
  it('takes the stamp of an electronic signature for no layer', async () => {
    const stamp = ['Ký bởi: Ủy ban nhân dân xã Tân Lập', 'Cơ quan: Tỉnh Hòa Bình', 'Thời gian ký: 05.03.2021 08:15:22 +07:00']
    const { asked, rejectedLayers, pages } = await read([page(stamp, { image: scan })])
    expect([asked > 0, rejectedLayers, pages[0]?.origin, textOf(pages)]).toEqual([true, [], 'scan', []])
  })
  it('judges page by page', async () => {
    const { pages, asked } = await read([page(BODY), { image: scan }, page(BODY)])
    expect([pages.map((each) => each.origin), asked]).toEqual([['text-layer', 'scan', 'text-layer'], 1])
  })
  it('puts a number laid over a scan in the place of what was recognised there', async () => {
    const word = (text: string, x: number, width: number) => ({
      text,
      box: { x, y: 108 * (300 / 72), width, height: 50 },
      confidence: 0.9,
      line: 1,
    })
    const engine = new Told([word('Số:', 250, 60), word('ZOB4', 330, 80), word('/KH-UBND', 440, 200)])
    const overlay = { image: scan, text: [{ x: 80, y: 120, line: '2084' }] }
    expect(textOf((await read([overlay], engine)).pages)).toEqual(['Số: 2084 /KH-UBND'])
    const asNote = { image: scan, notes: [{ x: 80, y: 120, line: '2084' }] }
    expect(textOf((await read([asNote], engine)).pages)).toEqual(['Số: 2084 /KH-UBND'])
  })
})

describe('other engines', () => {
  const words: [string, number, number][] = [
    ['KẾ', 700, 300],
    ['HOẠCH', 760, 300],
    ['Số', 200, 200],
    ['12', 250, 200],
  ]
  const hocr = `<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><div class='ocr_page' title='image "a.png"; bbox 0 0 1654 2339; scan_res 200 200'>
${words.map(([text, x, y], i) => `<span class='ocr_line' title="bbox ${x} ${y} ${x + 50} ${y + 30}"><span class='ocrx_word' id='w${i}' title='bbox ${x} ${y} ${x + 50} ${y + 30}; x_wconf 91'><strong>${text}</strong></span></span>`).join('\n')}</div></body></html>`
  const alto = `<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description>
<Layout><Page WIDTH="1654" HEIGHT="2339"><PrintSpace>${words.map(([text, x, y]) => `<TextLine><String CONTENT="${text}" HPOS="${x}" VPOS="${y}" WIDTH="50" HEIGHT="30" WC="0.91"/></TextLine>`).join('')}</PrintSpace></Page></Layout></alto>`
  it.each([
    ['hOCR', hocr, 200],
    ['ALTO', alto, null],
  ])('reads %s with its boxes', async (_, file, dpi) => {
    const { pages } = await readPages(new TextEncoder().encode(file), { engine: new Told() })
    expect(pages).toMatchObject([{ width: 1654, height: 2339, dpi }])
    expect(pages[0]?.lines.map((line) => line.text)).toEqual(['Số 12', 'KẾ HOẠCH'])
    expect(pages[0]?.lines[1]?.words[0]?.word).toMatchObject({ box: { x: 700, y: 300, width: 50, height: 30 }, confidence: 0.91 })
  })
  it('refuses a file without a word', async () => {
    const empty = new TextEncoder().encode(hocr.replace(/<span[\s\S]*<\/span>/, ''))
    await expect(readPages(empty, { engine: new Told() })).rejects.toMatchObject({ code: 'EMPTY_INPUT' })
  })
})

describe('limits', () => {
  const bytes = writePdf([{ image: scan }, { image: scan }])
  it('stops between pages when asked', async () => {
    const stop = new AbortController()
    const reading = readPages(bytes, { engine: new Told(), signal: stop.signal, onPage: () => stop.abort() })
    await expect(reading).rejects.toMatchObject({ code: 'ABORTED' })
  })
  it('tells of every page', async () => {
    const seen: unknown[] = []
    await readPages(bytes, { engine: new Told(), onPage: (done) => seen.push(done) })
    expect(seen).toEqual([
      { page: 1, pageCount: 2 },
      { page: 2, pageCount: 2 },
    ])
  })
  it.each([
    ['plain text', new TextEncoder().encode('KẾ HOẠCH'), {}, 'UNSUPPORTED_FORMAT'],
    ['too many bytes', bytes, { limits: { bytes: 100 } }, 'TOO_LARGE'],
    ['too many pages', bytes, { limits: { pages: 1 } }, 'TOO_LARGE'],
    ['an engine that does not exist', bytes, { engine: 'abbyy' as 'tesseract' }, 'INVALID_ARGUMENT'],
  ])('refuses %s', async (_, input, options, code) => {
    await expect(readPages(input, { engine: new Told(), ...options })).rejects.toMatchObject({ code })
  })
})

describe('recognition', () => {
  const engine = createEngine()
  afterAll(() => engine.close())
  const province = readFileSync('fixtures/scans/province.pdf')

  it('reads a degraded scan, its letterhead in two columns, and drops no file', { timeout: 120_000 }, async () => {
    const before = readdirSync('.')
    const { pages } = await readPages(province, { engine })
    const lines = pages[0]?.lines.map((line) => line.text) ?? []
    const truth = readFileSync('fixtures/truth/province.txt', 'utf8').split('\n')
    expect(lines.slice(0, 2).map(fold)).toEqual(truth.slice(0, 2).map(fold))
    expect(lines.filter((line) => truth.includes(line)).length).toBeGreaterThan(lines.length * 0.6)
    for (const { word, start, end } of pages[0]?.lines.flatMap((line) => line.words.map((each) => ({ ...each, line }))) ?? []) {
      expect(word.box.x + word.box.width).toBeLessThanOrEqual((pages[0]?.width ?? 0) + 2)
      expect(end - start).toBe(word.text.length)
    }
    expect(readdirSync('.')).toEqual(before)
  })
  it('ends a page at its time limit, and works on', { timeout: 120_000 }, async () => {
    const document = await PdfDocument.open(province, LIMITS)
    await document.close()
    await expect(readPages(province, { engine, pageTimeoutMs: 1 })).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect((await engine.recognise({ width: 80, height: 40, data: new Uint8Array(3200).fill(255) }, { dpi: 300 })).length).toBe(0)
  })
  it('closed in the middle of a page, that page fails and the next one is read', { timeout: 120_000 }, async () => {
    const other = createEngine('tesseract.js')
    const blank = { width: 80, height: 40, data: new Uint8Array(3200).fill(255) }
    await other.recognise(blank, { dpi: 300 })
    // The parameters are set already, so that each turn of the loop closes at another moment of preparing the image.
    for (let turns = 0; turns < 8; turns++) {
      const page = other.recognise(blank, { dpi: 300 }).then(String, (error: KehoachError) => error.code)
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      await other.close()
      expect(await page).toBe('ABORTED')
      expect(await other.recognise(blank, { dpi: 300 })).toEqual([])
    }
    await other.close()
  })

  it.skipIf(whatIsMissing() !== null)('reads the same with an installed tesseract', { timeout: 120_000 }, async () => {
    const native = createEngine('tesseract')
    const { pages } = await readPages(readFileSync('fixtures/scans/ward.tif'), { engine: native })
    expect(pages).toHaveLength(2)
    const truth = readFileSync('fixtures/truth/ward.txt', 'utf8')
    const lines = pages.flatMap((each) => each.lines.map((line) => line.text))
    expect(lines.filter((line) => truth.includes(line)).length).toBeGreaterThan(lines.length * 0.5)
  })
  it.skipIf(whatIsMissing() !== null)(
    'keeps an installed tesseract open, and starts another after a time limit',
    { timeout: 120_000 },
    async () => {
      const native = createEngine('tesseract')
      const images = await ImageFile.open(readFileSync('fixtures/scans/ward.tif'), LIMITS)
      const { width, height, data } = await images.page(1)
      const image = { width, height, data }
      const first = await native.recognise(image, { dpi: 200 })
      expect(first.length).toBeGreaterThan(20)
      expect(await native.recognise(image, { dpi: 200 })).toEqual(first)
      expect((await native.recognise(image, { dpi: 200, segmentation: 'block' })).length).toBeGreaterThan(20)
      await expect(native.recognise(image, { dpi: 200, timeoutMs: 1 })).rejects.toMatchObject({ code: 'TIMEOUT' })
      await expect(native.recognise(image, { dpi: 200, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' })
      expect(await native.recognise(image, { dpi: 200 })).toEqual(first)
      await native.close()
      expect(await native.recognise(image, { dpi: 200 })).toEqual(first)
      await native.close()
    },
  )
  it('says what to do where no tesseract is installed', async () => {
    const { TesseractNative } = await import('../src/pages/tesseract-native.ts')
    const missing = new TesseractNative('tesseract-that-is-not-there').recognise(
      { width: 1, height: 1, data: new Uint8Array(1) },
      { dpi: 300 },
    )
    await expect(missing).rejects.toSatisfy((error: KehoachError) => error.code === 'OCR_FAILED' && /install/.test(error.message))
  })
})
