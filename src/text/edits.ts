import type { Edit, Page, Span } from '../schema/geometry.ts'

type Side = 'span' | 'rawSpan'

/** Where `offset` of one side stands on the other; inside an edit it moves to the edit's near (`start`) or far (`end`) border. */
function carry(edits: readonly Edit[], offset: number, from: Side, edge: 'start' | 'end'): number {
  const to: Side = from === 'span' ? 'rawSpan' : 'span'
  // The last edit that begins before the offset decides: edits are sorted and do not overlap.
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle] as Edit)[from].start < offset) low = middle + 1
    else high = middle
  }
  const edit = edits[low - 1]
  if (!edit) return offset
  if (offset >= edit[from].end) return edit[to].end + (offset - edit[from].end)
  return edit[to][edge]
}

/** The stretch of the restored text that was written for `span` of the raw text; whole edits are taken in. */
export function toRestored(edits: readonly Edit[], span: Span): Span {
  return { start: carry(edits, span.start, 'rawSpan', 'start'), end: carry(edits, span.end, 'rawSpan', 'end') }
}

/** The stretch of the raw text that `span` of the restored text came from; whole edits are taken in. */
export function toRaw(edits: readonly Edit[], span: Span): Span {
  return { start: carry(edits, span.start, 'span', 'start'), end: carry(edits, span.end, 'span', 'end') }
}

/** The same pages, their spans moved from the raw text to the restored one. */
export function restorePages(pages: readonly Page[], edits: readonly Edit[]): Page[] {
  if (edits.length === 0) return [...pages]
  const move = <T extends { span: Span }>(item: T): T => ({ ...item, span: toRestored(edits, item.span) })
  return pages.map((page) => ({
    ...move(page),
    lines: page.lines.map((line) => ({ ...move(line), words: line.words.map(move).filter(isPrinted) })).filter(isPrinted),
  }))
}

/** Speckle that restoration took for no text at all leaves an empty span behind. */
const isPrinted = ({ span }: { span: Span }): boolean => span.end > span.start
