import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeText, ImageFile, LIMITS, PdfDocument, sniff } from '../src/bytes/index.ts'
import { KehoachError } from '../src/schema/error.ts'
import { encodeTcvn3, encodeVni } from '../src/vietnamese/legacy.ts'
import { contentBomb } from './hostile.ts'
import { writePdf } from './pdf-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (error) {
    return error instanceof KehoachError ? error.code : `not a KehoachError: ${error}`
  }
  return 'no error'
}

describe('sniff', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.4\n'), 'application/pdf'],
    ['a PDF after a mail header', bytes(`${'x'.repeat(500)}\n%PDF-1.4`), 'application/pdf'],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a little-endian TIFF', new Uint8Array([0x49, 0x49, 0x2a, 0, 8]), 'image/tiff'],
    ['a big-endian TIFF', new Uint8Array([0x4d, 0x4d, 0, 0x2a, 0]), 'image/tiff'],
    ['a WebP', bytes('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '), 'image/webp'],
    ['ALTO', bytes('<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout/></alto>'), 'application/alto+xml'],
    ['hOCR', bytes('<!DOCTYPE html><html><body><div class="ocr_page"></div></body></html>'), 'text/vnd.hocr+html'],
    ['text', bytes('KẾ HOẠCH\nphòng chống lụt bão'), 'text/plain'],
    ['UTF-16 text with a mark', new Uint8Array([0xff, 0xfe, 0x4b, 0, 0xbe, 0x1e]), 'text/plain'],
    ['text that speaks of %PDF far down', bytes(`${'a '.repeat(900)}%PDF-`), 'text/plain'],
  ])('%s', (_, input, type) => {
    expect(sniff(input)).toBe(type)
  })
  it.each([
    ['no bytes', new Uint8Array(0), 'EMPTY_INPUT'],
    ['a Word file', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'UNSUPPORTED_FORMAT'],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'UNSUPPORTED_FORMAT'],
    ['noise', new Uint8Array(400).map((_, i) => (i * 7919) % 31), 'UNSUPPORTED_FORMAT'],
  ])('refuses %s', async (_, input, code) => {
    expect(await codeOf(() => sniff(input))).toBe(code)
  })
})

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytes('Độc lập')],
    ['UTF-8 with a mark', bytes('\ufeffĐộc lập')],
    ['UTF-16LE with a mark', new Uint8Array(Buffer.from('\ufeffĐộc lập', 'utf16le'))],
    ['UTF-16BE with a mark', new Uint8Array(Buffer.from('\ufeffĐộc lập', 'utf16le').swap16())],
    // Marks are letters of their own in this code page: đ, o with its roof, the dot below.
    ['windows-1258', new Uint8Array([0xd0, 0xf4, 0xf2, 0x63, 0x20, 0x6c, 0xe2, 0xf2, 0x70])],
  ])('%s', (_, input) => {
    expect(decodeText(input)).toBe('Độc lập')
  })
  const sentence = 'Căn cứ kế hoạch của huyện, xã Tân Lập tổ chức trồng cây đầu xuân ở các thôn bản trên địa bàn'
  it.each([
    ['TCVN3', encodeTcvn3],
    ['VNI', encodeVni],
  ])('%s, as bytes and as UTF-8 made of them', (_, encode) => {
    const typed = encode(sentence)
    expect(decodeText(bytes(typed))).toBe(sentence)
    expect(decodeText(new Uint8Array(Buffer.from(typed, 'latin1')))).toBe(sentence)
  })
  it('keeps UTF-8 with one broken byte', () => {
    expect(decodeText(new Uint8Array([...bytes('Kế hoạch của xã '), 0xff]))).toBe('Kế hoạch của xã \ufffd')
  })
})

