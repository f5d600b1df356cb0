// `npm run bench:hostile`: 310 damaged and hostile files in one batch. Each must end within its limit with a code that fits it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { ErrorCode, ManifestRecord } from '../../src/index.ts'
import { bomb, contentBomb, deepNest, endlessTree, flipBits, generator, hugePage, hugePng, noPage } from '../../test/hostile.ts'

const LIMIT = 60
const MEMORY = 1024
const random = generator(4)
const below = (limit: number) => Math.floor(random() * limit)

/** Files by kind, and the codes that fit it; `read` where damage may leave the file whole enough. */
const kinds: Record<string, { codes: (ErrorCode | 'read')[]; files: [extension: string, bytes: Buffer][] }> = {}
const sources = await smallScans()
const encrypted = await Promise.all(
  (['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const).map((pdfVersion) =>
    printPdf((page) => page.text('x'), { userPassword: 'x', pdfVersion }),
  ),
)
const dots = await Promise.all([1, 3].map((channels) => dottedPng(8_900, channels as 1 | 3)))
const pick = () => sources[below(sources.length)] as [string, Buffer]
const make = (kind: string, codes: (ErrorCode | 'read')[], count: number, file: (i: number) => [string, Buffer]) => {
  kinds[kind] = { codes, files: Array.from({ length: count }, (_, i) => file(i)) }
}

make('cut', ['CORRUPT_INPUT', 'EMPTY_INPUT', 'UNSUPPORTED_FORMAT', 'read'], 70, () => {
  const [extension, bytes] = pick()
  return [extension, bytes.subarray(0, 1 + below(bytes.length - 1))]
})
make('bits flipped', ['CORRUPT_INPUT', 'EMPTY_INPUT', 'UNSUPPORTED_FORMAT', 'TOO_LARGE', 'ENCRYPTED_INPUT', 'read'], 80, (i) => {
  const [extension, bytes] = pick()
  return [extension, flipBits(bytes, 1 + below(200), i)]
})
make('zero-length', ['EMPTY_INPUT'], 10, (i) => [['pdf', 'png', 'tif', 'txt', 'jpg'][i % 5] as string, Buffer.alloc(0)])
make('scan under a wrong extension', ['read'], 20, () => [['txt', 'docx', 'bin', 'pdf'][below(4)] as string, pick()[1]])
make('another format under a scan’s extension', ['UNSUPPORTED_FORMAT'], 20, (i) => {
  const head = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', 'Rar!', 'GIF89a', '{\\rtf1 '][i % 5] as string
  return ['pdf', Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(4_000)])]
})
make('noise', ['UNSUPPORTED_FORMAT', 'CORRUPT_INPUT'], 20, () => ['tif', randomBytes(1 + below(20_000))])
make('huge page', ['TOO_LARGE'], 15, (i) => ['pdf', hugePage(100_000 + i * 200_000)])
make('page of no size', ['EMPTY_INPUT', 'CORRUPT_INPUT'], 5, () => ['pdf', noPage()])
make('deep nest', ['CORRUPT_INPUT', 'EMPTY_INPUT'], 15, (i) => ['pdf', deepNest(1_000 * 2 ** (i % 10))])
make('endless page tree', ['CORRUPT_INPUT', 'EMPTY_INPUT', 'TOO_LARGE'], 5, () => ['pdf', endlessTree()])
make('image bomb', ['TOO_LARGE'], 10, (i) => ['pdf', bomb(400 + i * 100)])
make('content bomb', ['TOO_LARGE', 'TIMEOUT', 'CORRUPT_INPUT', 'EMPTY_INPUT'], 10, (i) => ['pdf', contentBomb(50 + i * 100)])
make('PNG bomb', ['TOO_LARGE'], 10, (i) => ['png', hugePng(10_000 * (i + 1))])
make('megabytes of one letter', ['EMPTY_INPUT', 'TOO_LARGE', 'read'], 5, (i) => ['txt', Buffer.alloc(2_000_000, ' aI.\n'[i])])
make('page of the most pixels', ['EMPTY_INPUT', 'TOO_LARGE'], 5, (i) => ['png', dots[i % dots.length] as Buffer])
make('OCR file without end', ['CORRUPT_INPUT', 'TOO_LARGE'], 5, (i) => ['html', endlessOcr(i)])
make('encrypted', ['ENCRYPTED_INPUT'], 5, (i) => ['pdf', encrypted[i % encrypted.length] as Buffer])

