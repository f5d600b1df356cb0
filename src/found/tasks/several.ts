import { coordinatesOf, type Lead, leadOfSentence, sameBodies } from './leads.ts'
import type { Name } from './names.ts'
import { joined, type Placed } from './placed.ts'

/** One duty of a clause that gives several: its lines and who leads it. `joining` only lend a hand (`; Công an tỉnh phối hợp`). */
export interface Piece<Line extends Placed> {
  lines: Line[]
  lead: Lead | null
  joining: Name[]
}

//  …; Sở B chủ trì …   ….  Giao Sở B …   …, giao Sở B …
const JOINT = /[;.] (?=\p{L})|, (?:đồng thời )?(?=(?:giao|yêu cầu|đề nghị) (?:cho )?\p{Lu})|, (?=\p{Lu})/gu
const LONGEST = 3000
const MOST = 24
const LEADS = /^(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|chủ trì|phối hợp)(?![\p{L}])/iu
const TOLD = /^\s?(?:đã|được|vừa|hiện) /u
const SHORTEST = 12

/**
 * `lines` cut where another body takes over: `Sở A chủ trì …; Sở B chủ trì …`, `giao Sở A …, giao Sở B …`. One piece where one body
 * (or `lead` of the heading) has it all. Names in a list of those who join in are no pieces.
 */
export function piecesOf<Line extends Placed>(lines: Line[], lead: Lead | null): Piece<Line>[] {
  const text = joined(lines)
  const cuts: { at: number; lead: Lead }[] = []
  const joining: Name[] = []
  let listed: Name[] | null = null
  let before = lead
  for (const match of text.slice(0, LONGEST).matchAll(JOINT)) {
    if (cuts.length >= MOST) break
    const at = match.index + match[0].length
    const next = at < (before?.end ?? 0) ? null : takenOver(text, at, match[0])
    if (next === null) continue
    listed ??= coordinatesOf(text)
    if (listed.some(({ start, end }) => start <= at && at < end)) continue
    if ((before === null && !next.explicit) || same(before, next)) continue
    if (isJoining(text, next)) {
      if (before !== null) joining.push(...next.names)
      continue
    }
    if (match[0].startsWith(',') && !/^[gyđ]/u.test(text.charAt(at))) continue
    cuts.push({ at, lead: next })
    before = next
  }
  const starts = [{ at: 0, lead }, ...cuts]
  return starts.map((piece, i) => {
    const end = starts[i + 1]?.at ?? text.length
    const own = piece.lead === null || i === 0 ? piece.lead : shift(piece.lead, -piece.at)
    const from = piece.at
    const helpers = joining.filter(({ start }) => start >= from && start < end)
    return {
      lines: cuts.length === 0 ? lines : within(lines, from, trimmedEnd(text, end)),
      lead: own,
      joining: helpers.map((name) => ({ ...name, start: name.start - from, end: name.end - from })),
    }
  })
}

/** Who takes over at `at`, with offsets in the whole text; null where that is no other body's duty. */
function takenOver(text: string, at: number, joint: string): Lead | null {
  const end = text.indexOf(';', at)
  const sentence = text.slice(at, end < 0 ? at + 600 : Math.min(end, at + 600))
  const lead = leadOfSentence(sentence)
  const [first] = lead?.names ?? []
  if (!lead || !first || TOLD.test(sentence.slice(lead.end, lead.end + 6))) return null
  // A sentence of its own says outright whose it is; after a semicolon a name and its verb do.
  if (joint.startsWith('.') && !lead.explicit) return null
  // `giao giáo viên thể dục làm trọng tài` is how the same body goes about it.
  if (!/^(?:\p{Lu}|(?:các|mỗi|từng|những|mọi) )/u.test(first.text)) return null
  const rest = sentence.slice(lead.end).trimStart()
  if (/^là /u.test(rest) || (rest.startsWith(':') && !/^\p{Lu}/u.test(first.text))) return null
  if (rest.length < SHORTEST && !LEADS.test(rest)) return null
  return shift(lead, at)
}

const shift = (lead: Lead, by: number): Lead => ({
  ...lead,
  names: lead.names.map((name) => ({ ...name, start: name.start + by, end: name.end + by })),
  end: lead.end + by,
})

const same = (one: Lead | null, other: Lead): boolean =>
  one !== null &&
  sameBodies(
    one.names.map(({ text }) => text),
    other.names.map(({ text }) => text),
  )

//  …, Sở B phối hợp.   …; các huyện phối hợp thực hiện.
const isJoining = (text: string, { end }: Lead): boolean =>
  /^\s?phối hợp(?: (?:cùng )?(?:thực hiện|triển khai))?\s?(?:[.;,]|$)/u.test(text.slice(end, end + 40))

const trimmedEnd = (text: string, end: number): number => (text.charAt(end - 1) === ' ' ? end - 1 : end)

/** The lines between two offsets of their joined text. */
function within<Line extends Placed>(lines: readonly Line[], from: number, to: number): Line[] {
  let at = 0
  return lines.flatMap((line) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, line.content.length)]
    at += line.content.length + 1
    if (end <= start) return []
    return [{ ...line, content: line.content.slice(start, end), start: line.start + start, end: line.start + end }]
  })
}
