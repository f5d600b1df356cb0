import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Raster } from '../src/bytes/index.ts'
import { cleanPage } from '../src/pages/clean/index.ts'
import { findTurns, type Turns, turnBox, turnRaster } from '../src/pages/clean/orientation.ts'
import { turnBack } from '../src/pages/place.ts'
import type { Box } from '../src/schema/geometry.ts'

const DPI = 200

/** A white page of A5 size to draw on; `ink` is black unless a colour is given. */
class Sheet {
  readonly raster: Raster = { width: 1200, height: 1600, channels: 3, dpi: DPI, data: new Uint8Array(1200 * 1600 * 3).fill(255) }
  dot(x: number, y: number, ink: readonly number[] = [0, 0, 0]) {
    this.raster.data.set(ink, (Math.round(y) * this.raster.width + Math.round(x)) * 3)
  }
  box({ x, y, width, height }: Box, ink?: number[]) {
    for (let dy = 0; dy < height; dy++) for (let dx = 0; dx < width; dx++) this.dot(x + dx, y + dy, ink)
    return this
  }
  ring(x: number, y: number, radius: number, ink?: number[]) {
    for (let angle = 0; angle < 360; angle += 0.2) {
      for (let r = radius - 3; r <= radius; r++)
        this.dot(x + r * Math.cos((angle * Math.PI) / 180), y + r * Math.sin((angle * Math.PI) / 180), ink)
    }
    return this
  }
  /** Rows of blocks in the size of letters, each third with a mark over it, each ninth with a dot under it. */
  print(rows: number, lean = 0) {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < 40; i++) {
        const [x, y] = [120 + i * 24, 120 + row * 60 + i * 24 * lean]
        this.box({ x, y, width: 16, height: 20 })
        if (i % 3 === 0) this.box({ x: x + 4, y: y - 8, width: 8, height: 4 })
        if (i % 9 === 0) this.box({ x: x + 5, y: y + 24, width: 5, height: 4 })
      }
    }
    return this
  }
  dark(box: Box): number {
    let count = 0
    for (let y = box.y; y < box.y + box.height; y++)
      for (let x = box.x; x < box.x + box.width; x++) if ((this.raster.data[(y * 1200 + x) * 3] as number) < 128) count++
    return count
  }
}

const darkIn = (page: Awaited<ReturnType<typeof cleanPage>>, box: Box): number => {
  let count = 0
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) if ((page.image.data[y * page.image.width + x] as number) < 128) count++
  }
  return count
}
const clean = (sheet: Sheet) => cleanPage(sheet.raster, { enlarge: false })

describe('stamps', () => {
  it('takes a black ring and what is in it off the page', async () => {
    const sheet = new Sheet().print(5).ring(700, 900, 140).box({ x: 690, y: 890, width: 20, height: 25 })
    const page = await clean(sheet)
    expect(page.stamps).toHaveLength(1)
    expect(Math.hypot((page.stamps[0]?.x ?? 0) - 700, (page.stamps[0]?.y ?? 0) - 900)).toBeLessThan(12)
    expect(darkIn(page, { x: 540, y: 740, width: 320, height: 320 })).toBe(0)
  })
  it('keeps print that runs on under the ring', async () => {
    const row = Array.from({ length: 40 }, (_, i) => ({ x: 120 + i * 24, y: 900, width: 16, height: 20 }))
    const sheet = new Sheet().print(5)
    for (const box of row) sheet.box(box)
    // The ring itself crosses between letters, so that none hangs on it.
    const page = await clean(sheet.ring(700, 880, 125))
    const kept = row.filter((box) => darkIn(page, box) > 250).length
    expect(kept).toBeGreaterThanOrEqual(36)
  })
  it('keeps the letter of a name that touches the ring, but not the signature that crosses it', async () => {
    const sheet = new Sheet().print(5).ring(400, 900, 140)
    // The first block of the name hangs on the ring's edge; a stroke at another height runs through it.
    for (let i = 0; i < 6; i++) sheet.box({ x: 537 + i * 24, y: 905, width: 16, height: 22 })
    sheet.box({ x: 330, y: 850, width: 330, height: 4 })
    const page = await clean(sheet)
    expect(page.stamps).toHaveLength(1)
    expect(darkIn(page, { x: 540, y: 905, width: 14, height: 22 })).toBeGreaterThan(0)
    expect(darkIn(page, { x: 250, y: 750, width: 280, height: 300 })).toBe(0)
    expect(darkIn(page, { x: 560, y: 845, width: 110, height: 12 })).toBe(0)
  })

  it('bleaches a red ring off black print, and keeps a red name', async () => {
    const red = [214, 40, 52]
    const sheet = new Sheet().print(5).box({ x: 640, y: 1000, width: 60, height: 22 }).ring(700, 900, 140, red)
    for (let i = 0; i < 6; i++) sheet.box({ x: 900 + i * 26, y: 1090, width: 16, height: 24 }, red)
    const page = await clean(sheet)
    expect(page.stamps).toHaveLength(1)
    expect(darkIn(page, { x: 640, y: 1000, width: 60, height: 22 })).toBe(60 * 22)
    expect(darkIn(page, { x: 560, y: 760, width: 280, height: 120 })).toBe(0)
    expect(darkIn(page, { x: 900, y: 1090, width: 146, height: 24 })).toBeGreaterThan(6 * 16 * 20)
  })
  it('finds none on plain print', async () => {
    expect((await clean(new Sheet().print(20))).stamps).toEqual([])
  })
})

