import type { Span } from '../schema/geometry.ts'
import { caseOf } from '../vietnamese/letters.ts'

/** A stretch of text that must stay in one piece. Lists of them are in order, and none overlaps another. */
interface Whole {
  span: Span
}

/** The printed lines of `text[span]` that hold anything, trimmed. */
export function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = []
  for (let at = span.start; at < span.end; ) {
    let end = at
    while (end < span.end && text.charAt(end) !== '\n' && text.charAt(end) !== '\f') end++
    const line = trim(text, { start: at, end })
    if (line !== null) lines.push(line)
    at = end + 1
  }
  return lines
}

/** `span` without white space at its ends; null where nothing is left. */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && /\s/u.test(text.charAt(start))) start++
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  return end > start ? { start, end } : null
}

/**
 * The paragraphs of `text[span]`: lines that a sentence runs over are one. A line is taken to end a paragraph where it ends in `.`, `;`, `:`,
 * `?` or `!`, is a row of a table, or where capitals change to small letters.
 */
export function paragraphsOf(text: string, span: Span, wholes: readonly Whole[] = []): Span[] {
  return join(text, linesOf(text, span), wholes, (before, after) =>
    runsOn(text.slice(before.start, before.end), text.slice(after.start, after.end)),
  )
}

/** The lines of `text[span]`, but those that one of `wholes` runs over are one. */
export function blocksOf(text: string, span: Span, wholes: readonly Whole[]): Span[] {
  return join(text, linesOf(text, span), wholes, () => false)
}

/** `wholes` are in order and apart, so that one walk over lines and wholes is enough. */
function join(text: string, lines: Span[], wholes: readonly Whole[], runs: (before: Span, after: Span) => boolean): Span[] {
  const joined: Span[] = []
  let next = 0
  for (const line of lines) {
    const last = joined[joined.length - 1]
    while (next < wholes.length && (wholes[next]?.span.end ?? 0) <= line.start) next++
    const crossed = last !== undefined && (wholes[next]?.span.start ?? Number.POSITIVE_INFINITY) < last.end
    if (last !== undefined && (crossed || runs(lastLine(text, last), line))) last.end = line.end
    else joined.push({ ...line })
  }
  return joined
}

const lastLine = (text: string, span: Span): Span => {
  const from = Math.max(text.lastIndexOf('\n', span.end - 1), text.lastIndexOf('\f', span.end - 1)) + 1
  return { start: Math.max(span.start, from), end: span.end }
}

const isRow = (line: string): boolean => line.includes(' | ')
const OPENS = /^(?:[-–—+*•▪●] ?|\d{1,2}(?:\.\d{1,2})*[.)] |[a-zđ]\) )/u

function runsOn(before: string, after: string): boolean {
  if (/[.;:?!]$/u.test(before) || isRow(before) || isRow(after) || OPENS.test(after)) return false
  return (caseOf(before) === 'upper') === (caseOf(after) === 'upper') || /^\p{Ll}/u.test(after)
}

/** Text of one or several printed lines on one line. */
export function oneLine(text: string): string {
  const [first = '', ...rest] = text.split(/[\n\f]/u)
  const last = rest.pop()
  const between = rest.map((line) => line.trim()).filter((line) => line !== '')
  return last === undefined ? first : [first.trimEnd(), ...between, last.trimStart()].join(' ')
}

/** Runs of rows of a table, and what stands between them, in order. */
export function groupRows(text: string, blocks: readonly Span[]): ({ kind: 'paragraph'; span: Span } | { kind: 'table'; rows: Span[] })[] {
  const groups: ({ kind: 'paragraph'; span: Span } | { kind: 'table'; rows: Span[] })[] = []
  for (const span of blocks) {
    const last = groups[groups.length - 1]
    if (!isRow(text.slice(span.start, span.end))) groups.push({ kind: 'paragraph', span })
    else if (last?.kind === 'table') last.rows.push(span)
    else groups.push({ kind: 'table', rows: [span] })
  }
  return groups
}

/** The cells of a row of a table, each where it stands. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = []
  for (let at = row.start; at <= row.end; ) {
    const bar = text.indexOf('|', at)
    const end = bar < 0 || bar > row.end ? row.end : bar
    cells.push(trim(text, { start: at, end }) ?? { start: end, end })
    at = end + 1
  }
  return cells
}
