import { bottom, right } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import type { CleanPage } from './clean/index.ts'
import type { Engine, RecognisedWord } from './engine.ts'
import { textHeight } from './layout/chunk.ts'
import { cellsOf, findTables, type Table } from './layout/tables.ts'
import { isTrusted, missedRegions } from './missed.ts'
import { rereadNumerals } from './numerals.ts'
import { type Limits, overlaps, RegionReader } from './region-reader.ts'

/** A second look that is less sure than this saw no print. */
const DOUBTFUL = 0.3
/** Heights of a line: a band of a region, and how far the next one stands below it. */
const BAND = 1.35
const STEP = 0.25

/** The words of a cleaned page, with boxes in pixels of the (straightened) page. */
export async function recognisePage(page: CleanPage, engine: Engine, limits: Limits): Promise<RecognisedWord[]> {
  const reader = new RegionReader(page, engine, limits)
  const words = await readAll(page, reader)
  return reader.seesMore ? rereadNumerals(words, textHeight(words), reader) : words
}

async function readAll(page: CleanPage, reader: RegionReader): Promise<RecognisedWord[]> {
  const tables = findTables(page.rules, page.dpi)
  const words = await reader.page(tables.map((table) => table.box))
  for (const table of tables) words.push(...(await readTable(table, page, reader)))
  const height = textHeight(words)
  const regions = missedRegions(page.ink, words, height)
  if (regions.length === 0) return words
  const trusted = words.filter((word) => isTrusted(word, height))
  const hidden = trusted.map((word) => word.box)
  let doubted = words.filter((word) => !isTrusted(word, height))
  for (const region of regions) {
    const before = doubted.filter((word) => overlaps(region, word.box))
    const again = await reader.closer(region, region.height > height * 1.8 ? 'block' : 'line', hidden)
    const looks = [again]
    let found = sure(again)
    if (isTall(region, height) && !isConvincing(found, height)) {
      const bands = await readBands(region, height, reader, hidden)
      looks.push(...bands.map((band) => band.words))
      const banded = chooseBands(bands, height)
      if (weight(banded, height) > weight(found, height)) found = banded
    }
    if (found.length === 0 && region.y < page.height * UPPER) found = numberLine(looks, height)
    if (weight(found, height) < weight(before, height)) continue
    trusted.push(...found)
    doubted = doubted.filter((word) => !before.includes(word))
  }
  return [...trusted, ...doubted]
}

/** A few lines high: a stamped title set over the printed one, or a line that a pen runs through. */
const isTall = (region: Box, height: number) => region.height > height * 1.5 && region.height < height * 6
const CONVINCING = 0.6
const letters = (words: readonly RecognisedWord[]) => words.reduce((sum, { text }) => sum + text.length, 0)

const isConvincing = (words: readonly RecognisedWord[], height: number) =>
  letters(words) > 0 && weight(words, height) >= CONVINCING * letters(words)

/** What is left of the line above at the top of a word. */
const CUT_OFF = /^['"“”‘’`´]+(?=\p{L})/u

const sure = (words: readonly RecognisedWord[]) => words.filter((word) => word.confidence >= DOUBTFUL)

interface Band {
  y: number
  words: RecognisedWord[]
}

/** Lines printed into one another, band by band: cut at the right height, the one on top loses little more than marks. */
async function readBands(region: Box, height: number, reader: RegionReader, hidden: readonly Box[]): Promise<Band[]> {
  const bands: Band[] = []
  for (let y = region.y; y + height * BAND < bottom(region) + height * STEP; y += height * STEP) {
    bands.push({ y, words: await reader.closer({ ...region, y, height: height * BAND }, 'line', hidden) })
  }
  return bands
}

/** The words of the most convincing bands that do not overlap. */
function chooseBands(bands: readonly Band[], height: number): RecognisedWord[] {
  const good = bands
    .map(({ y, words }) => ({ y, words: sure(words).map((word) => ({ ...word, text: word.text.replace(CUT_OFF, '') })) }))
    .filter(({ words }) => letters(words) >= 4 && isConvincing(words, height))
    .sort((a, b) => weight(b.words, height) - weight(a.words, height))
  const taken: Band[] = []
  for (const band of good) if (taken.every((other) => Math.abs(other.y - band.y) >= height * 0.9)) taken.push(band)
  return taken.flatMap((band) => band.words)
}

/** A document's symbol, on its own or with the number before it: `/KH-UBND`, `-KH/TU`. */
const SYMBOL = /\/\p{Lu}{2,4}[-–]\p{Lu}|[-–]\p{Lu}{2,3}\/\p{Lu}/u
/** Part of the page's height over which the letterhead stands. */
const UPPER = 0.35

/** The look that is surest of the line of a hand-written number, whose symbol is print; the hand makes the whole line doubtful. */
function numberLine(looks: readonly RecognisedWord[][], height: number): RecognisedWord[] {
  const named = looks.filter((words) => words.some((word) => SYMBOL.test(word.text)))
  const worth = (words: readonly RecognisedWord[]) => weight(words, height) / Math.max(1, letters(words))
  return named.sort((a, b) => worth(b) - worth(a))[0] ?? []
}

/** How much of a reading is to be believed: letters times confidence, of words that are one line high. */
function weight(words: readonly RecognisedWord[], height: number): number {
  return words.reduce((sum, { text, confidence, box }) => sum + (box.height > height * 1.75 ? 0 : text.length * confidence), 0)
}

/** A table column by column: page segmentation takes a grid for pictures, while a column is a plain block of lines. */
async function readTable(table: Table, page: CleanPage, reader: RegionReader): Promise<RecognisedWord[]> {
  const cells = cellsOf(table)
  const columns = new Map<string, Box[]>()
  for (const { box } of cells) {
    const key = `${box.x} ${right(box)}`
    columns.set(key, [...(columns.get(key) ?? []), box])
  }
  const words: RecognisedWord[] = []
  for (const boxes of columns.values()) {
    const inked = boxes.filter((box) => page.ink.some((part) => part.height > page.dpi * 0.04 && inside(box, part)))
    if (inked.length === 0) continue
    const [top, low] = [Math.min(...inked.map((box) => box.y)), Math.max(...inked.map(bottom))]
    const { x, width } = inked[0] as Box
    const others = cells.map((cell) => cell.box).filter((box) => !boxes.includes(box))
    words.push(...(await reader.part({ x, y: top, width, height: low - top }, 'block', others)))
  }
  return words
}

const inside = (box: Box, part: Box) =>
  part.x + part.width / 2 > box.x &&
  part.x + part.width / 2 < right(box) &&
  part.y + part.height / 2 > box.y &&
  part.y + part.height / 2 < bottom(box)
