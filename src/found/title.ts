import type { Found } from '../schema/fields.ts'
import { isCell, type TextDocument } from './document.ts'
import type { Frame } from './frame.ts'

const ABOUT = /(?<![\p{L}])V\/[vV]:?\s*/u

/** The trích yếu: what stands between the kind of document and the body, or after `V/v` in a letter. `text` is on one line. */
export function findTitle(document: TextDocument, frame: Frame): (Found & { text: string }) | null {
  const { lines } = document
  if (frame.type === null) return findSubject(document, frame)
  const first = lines[frame.title.from]
  const last = lines[frame.title.to - 1]
  if (first === undefined || last === undefined || frame.title.to <= frame.title.from) return null
  let start = frame.title.from === frame.type.line ? frame.type.end : first.start
  // In the party's documents the organ stands first: `CỦA BAN THƯỜNG VỤ HUYỆN ỦY`.
  const organ = /^CỦA \p{Lu}/u.test(document.text.slice(first.start, first.end)) ? lines[frame.title.from + 1] : undefined
  if (organ !== undefined && organ.start < last.end) start = organ.start
  while (start < last.end && /[\s:.–-]/u.test(document.text.charAt(start))) start++
  return toTitle(document.text, start, last.end)
}

function findSubject(document: TextDocument, frame: Frame): (Found & { text: string }) | null {
  for (let i = frame.letterhead.from; i < frame.letterhead.to; i++) {
    const line = document.lines[i]
    if (line === undefined || !isCell(line)) continue
    const match = ABOUT.exec(document.text.slice(line.start, line.end))
    if (match === null) continue
    let end = line.end
    for (let j = i + 1; j < frame.letterhead.to && j < i + 5; j++) {
      const next = document.lines[j]
      if (next === undefined || !/^\p{Ll}/u.test(document.text.slice(next.start, next.end))) break
      end = next.end
    }
    return toTitle(document.text, line.start + match.index + match[0].length, end)
  }
  return null
}

function toTitle(text: string, start: number, end: number): (Found & { text: string }) | null {
  const raw = text.slice(start, end)
  if (raw.trim() === '') return null
  return { raw, span: { start, end }, confidence: 0.9, text: raw.replace(/\s+/gu, ' ').trim() }
}
