import type { Found } from '../schema/fields.ts'
import { endsIn, trimEnd } from '../text/trim.ts'
import { cellText, type TextDocument } from './document.ts'
import { type Frame, isRecipientsAnchor } from './frame.ts'
import { rightColumn } from './signer-column.ts'
import { isPosition } from './vocabulary/positions.ts'
import { similarity } from './vocabulary/similarity.ts'

type Recipient = Found & { name: string }

// Dashes as printed, as a word processor's bullets come out, and as scans misread them.
const DASH = /^[-–—•·*+~●▪◦\uF02D\uF0B7]\s*/u
const LONGEST_ENTRY = 600
const LAST = /^l[uư]u/iu

/** Nơi nhận, entry by entry, without dash and closing mark; what the signer's column put on the same line is left out. */
export function findRecipients(document: TextDocument, frame: Frame): Recipient[] {
  const { lines, text } = document
  let at = frame.closing.from
  while (at < frame.closing.to && !isRecipientsAnchor(lineText(document, at))) at++
  const pieces: { start: number; end: number }[] = []
  const anchor = at < frame.closing.to ? lines[at] : undefined
  const first = anchor === undefined ? null : anchorRest(text, anchor)
  if (first !== null) pieces.push(first)
  // Without the anchor only a dashed list is taken for one.
  if (anchor === undefined) {
    if (!lines.slice(frame.closing.from, frame.closing.to).some((line) => DASH.test(text.slice(line.start, line.end)))) return []
    at = frame.closing.from - 1
  }
  const dashed = [1, 2, 3, 4, 5].some((step) => at + step < frame.closing.to && DASH.test(lineText(document, at + step)))
  for (let i = at + 1; i < frame.closing.to; i++) {
    const line = lines[i]
    if (line === undefined) break
    const printed = text.slice(line.start, line.end)
    const last = pieces[pieces.length - 1]
    if (DASH.test(printed)) {
      const lead = DASH.exec(printed)?.[0].length ?? 0
      const column = rightColumn(printed)
      pieces.push({ start: line.start + lead, end: line.start + (column === 0 ? printed.length : column) })
      continue
    }
    // A signer's line does not end as an entry does: `Giám đốc (để báo cáo);`.
    if (isSigner(printed) && !printed.endsWith(';')) continue
    if (last !== undefined && LAST.test(text.slice(last.start, last.end)) && /[.;]\s*$/u.test(text.slice(last.start, last.end))) break
    const column = rightColumn(printed)
    const open = last !== undefined && !/[;.]\s*$/u.test(text.slice(last.start, last.end)) && !LAST.test(text.slice(last.start, last.end))
    if (dashed && open && last !== undefined && i > at + 1 && line.end - last.start < LONGEST_ENTRY) last.end = line.end
    else if (!dashed && endsIn(printed, ';.,')) pieces.push({ start: line.start, end: line.end })
    else if (dashed && isWithinList(document, i, frame.closing.to)) {
      // An entry whose dash the scan lost; without letters it is no entry.
      if (/\p{L}{3}/u.test(printed) && similarity(printed, 'Nơi nhận') < 0.8 && printed.length > 6)
        pieces.push({ start: line.start, end: line.start + (column === 0 ? printed.length : column) })
    } else if (dashed && last === undefined && i < at + 6) continue
    else if (!dashed || !open) break
  }
  return pieces.flatMap((piece) => split(text, piece))
}

const lineText = (document: TextDocument, index: number): string => cellText(document, document.lines[index])

/** Whether one of the next two lines is an entry still. */
const isWithinList = (document: TextDocument, index: number, to: number): boolean =>
  [index + 1, index + 2].some((next) => next < to && DASH.test(lineText(document, next)))

/** What stands after `Nơi nhận:` on its own line, if that is a recipient and not the signer's column. */
function anchorRest(text: string, line: { start: number; end: number }): { start: number; end: number } | null {
  const printed = text.slice(line.start, line.end)
  const colon = printed.indexOf(':')
  const column = rightColumn(printed)
  const end = column === 0 ? printed.length : column
  if (colon < 0 || colon + 1 >= end) return null
  const rest = printed.slice(colon + 1, end)
  const lead = rest.length - rest.replace(/^[\s\-–—•]+/u, '').length
  return rest.slice(lead).trim() === '' ? null : { start: line.start + colon + 1 + lead, end: line.start + end }
}

const isSigner = (printed: string): boolean =>
  /^\p{Lu}[\p{Lu}\s./,-]+$/u.test(printed) || isPosition(printed) || /^\(?đã ký/iu.test(printed)

/** One printed line may hold two entries: `- Như trên; - Lưu: VT.` */
function split(text: string, piece: { start: number; end: number }): Recipient[] {
  const recipients: Recipient[] = []
  const printed = text.slice(piece.start, piece.end)
  let from = 0
  for (const match of [...printed.matchAll(/[;.]\s+[-–•]\s*/gu), null]) {
    const to = match === null ? printed.length : match.index
    const recipient = toRecipient(text, piece.start + from, piece.start + to)
    if (recipient !== null) recipients.push(recipient)
    if (match !== null) from = match.index + match[0].length
  }
  return recipients
}

function toRecipient(text: string, start: number, end: number): Recipient | null {
  const raw = trimEnd(text.slice(start, end), ';.,/—–-')
  const name = raw.replace(/\s+/gu, ' ')
  if (!/\p{L}/u.test(name)) return null
  return { raw, span: { start, end: start + raw.length }, confidence: 0.92, name }
}