describe('images', () => {
  const grey = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  it('gives the pixels and the resolution of each kind', async () => {
    for (const kind of ['png', 'jpeg', 'webp', 'tiff'] as const) {
      const file = await ImageFile.open(await grey(120, 80).withMetadata({ density: 200 }).toFormat(kind).toBuffer(), LIMITS)
      const page = await file.page(0)
      expect([kind, page.width, page.height, page.data.length]).toEqual([kind, 120, 80, 120 * 80 * page.channels])
    }
  })
  it('reads a TIFF of many pages in the fax compression of office scanners', async () => {
    const file = readFileSync('fixtures/scans/ward.tif')
    const image = await ImageFile.open(file, LIMITS)
    expect(image.pageCount).toBe(2)
    let directory = file.readUInt32LE(4)
    for (let index = 0; index < image.pageCount; index++) {
      const entries = Array.from({ length: file.readUInt16LE(directory) }, (_, n) => directory + 2 + 12 * n)
      const compression = entries.find((entry) => file.readUInt16LE(entry) === 259)
      // CCITT group 4 (TIFF 6.0, section 11).
      expect(file.readUInt16LE((compression ?? 0) + 8)).toBe(4)
      directory = file.readUInt32LE((entries.at(-1) ?? 0) + 12)
      const page = await image.page(index)
      const ink = page.data.filter((value) => value < 128).length / page.data.length
      expect([page.channels, page.dpi, page.width > 1600, ink > 0.005 && ink < 0.2]).toEqual([1, 200, true, true])
    }
    expect(directory).toBe(0)
  })

  it('turns a photograph as its EXIF says', async () => {
    const file = await ImageFile.open(await grey(120, 80).withMetadata({ orientation: 6 }).jpeg().toBuffer(), LIMITS)
    expect(await file.page(0)).toMatchObject({ width: 80, height: 120 })
  })
  it.each([
    ['a cut PNG', async () => (await grey(400, 400).png().toBuffer()).subarray(0, 60), 'CORRUPT_INPUT'],
    ['a JPEG that is none', async () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'CORRUPT_INPUT'],
    ['more pixels than allowed', async () => await grey(400, 400).png().toBuffer(), 'TOO_LARGE'],
  ])('refuses %s', async (_, make, code) => {
    expect(await codeOf(async () => (await ImageFile.open(await make(), { ...LIMITS, pixels: 100_000 })).page(0))).toBe(code)
  })
})

describe('PDF', () => {
  it('gives size, images and text with places', async () => {
    const document = await PdfDocument.open(writePdf([{ text: [{ x: 72, y: 100, line: 'Kế hoạch' }] }, {}]), LIMITS)
    const page = await document.describe(0)
    expect(document.pageCount).toBe(2)
    expect(page.chars.text.trim()).toBe('Kế hoạch')
    expect(page.chars.boxes[0]).toBeCloseTo(72, 0)
    expect(page.chars.boxes[1]).toBeGreaterThan(80)
    expect(page.chars.boxes[3]).toBeLessThan(110)
    const drawn = await document.render(1, { width: 100, height: 140, colour: false, dpi: 12 })
    expect(drawn.data.every((value) => value === 255)).toBe(true)
    await document.close()
  })
  it('reads what annotations say, and draws it', async () => {
    const document = await PdfDocument.open(writePdf([{ notes: [{ x: 100, y: 100, line: '2084' }] }]), LIMITS)
    expect((await document.describe(0)).chars.text.trim()).toBe('2084')
    await document.close()
  })
  it.each([
    ['a cut file', () => writePdf([{}]).subarray(0, 200), 'CORRUPT_INPUT'],
    ['a head alone', () => bytes('%PDF-1.7\n'), 'CORRUPT_INPUT'],
    ['a page of the size of a field', () => writePdf([{ width: 14_400, height: 14_400 }]), 'TOO_LARGE'],
  ])('refuses %s', async (_, make, code) => {
    const read = async () => {
      const document = await PdfDocument.open(make(), LIMITS)
      try {
        await document.render(0, { width: 60_000, height: 60_000, colour: false, dpi: 300 })
      } finally {
        await document.close()
      }
    }
    expect(await codeOf(read)).toBe(code)
  })
  it('refuses drawing orders that unpack to more than its memory holds', async () => {
    const document = await PdfDocument.open(contentBomb(60), LIMITS)
    expect(await codeOf(() => document.describe(0))).toBe('TOO_LARGE')
    await document.close()
  })
  it('refuses an encrypted file', async () => {
    const plain = Buffer.from(writePdf([{}])).toString('latin1')
    const key = '<0000000000000000000000000000000000000000000000000000000000000000>'
    const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<00> <00>]`
    const locked = Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R ${encryption}`), 'latin1')
    expect(await codeOf(() => PdfDocument.open(locked, LIMITS))).toBe('ENCRYPTED_INPUT')
  })
  it('reads on after a page that is not there', async () => {
    const document = await PdfDocument.open(writePdf([{}, {}]), LIMITS)
    expect(await codeOf(() => document.describe(7))).toBe('CORRUPT_INPUT')
    expect((await document.describe(1)).chars.text).toBe('')
    await document.close()
  })
  it('takes the same file from its fixtures', async () => {
    const document = await PdfDocument.open(readFileSync('fixtures/scans/province.pdf'), LIMITS)
    expect((await document.describe(0)).images).toHaveLength(1)
    await document.close()
  })
})
