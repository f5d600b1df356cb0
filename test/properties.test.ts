import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KehoachError, parsePlan, readPlan } from '../src/index.ts'
import { createEngine, type Engine } from '../src/pages/index.ts'
import { checkPlan } from './invariants.ts'

// CI repeats one seed, so that a failure there is of the change; every other run looks further.
const seed = Number(process.env.SEED ?? (process.env.CI ? 20240327 : Date.now() % 0x7fffffff))
console.log(`properties: seed ${seed} (SEED=${seed} npx vitest run test/properties.test.ts repeats it)`)

const texts = ['department', 'province', 'ward', 'party', 'school'].map((name) => readFileSync(`fixtures/truth/${name}.txt`, 'utf8'))
const garbled = ['department.eng', 'party.eng', 'school.bare'].map((name) => readFileSync(`fixtures/texts/${name}.txt`, 'utf8'))

const WORDS =
  'Số: /KH-UBND 61/2018/NĐ-CP QĐ- SXD KẾ HOẠCH Kế hoạch I. II. IV. 1. 1.2. a) đ) - + | ngày 29/02/2023 tháng 13 năm 2024 quý III Căn cứ của UBND tỉnh chủ trì phối hợp với Nơi nhận: Lưu: VT. TM. KT. GIÁM ĐỐC ./. PHỤ LỤC STT Chỉ số PAR INDEX (DDCI) trước ngày hằng quý 0 \n \n\n \f ( ) ; , … “ ” S& 14 |. I11. ¿'.split(
    ' ',
  )
const soup = fc.array(fc.constantFrom(...WORDS, '\n', '\n', '\n'), { maxLength: 120 }).map((words) => words.join(' '))

/** A piece of a real layout with letters struck out, doubled and put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts, ...garbled),
    fc.nat(),
    fc.nat({ max: 900 }),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 3 })), { maxLength: 20 }),
  )
  .map(([text, from, length, changes]) => {
    const start = from % text.length
    let piece = text.slice(start, start + length)
    for (const [at, cut, put] of changes) {
      const place = at % (piece.length + 1)
      piece = piece.slice(0, place) + put + piece.slice(place + cut)
    }
    return piece
  })

/** A Plan that keeps its promises, or an error of ours. */
function survives(make: () => ReturnType<typeof parsePlan>): void {
  try {
    checkPlan(make())
  } catch (error) {
    if (!(error instanceof KehoachError)) throw error
  }
}

describe('any string', () => {
  it.each([
    ['of any letters', fc.string({ unit: 'binary', maxLength: 300 }), 700],
    ['of words of plans', soup, 700],
    ['cut from plans and spoilt', mutated, 700],
  ])(
    '%s gives a valid Plan or a KehoachError',
    (_, strings, numRuns) => {
      fc.assert(
        fc.property(strings, (text) => survives(() => parsePlan(text))),
        { seed, numRuns },
      )
    },
    240_000,
  )

  it('gives the same Plan with CRLF, a byte-order mark or decomposed letters', () => {
    fc.assert(
      fc.property(mutated, (piece) => {
        const text = `${piece.replace(/[\r\v\u0085\u2028\u2029\ufeff]/gu, '')}.`.normalize('NFC')
        const { source: _, ...plan } = parsePlan(text)
        for (const other of [text.replace(/\n/gu, '\r\n'), `\ufeff${text}`, text.normalize('NFD')]) {
          const { source: __, ...same } = parsePlan(other)
          expect(same).toEqual(plan)
        }
      }),
      { seed, numRuns: 60 },
    )
  }, 120_000)
})

describe('damaged files', () => {
  let engine: Engine
  let originals: Buffer[] = []

  beforeAll(async () => {
    engine = createEngine()
    const page = sharp('fixtures/scans/party.png').extract({ left: 300, top: 150, width: 220, height: 60 })
    const image = await page.png().toBuffer()
    originals = [
      image,
      await sharp(image).jpeg().toBuffer(),
      await sharp(image).tiff().toBuffer(),
      await sharp(image).webp().toBuffer(),
      readFileSync('fixtures/truth/school.txt'),
    ]
  })
  afterAll(() => engine.close())

  // Doubles of fast-check crowd at zero; a share of a file is drawn as a whole number instead.
  const share = fc.nat({ max: 9_999 }).map((part) => part / 10_000)
  const damage = fc.record({
    cut: fc.option(share, { freq: 1 }),
    flips: fc.array(fc.tuple(share, fc.integer({ min: 1, max: 255 })), { maxLength: 12 }),
    zeros: fc.option(fc.tuple(share, fc.nat({ max: 64 })), { freq: 1 }),
  })

  function spoil(
    original: Uint8Array,
    { cut, flips, zeros }: { cut: number | null; flips: [number, number][]; zeros: [number, number] | null },
  ): Uint8Array {
    const bytes = new Uint8Array(original.slice(0, cut === null ? original.length : Math.floor(original.length * cut)))
    // Squared, so that more of the damage falls on the heads, where formats keep what breaks readers.
    for (const [at, mask] of flips) {
      const place = Math.floor(at * at * bytes.length)
      if (place < bytes.length) bytes[place] = (bytes[place] as number) ^ mask
    }
    if (zeros) bytes.fill(0, Math.floor(zeros[0] * bytes.length), Math.floor(zeros[0] * bytes.length) + zeros[1])
    return bytes
  }

  async function survivesBytes(bytes: Uint8Array): Promise<void> {
    try {
      checkPlan(await readPlan(bytes, { engine }))
    } catch (error) {
      if (!(error instanceof KehoachError)) throw error
    }
  }

  it('images and texts give a valid Plan or a KehoachError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: originals.length - 1 }), damage, (which, how) =>
        survivesBytes(spoil(originals[which] as Buffer, how)),
      ),
      { seed, numRuns: 360, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
    )
  }, 300_000)

  it('PDFs give a valid Plan or a KehoachError', async () => {
    const pdf = tinyPdf()
    await expect(readPlan(pdf, { engine })).resolves.toMatchObject({ source: { mediaType: 'application/pdf' } })
    await fc.assert(
      fc.asyncProperty(damage, (how) => survivesBytes(spoil(pdf, how))),
      { seed, numRuns: 160, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
    )
  }, 300_000)

  it('bytes of no format give a KehoachError or the text they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => survivesBytes(bytes)),
      { seed, numRuns: 200 },
    )
  }, 60_000)
})

/** One small page with a line of text, and a table of what is where, as ISO 32000-1 wants it. */
function tinyPdf(): Uint8Array {
  const content = 'BT /F1 12 Tf 10 20 Td (Ke hoach 12/KH-UBND nam 2024) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 50] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ]
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = pdf.length
  pdf += `xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  pdf += `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(pdf)
}
