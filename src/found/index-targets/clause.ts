import type { Span } from '../../schema/geometry.ts'
import type { TextDocument } from '../document.ts'

const REACH = 420

// A new line that opens a dash, a number or a letter, a row of a table, an empty line.
const NEW_ITEM = /^\n(?:\s*\n|\s*(?:[-–—+•*]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)]|\p{Lu}{2,} \p{Lu}{2,}))/u

/** Whether a clause ends at `at`: a semicolon, a full stop, the bar of a cell, the start of a new item. */
function endsAt(document: TextDocument, at: number): boolean {
  const letter = document.text.charAt(at)
  if (letter === ';' || letter === '|' || letter === '\f') return true
  if (letter === '.')
    return (
      /^\.(?:\s|$|\/)/u.test(document.text.slice(at, at + 2)) &&
      !/(?:^|[^\p{L}])(?:TP|Tp|tp)$/u.test(document.text.slice(Math.max(0, at - 3), at))
    )
  return letter === '\n' && NEW_ITEM.test(document.text.slice(at, at + 24))
}

/** The clause around `span`, no further than some lines. */
export function clauseAround(document: TextDocument, span: Span): Span {
  let start = span.start
  while (start > 0 && start > span.start - REACH && !endsAt(document, start - 1)) start--
  return { start, end: clauseEnd(document, span.end) }
}

/** Where the clause that goes on at `from` ends. */
export function clauseEnd(document: TextDocument, from: number): number {
  let end = from
  while (end < document.text.length && end < from + REACH && !endsAt(document, end)) end++
  return end
}
