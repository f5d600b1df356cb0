import { right, unite } from '../schema/box.ts'
import { fold } from '../vietnamese/letters.ts'
import type { RecognisedWord } from './engine.ts'
import type { RegionReader } from './region-reader.ts'

/** A Roman numeral before a heading, with what narrow strokes close together are read as: `LH.` for `II.`, `VIHI-` for `VIII-`. */
const NUMERAL = /^[IVXHLTl|]{1,6}[.,)]?[-–]?$/u
const WELL_FORMED = /^X{0,3}(?:IX|IV|V?I{0,3})[.,)]?[-–]?$/u
const lettersOf = (text: string) => text.replace(/\P{L}/gu, '').length
/** Words read along with the numeral, so that the recogniser sees its line. */
const BESIDE = 2
/** More headings than this are on no page: what looks like them is something else. */
const MOST = 12

/**
 * Numerals at the start of lines, read once more enlarged: at 200 dots an inch II, III and VIII run together, and a heading's number is
 * what the outline hangs on. Taken where the closer look agrees on the word that follows and loses no letter.
 */
export async function rereadNumerals(words: readonly RecognisedWord[], height: number, reader: RegionReader): Promise<RecognisedWord[]> {
  const lines = new Map<number, RecognisedWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const heads = [...lines.values()].map((line) => [...line].sort((a, b) => a.box.x - b.box.x).slice(0, BESIDE + 1))
  const doubtful = heads.filter(([first, next]) => first !== undefined && next !== undefined && NUMERAL.test(first.text))
  const mended = new Map<RecognisedWord, RecognisedWord>()
  for (const head of doubtful.slice(0, MOST)) {
    const [first, next] = head as [RecognisedWord, RecognisedWord]
    const { x, y, width, height: tall } = unite(head.map((word) => word.box))
    const margin = height * 0.3
    const region = { x: x - margin, y: y - margin / 2, width: width + 2 * margin, height: tall + margin }
    const [numeral, after] = (await reader.closer(region, 'line', [])).sort((a, b) => a.box.x - b.box.x)
    if (numeral === undefined || after === undefined || fold(after.text) !== fold(next.text)) continue
    if (!WELL_FORMED.test(numeral.text) || lettersOf(numeral.text) < lettersOf(first.text)) continue
    if (right(numeral.box) < next.box.x + margin) mended.set(first, { ...numeral, line: first.line })
  }
  return words.map((word) => mended.get(word) ?? word)
}
