import { unite } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import type { ReadLine } from './reading.ts'

/** Lines of a straightened page with their boxes where they stand on the page as it was scanned, in whole pixels. */
export function turnBack(lines: readonly ReadLine[], page: { skew: number; width: number; height: number }): ReadLine[] {
  return lines.map((line) => {
    const words = line.words.map((each) => ({ ...each, word: { ...each.word, box: turnBox(each.word.box, page) } }))
    return { ...line, words, box: words.length === 0 ? null : unite(words.map(({ word }) => word.box)) }
  })
}

function turnBox(box: Box, { skew, width, height }: { skew: number; width: number; height: number }): Box {
  const angle = (skew * Math.PI) / 180
  const [dx, dy] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2]
  // Turned about the page's centre; a word is short, so its own lean is left out.
  const x = dx * Math.cos(angle) - dy * Math.sin(angle) + width / 2 - box.width / 2
  const y = dx * Math.sin(angle) + dy * Math.cos(angle) + height / 2 - box.height / 2
  return { x: Math.round(x), y: Math.round(y), width: Math.round(box.width), height: Math.round(box.height) }
}
