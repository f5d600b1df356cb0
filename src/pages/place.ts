import { unite } from '../schema/box.ts'
import type { Box } from '../schema/geometry.ts'
import { type Turns, turnBox } from './clean/orientation.ts'
import type { ReadLine } from './reading.ts'

/** How a page was made straight: made smaller by `factor`, set upright by `turns`, turned back by `skew`; its size after that. */
export interface Placing {
  factor: number
  turns: Turns
  skew: number
  width: number
  height: number
}

/** Lines of a straightened page with their boxes where they stand on the page as it was scanned, in whole pixels. */
export function turnBack(lines: readonly ReadLine[], page: Placing): ReadLine[] {
  return lines.map((line) => {
    const words = line.words.map((each) => ({ ...each, word: { ...each.word, box: asScanned(each.word.box, page) } }))
    return { ...line, words, box: words.length === 0 ? null : unite(words.map(({ word }) => word.box)) }
  })
}

function asScanned(box: Box, page: Placing): Box {
  const back = ((4 - page.turns) % 4) as Turns
  const { x, y, width, height } = turnBox(lean(box, page), back, page)
  const [left, top] = [Math.round(x / page.factor), Math.round(y / page.factor)]
  return { x: left, y: top, width: Math.round((x + width) / page.factor) - left, height: Math.round((y + height) / page.factor) - top }
}

/** Turned about the page's centre; a word is short, so its own lean is left out. */
function lean(box: Box, { skew, width, height }: Placing): Box {
  const angle = (skew * Math.PI) / 180
  const [dx, dy] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2]
  const x = dx * Math.cos(angle) - dy * Math.sin(angle) + width / 2 - box.width / 2
  const y = dx * Math.sin(angle) + dy * Math.cos(angle) + height / 2 - box.height / 2
  return { ...box, x, y }
}
