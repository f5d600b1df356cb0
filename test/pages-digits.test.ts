import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { CleanPage } from '../src/pages/clean/index.ts'
import { likeliest, likelihood } from '../src/pages/digits/ctc.ts'
import { readFilled } from '../src/pages/digits/index.ts'
import { numberInName } from '../src/pages/digits/name.ts'
import { SIGNS } from '../src/pages/digits/network.ts'
import { readDigits } from '../src/pages/digits/read.ts'
import type { ReadLine } from '../src/pages/reading.ts'

const FOLDER = 'fixtures/digits'
/** Pixels for one of the network's: an em of 36 pixels, as print of 13 points has at 200 dots an inch. */
const SCALE = 2.4
const EM = 36
const BASE = 300
const FROM = 100 + (1.33 - 0.55) * EM
const SLASH = FROM + 96 * SCALE - 0.55 * EM
const END = SLASH + (0.28 + 3.666) * EM

/** A strip of the fixtures, enlarged to 200 dots an inch. */
async function strip(file: string) {
  const size = { width: Math.round(96 * SCALE), height: Math.round(32 * SCALE) }
  const data = await sharp(`${FOLDER}/${file}`)
    .toColourspace('b-w')
    .resize({ ...size, fit: 'fill' })
    .raw()
    .toBuffer()
  return { ...size, data: new Uint8Array(data) }
}

/** A page with that strip between `Số:` and `/KH-SYT`; blank without one. */
async function page(file?: string): Promise<CleanPage> {
  const image = { width: 800, height: 600, data: new Uint8Array(800 * 600).fill(255) }
  if (file !== undefined) {
    const { width, height, data } = await strip(file)
    const [left, top] = [Math.round(FROM), Math.round(BASE - 22 * SCALE)]
    for (let y = 0; y < height; y++) image.data.set(data.subarray(y * width, (y + 1) * width), (top + y) * 800 + left)
  }
  const capitals = [0, 1, 2, 3, 4].map((i) => ({ x: END - 20 - i * 26, y: BASE - 24, width: 18, height: 24 }))
  const rest = { skew: 0, turns: 0 as const, factor: 1, dpi: 200, rules: { horizontal: [], vertical: [] }, stamps: [] }
  return { image, plain: image, scale: 1, width: 800, height: 600, ...rest, ink: capitals }
}

/** The line as the recogniser of print saw it: `hand` hangs on the label. */
function line(hand: string, confidence: number): ReadLine {
  const text = `Số:${hand} /KH-SYT`
  const first = { text: `Số:${hand}`, box: { x: 100, y: 270, width: SLASH - 110, height: 40 }, confidence }
  const last = { text: '/KH-SYT', box: { x: SLASH, y: 272, width: END - SLASH, height: 32 }, confidence: 0.95 }
  const words = [
    { word: first, start: 0, end: first.text.length },
    { word: last, start: first.text.length + 1, end: text.length },
  ]
  return { text, words, box: null, confidence }
}
const read = async (file: string | undefined, hand: string, confidence: number, name?: string) => {
  const [first] = readFilled([line(hand, confidence)], await page(file), name)
  return first as ReadLine
}

describe('the network', () => {
  it.each(readdirSync(FOLDER))('reads %s, in a hand that it was not trained on', async (file) => {
    const image = await strip(file)
    const [best] = readDigits(image, { from: 0, to: image.width, base: 22 * SCALE, em: EM })
    expect(best?.digits).toBe(basename(file, '.png'))
    expect(best?.confidence).toBeGreaterThan(0.5)
  })
  it('sees nothing on white paper', () => {
    const blank = { width: 200, height: 77, data: new Uint8Array(200 * 77).fill(255) }
    expect(readDigits(blank, { from: 0, to: 200, base: 53, em: EM })).toEqual([])
  })
})

