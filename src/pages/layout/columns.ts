import { right } from '../../schema/box.ts'
import { fold } from '../../vietnamese/letters.ts'
import type { Chunk } from './chunk.ts'
import type { Row } from './rows.ts'

/** Rows that read as two columns: everything left of `gutter`, then everything right of it. */
export interface Zone {
  first: number
  last: number
  gutter: number
}

const MOTTO = /cong hoa xa hoi|chu nghia viet|dang cong san|doc lap.{0,5}tu do/u
/** `Nơi nhận:` as it is, or alone on its side with a letter or two misread. */
const RECIPIENTS = /^\P{L}*noi nhan|^\P{L}*\p{L}{2,4} ?nh[aoe]n\P{L}*$/u
const SIGNER =
  /(?:giam doc|chu tich|bi thu|hieu truong|truong (?:phong|ban)|vu truong|cuc truong|bo truong|thu truong|chanh van phong|tong giam doc|uy ban nhan dan|ban thuong vu)/u

const textOf = (chunk: Chunk) => fold(chunk.words.map((word) => word.text).join(' '))

/**
 * The two-column stretches of a page: the letterhead (issuer | state motto) at its top and the closing (Nơi nhận | signer).
 * Each is found by what it says, then grown over the neighbouring rows that no line crosses.
 */
export function findZones(rows: readonly Row[], page: { width: number; height: number }): Zone[] {
  const zones: Zone[] = []
  const letterhead = findLetterhead(rows, page)
  if (letterhead !== null) zones.push(letterhead)
  const closing = findClosing(rows, page, letterhead === null ? 0 : letterhead.last + 1)
  if (closing !== null) zones.push(closing)
  return zones
}

function findLetterhead(rows: readonly Row[], page: { width: number; height: number }): Zone | null {
  const top = rows.findIndex((row) => row.bottom > page.height * 0.45)
  const upper = top < 0 ? rows : rows.slice(0, top)
  let gutter = 0
  let last = -1
  for (const [i, row] of upper.entries()) {
    const motto = row.chunks.find((chunk) => chunk.box.x > page.width * 0.3 && MOTTO.test(textOf(chunk)))
    const before = motto === undefined ? undefined : row.chunks[row.chunks.indexOf(motto) - 1]
    if (motto === undefined) continue
    gutter = Math.max(gutter, before === undefined ? motto.box.x - 1 : (right(before.box) + motto.box.x) / 2)
    last = i
  }
  if (last < 0) return null
  const first = upper.findIndex((row) => row.chunks.some((chunk) => MOTTO.test(textOf(chunk)) || right(chunk.box) < gutter))
  const fits = (row: Row) => row.chunks.every((chunk) => right(chunk.box) <= gutter + 5 || chunk.box.x >= gutter - 5)
  // A centred row under the motto is the title: it crosses the gutter.
  while (last + 1 < upper.length && fits(upper[last + 1] as Row) && !isTitle(upper[last + 1] as Row, page)) last++
  return { first: Math.max(0, first), last, gutter }
}

const isTitle = (row: Row, page: { width: number }) =>
  row.chunks.length === 1 && row.chunks.some((chunk) => Math.abs(chunk.box.x + chunk.box.width / 2 - page.width / 2) < page.width * 0.08)

function findClosing(rows: readonly Row[], page: { width: number; height: number }, from: number): Zone | null {
  for (let i = from; i < rows.length; i++) {
    const row = rows[i] as Row
    const recipients = row.chunks.find((chunk) => chunk.box.x < page.width * 0.45 && RECIPIENTS.test(textOf(chunk)))
    if (recipients === undefined) continue
    let first = i
    const sides = rows.slice(Math.max(from, i - 2), i + 4)
    const rights = sides.flatMap((each) => each.chunks).filter((chunk) => chunk.box.x > page.width * 0.4)
    if (rights.length === 0) return null
    const gutter = closingGutter(rows.slice(i), page)
    while (first > from && (rows[first - 1] as Row).chunks.every((chunk) => chunk.box.x > gutter && SIGNER.test(textOf(chunk)))) first--
    let last = i
    while (
      last + 1 < rows.length &&
      (rows[last + 1] as Row).chunks.every((chunk) => right(chunk.box) <= gutter + 5 || chunk.box.x >= gutter - 5)
    )
      last++
    return { first, last, gutter }
  }
  return null
}

/** Between the recipients' longest line and the signer's leftmost: the widest empty strip of the rows below Nơi nhận. */
function closingGutter(rows: readonly Row[], page: { width: number }): number {
  const chunks = rows.slice(0, 12).flatMap((row) => row.chunks)
  let best = { at: page.width / 2, crossings: Number.POSITIVE_INFINITY, distance: 0 }
  for (let at = page.width * 0.35; at < page.width * 0.7; at += page.width / 200) {
    const crossings = chunks.filter((chunk) => chunk.box.x < at && right(chunk.box) > at).length
    const distance = Math.min(...chunks.flatMap((chunk) => [Math.abs(chunk.box.x - at), Math.abs(right(chunk.box) - at)]))
    if (crossings < best.crossings || (crossings === best.crossings && distance > best.distance)) best = { at, crossings, distance }
  }
  return best.at
}