const work = '.cache/bench-hostile'
const [folder, out] = [join(work, 'in'), join(work, 'out')]
rmSync(work, { recursive: true, force: true })
const expected = new Map<string, string>()
for (const [kind, { files }] of Object.entries(kinds)) {
  mkdirSync(join(folder, kind), { recursive: true })
  for (const [i, [extension, bytes]] of files.entries()) {
    const path = join(folder, kind, `${String(i).padStart(3, '0')}.${extension}`)
    writeFileSync(path, bytes)
    expected.set(path, kind)
  }
}

// As a user runs it, so that the table's memory is not that of the making of these files.
const limits = ['--jobs', '2', '--timeout', String(LIMIT), '--page-timeout', '20', '--memory', String(MEMORY)]
spawnSync(process.execPath, ['dist/cli.js', 'batch', folder, '--out', out, ...limits], { stdio: 'inherit' })
const lines = readFileSync(join(out, 'manifest.ndjson'), 'utf8').split('\n')
const records: ManifestRecord[] = lines.filter((line) => line !== '').map((line) => JSON.parse(line))

console.log('| kind | files | ended as | longest, s | wrong |')
console.log('|---|---|---|---|---|')
let wrong = expected.size - records.length
for (const [kind, { codes, files }] of Object.entries(kinds)) {
  const own = records.filter((record) => expected.get(record.input) === kind)
  const ends = new Map<string, number>()
  for (const record of own) ends.set(record.error ?? 'read', (ends.get(record.error ?? 'read') ?? 0) + 1)
  const bad = own.filter((record) => !codes.includes(record.error ?? 'read') || record.seconds > LIMIT + 15)
  wrong += bad.length
  const longest = Math.max(...own.map((record) => record.seconds)).toFixed(1)
  console.log(
    `| ${kind} | ${files.length} | ${[...ends].map(([code, count]) => `${code} ${count}`).join(', ')} | ${longest} | ${bad.length} |`,
  )
  for (const record of bad) console.log(`wrong: ${record.input}: ${record.error} ${record.message} ${record.seconds} s`)
}
console.log(`\n${expected.size} files, ${wrong} wrong or missing`)
process.exitCode = wrong === 0 ? 0 : 1

/** The head of a printed page in every format that is read: small, so that what can still be read is read soon. */
async function smallScans(): Promise<[string, Buffer][]> {
  const image = sharp('fixtures/scans/party.png')
  const { width } = await image.metadata()
  const cut = await image
    .extract({ left: 0, top: 0, width, height: Math.round(width / 3) })
    .png()
    .toBuffer()
  const jpeg = await sharp(cut).jpeg().toBuffer()
  return [
    ['png', cut],
    ['jpg', jpeg],
    ['webp', await sharp(cut).webp().toBuffer()],
    ['tif', await sharp(cut).tiff({ compression: 'lzw' }).toBuffer()],
    ['pdf', await printPdf((document) => document.image(jpeg, 0, 0, { width: 595 }))],
  ]
}

async function printPdf(draw: (document: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: [595, 198], margin: 0, ...options })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** A page of the most pixels that are taken, full of dots as a screened photograph is. */
async function dottedPng(side: number, channels: 1 | 3): Promise<Buffer> {
  const data = Buffer.alloc(side * side * channels, 255)
  for (let at = 0; at < side * side; at++)
    if ((at >> 3) & 1 && (Math.floor(at / side) >> 3) & 1) data.fill(0, at * channels, (at + 1) * channels)
  return await sharp(data, { raw: { width: side, height: side, channels } })
    .png()
    .toBuffer()
}

/** hOCR and ALTO whose elements, or words, have no end. */
function endlessOcr(i: number): Buffer {
  const word = '<span class="ocrx_word" title="bbox 10 10 60 30">a</span>'
  const texts = [
    `<html class="ocr_page">${'<div>'.repeat(500_000)}`,
    `<alto>${'<Layout>'.repeat(500_000)}`,
    `<html><div class="ocr_page" title="bbox 0 0 99 99">${word.repeat(400_000)}`,
  ]
  return Buffer.from(texts[i % texts.length] as string)
}

function randomBytes(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, () => below(256)))
}