describe('strings of digits', () => {
  const SHARES = [0.02, 0.4, 0.1, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.34]
  const rows = Float32Array.from({ length: 3 * SIGNS }, (_, i) => Math.log(SHARES[(i + 2 * Math.floor(i / SIGNS)) % SIGNS] as number))
  const all = ['', ...Array.from({ length: 10 }, (_, i) => `${i}`), ...Array.from({ length: 100 }, (_, i) => `${i}`.padStart(2, '0'))]
  all.push(...Array.from({ length: 1000 }, (_, i) => `${i}`.padStart(3, '0')))
  it('share all likelihood among them', () => {
    const sum = all.reduce((total, digits) => total + Math.exp(likelihood(rows, digits)), 0)
    expect(sum).toBeCloseTo(1, 5)
  })
  it('come the likeliest first', () => {
    const [best] = [...all].sort((a, b) => likelihood(rows, b) - likelihood(rows, a))
    expect(likeliest(rows, 40)[0]).toBe(best)
  })
})

describe('the number in a file name', () => {
  it.each([
    ['behind the symbol’s letters', '1942_kh_syt.pdf', 'KH-SYT', '1942'],
    ['with a year and other words', 'Ke hoach 12-2024-KH-UBND (ban ky).pdf', 'KH-UBND', '12'],
    ['not of another symbol', '1942_kh_syt.pdf', 'KH-UBND', null],
    ['not a scanner’s counter', 'scan_0042.pdf', 'KH-SYT', null],
    ['not a number too long', '20240115_kh_syt.pdf', 'KH-SYT', null],
    ['not where the symbol is one word', '12_kh.pdf', 'KH', null],
  ])('%s', (_, name, symbol, number) => {
    expect(numberInName(name, symbol)).toBe(number)
  })
})

describe('a number that a hand wrote', () => {
  it('takes the place of what was read as print, in the text, the words and the boxes', async () => {
    const filled = await read('7557.png', '{5.5?', 0.4)
    expect(filled.text).toBe('Số:7557 /KH-SYT')
    expect(filled.words.map(({ start, end }) => filled.text.slice(start, end))).toEqual(filled.words.map(({ word }) => word.text))
    expect(filled.words.map(({ word }) => word.handwritten)).toEqual([undefined, 'read', undefined])
    const [label, hand] = filled.words.map(({ word }) => word.box)
    expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual((hand?.x ?? 0) + 1)
  })
  it('is read against a print reading that the ink contradicts', async () => {
    expect((await read('2005.png', '352', 0.8)).text).toBe('Số:2005 /KH-SYT')
  })
  it('is filled in where the recogniser of print saw nothing', async () => {
    expect((await read('7557.png', '', 0.4)).text).toBe('Số: 7557/KH-SYT')
  })
  it('mends the label that it ran into', async () => {
    const { text, words, ...rest } = line('{5', 0.4)
    const spoilt = words.map((entry, i) => ({ ...entry, word: { ...entry.word, text: i === 0 ? 'Sóz{5' : entry.word.text } }))
    const [filled] = readFilled([{ ...rest, text: text.replace('Số:', 'Sóz'), words: spoilt }], await page('7557.png'))
    expect(filled?.text).toBe('Số:7557 /KH-SYT')
  })
  it('is doubtful where the network is not sure', async () => {
    const worn = await page('7557.png')
    // Every other row and column lost: strokes fall to dust.
    worn.image.data.forEach((_, i) => {
      if (i % 5 < 3 || Math.floor(i / 800) % 5 < 3) worn.image.data[i] = 255
    })
    const [filled] = readFilled([line('w~', 0.3)], worn)
    expect(filled?.text).toBe('Số:w~ /KH-SYT')
    expect(filled?.words.map(({ word }) => word.handwritten)).toEqual(['doubtful', undefined])
  })
  it('is taken from the file’s name where the page does not contradict', async () => {
    const blurred = await read('7557.png', '755', 0.3, '7557_kh_syt.pdf')
    expect(blurred.text).toBe('Số:7557 /KH-SYT')
    const other = await read('7557.png', '{5.5?', 0.3, '1942_kh_syt.pdf')
    expect(other.text).toBe('Số:7557 /KH-SYT')
  })
  it('is not taken from the file’s name where the page is blank', async () => {
    const filled = await read(undefined, '', 0.9, '1942_kh_syt.pdf')
    expect(filled.text).toBe('Số: /KH-SYT')
  })
})