describe('ruling lines', () => {
  it('finds a grid, gaps and all, and erases it but not the print', async () => {
    const sheet = new Sheet()
    for (const y of [300, 400, 500]) sheet.box({ x: 150, y, width: 800, height: 3 })
    for (const x of [150, 350, 947]) sheet.box({ x, y: 300, width: 3, height: 203 })
    sheet.box({ x: 500, y: 300, width: 2, height: 3 }, [255, 255, 255]).box({ x: 400, y: 340, width: 16, height: 20 })
    const { rules, ...page } = await clean(sheet)
    expect(rules.horizontal.map((rule) => Math.round(rule.at / 100))).toEqual([3, 4, 5])
    expect(rules.vertical.map((rule) => Math.round(rule.at / 50))).toEqual([3, 7, 19])
    expect(darkIn({ ...page, rules }, { x: 140, y: 290, width: 830, height: 220 })).toBe(16 * 20)
  })
  it('takes rows of letters for no line', async () => {
    expect((await clean(new Sheet().print(20))).rules).toEqual({ horizontal: [], vertical: [] })
  })
})

describe('lean', () => {
  it.each([1.5, -1.5])('turns a page that leans by %s degrees', async (degrees) => {
    const page = await clean(new Sheet().print(15, Math.tan((degrees * Math.PI) / 180)))
    expect(page.skew).toBeCloseTo(degrees, 0)
  })
  it('leaves a straight page as it is', async () => {
    expect((await clean(new Sheet().print(15))).skew).toBe(0)
  })
})

describe('orientation', () => {
  const upright = new Sheet().print(15).raster
  it.each([0, 1, 2, 3] as Turns[])('sets a page upright that was turned %i times', async (turned) => {
    const page = await cleanPage(turnRaster(upright, turned), { enlarge: false })
    expect((page.turns + turned) % 4).toBe(0)
    expect([page.width, page.height]).toEqual([1200, 1600])
  })
  it('leaves a page with little print alone', () => {
    expect(findTurns([{ x: 1, y: 1, width: 16, height: 20 }], DPI)).toBe(0)
  })
  it('puts boxes back where they stand on the page as scanned', () => {
    const box = { x: 100, y: 200, width: 80, height: 30 }
    for (const turns of [0, 1, 2, 3] as Turns[]) {
      // Scanned 1600 × 1200 or 1200 × 1600, upright 1200 × 1600.
      const scanned = turns % 2 === 1 ? { width: 1600, height: 1200 } : { width: 1200, height: 1600 }
      const straight = turnBox(box, turns, scanned)
      const line = {
        text: 'Số',
        words: [{ word: { text: 'Số', box: straight, confidence: 1 }, start: 0, end: 2 }],
        box: straight,
        confidence: 1,
      }
      const size = turns % 2 === 1 ? { width: scanned.height, height: scanned.width } : scanned
      expect(turnBack([line], { factor: 1, skew: 0, turns, ...size })[0]?.box).toEqual(box)
    }
  })
})

describe('resolution', () => {
  it.each([
    [100, 300],
    [150, 300],
    [200, 200],
    [300, 300],
    [400, 300],
    [600, 300],
  ])('hands a page of %i dpi over at %i', async (dpi, handed) => {
    const { data, width, height } = new Sheet().print(10).raster
    const size = Math.round((width * dpi) / DPI)
    const { data: pixels, info } = await sharp(data, { raw: { width, height, channels: 3 } })
      .resize({ width: size })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const page = await cleanPage({ width: info.width, height: info.height, channels: 3, dpi, data: new Uint8Array(pixels) })
    expect(Math.abs(page.image.width - (width * handed) / DPI)).toBeLessThan(width * 0.02)
    expect(page.dpi * page.scale).toBeCloseTo(handed, 0)
  })
  it('guesses A4 where the file does not say', async () => {
    const page = await cleanPage({ width: 1654, height: 2339, channels: 1, dpi: null, data: new Uint8Array(1654 * 2339).fill(255) })
    expect(page.dpi).toBe(200)
  })
})
