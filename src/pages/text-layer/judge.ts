import { bottom, centreX, centreY, right } from '../../schema/box.ts'
import type { Box } from '../../schema/geometry.ts'
import { fold, stripMarks } from '../../vietnamese/letters.ts'
import { isSyllable } from '../../vietnamese/syllable.ts'
import type { RecognisedWord } from '../engine.ts'

/** Lines that a signing program puts on the page: who signed, when, with what. */
const SIGNATURE =
  /^\P{L}{0,40}(?:(?:nguoi )?ky (?:boi|ngay|so|ten|tai)|thoi gian ky|ngay ky|(?:co quan|to chuc|chuc vu|email|don vi) ?:|signed? (?:by|date)|signature|digitally|date ?:|reason ?:|location ?:|[\d.:/]{1,9} ?\+ ?07:?00)/u

/** The words of a layer without the lines of an electronic signature, and those words apart. */
export function partSignature(words: readonly RecognisedWord[]): { words: RecognisedWord[]; signature: RecognisedWord[] } {
  const lines = new Map<number, RecognisedWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const rest: RecognisedWord[] = []
  const signature: RecognisedWord[] = []
  let open = 0
  for (const line of lines.values()) {
    const starts = SIGNATURE.test(fold(line.map((word) => word.text).join(' ')))
    // A long name wraps: the next line or two of the same small block still belong to the stamp.
    open = starts ? 2 : signature.length > 0 && touches(signature, line) ? open - 1 : 0
    ;(starts || open > 0 ? signature : rest).push(...line)
  }
  return { words: rest, signature }
}

function touches(signature: readonly RecognisedWord[], line: readonly RecognisedWord[]): boolean {
  const [last, first] = [signature.at(-1) as RecognisedWord, line[0] as RecognisedWord]
  return first.box.y < bottom(last.box) + last.box.height * 0.6 && first.box.y > last.box.y && line.length < 8
}

export interface LayerQuality {
  letters: number
  /** Of the words of letters only, those spelt as Vietnamese syllables. */
  syllables: number
  /** Of those, the ones with a mark: about seven in ten of any Vietnamese text. */
  marked: number
  /** Of all characters, those that no font could name. */
  unknown: number
}

/** How much a layer looks like Vietnamese. */
export function layerQuality(words: readonly RecognisedWord[]): LayerQuality {
  let [letters, plain, syllables, marked, unknown, total] = [0, 0, 0, 0, 0, 0]
  for (const { text } of words) {
    total += text.length
    unknown += text.replace(/[^\ufffd\ue000-\uf8ff]/gu, '').length
    letters += text.replace(/\P{L}/gu, '').length
    for (const part of text.split(/[^\p{L}\p{M}]+/u)) {
      // Abbreviations (`UBND`, `NĐ-CP`) tell nothing.
      if (part.length === 0 || (part.length > 1 && part === part.toUpperCase() && part === stripMarks(part))) continue
      plain++
      if (isSyllable(part.toLowerCase())) syllables++
      if (stripMarks(part) !== part) marked++
    }
  }
  return { letters, syllables: syllables / Math.max(1, plain), marked: marked / Math.max(1, plain), unknown: unknown / Math.max(1, total) }
}

/** Fewer letters than this are stamps and overlays on a page, not its text. */
export const LEAST_LETTERS = 80

/** Whether the words read as printed Vietnamese. A layer over a scan is another engine's reading, and must be nearly flawless. */
export function isVietnamese(quality: LayerQuality, overScan: boolean): boolean {
  return quality.unknown < 0.01 && quality.syllables >= (overScan ? 0.96 : 0.85) && quality.marked >= 0.4
}

/** The share of the page's ink in the size of letters that lies under the layer's words. */
export function coverage(ink: readonly Box[], words: readonly RecognisedWord[], dpi: number): number {
  const letters = ink.filter((part) => part.height > dpi * 0.05 && part.height < dpi * 0.3 && part.width < dpi)
  if (letters.length === 0) return 1
  const slack = dpi * 0.02
  const covered = letters.filter((part) => {
    const [x, y] = [centreX(part), centreY(part)]
    return words.some(({ box }) => x > box.x - slack && x < right(box) + slack && y > box.y - slack && y < bottom(box) + slack)
  })
  return covered.length / letters.length
}
