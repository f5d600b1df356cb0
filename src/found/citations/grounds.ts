import type { Span } from '../../schema/geometry.ts'
import type { TextDocument } from '../document.ts'
import type { Frame } from '../frame.ts'

/** The grounds: from the title to the first heading, and any section whose heading calls itself so (`II. CĂN CỨ XÂY DỰNG KẾ HOẠCH`). */
export function groundsOf(document: TextDocument, frame: Frame): Span[] {
  const { lines } = document
  const at = (index: number): number => lines[index]?.start ?? document.text.length
  const grounds = [{ start: at(frame.body.from), end: at(frame.firstHeading) }]
  for (let i = frame.firstHeading; i < frame.body.to; i++) {
    const line = lines[i]
    if (line === undefined || line.end - line.start > 90 || !isGroundsHeading(document.folded.slice(line.start, line.end))) continue
    // Under a Roman number or a letter the grounds may be counted themselves: `I. CĂN CỨ`, `1. Luật …`.
    const next = OUTER.test(document.text.slice(line.start, line.end)) ? NEXT_OUTER : NEXT_HEADING
    let end = i + 1
    while (end < frame.body.to && !next.test(document.text.slice(at(end), lines[end]?.end))) end++
    grounds.push({ start: line.start, end: at(end) })
    i = end - 1
  }
  return grounds
}

const LABEL = /^(?:[ivx\da-e]{1,5}[.)-] ?|dieu \d{1,3}[.:] ?|phan .{1,12}?[.:] ?)/u
const BEFORE_NAME = /^(?:(?:su can thiet|muc dich)(?: va|,) )?(?:cac )?/u
const NAME = /^(?:can cu (?:phap ly|xay dung|lap|thuc hien|ban hanh|de|chinh tri)|co so (?:phap ly|lap |xay dung |de xay dung ))/u
const NAME_ALONE = /(?:^| )can cu[ :.]{0,3}$/u

/** Whether `line`, folded, is a heading over the grounds: by its name, or with a label by the bare word. */
function isGroundsHeading(line: string): boolean {
  const title = line.replace(LABEL, '')
  return NAME.test(title.replace(BEFORE_NAME, '')) || (title !== line && title.length < 40 && NAME_ALONE.test(title))
}

const NEXT_HEADING = /^(?:[IVX]{1,5}|[A-E]|\d{1,2})\s?[.)-]\s?\p{Lu}|^(?:Phần|PHẦN|Điều)\s/u

const OUTER = /^(?:[IVX]{1,5}|[A-E])\s?[.)-]/u
const NEXT_OUTER = /^(?:[IVX]{1,5}|[A-E])\s?[.)-]\s?\p{Lu}|^(?:Phần|PHẦN|Điều|Chương|CHƯƠNG)\s/u

/** Whether `at` lies in one of `grounds`, by halving: a list of headings may name as many as there are citations. */
export function isGround(grounds: readonly Span[], at: number): boolean {
  let [low, high] = [0, grounds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grounds[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return (grounds[low]?.start ?? Number.POSITIVE_INFINITY) <= at
}
