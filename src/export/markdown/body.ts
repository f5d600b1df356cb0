import { cellsOf, groupRows, oneLine, paragraphsOf } from '../../plan/paragraphs.ts'
import { headOf } from '../../plan/parts.ts'
import type { Section } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { escapeInline, escapeMarkdown, markdownTable } from './escape.ts'

/** Running text as paragraphs and tables. */
export function paragraphs(text: string, span: Span): string[] {
  return groupRows(text, paragraphsOf(text, span)).map((group) => {
    if (group.kind === 'paragraph') return escapeMarkdown(oneLine(text.slice(group.span.start, group.span.end)))
    const rows = group.rows.map((row) => cellsOf(text, row).map((cell) => text.slice(cell.start, cell.end)))
    const width = Math.max(...rows.map((row) => row.length))
    const [header = [], ...others] = rows
    return markdownTable(
      Array.from({ length: width }, (_, at) => header[at] ?? ''),
      others,
    )
  })
}

const DEEPEST_HEADING = 6

/** Sections with a heading of their own as headings, from `##`; the others as paragraphs under their label. */
export function sections(text: string, list: readonly Section[], depth: number): string[] {
  return list.flatMap((section) => {
    const { label, heading, own } = headOf(text, section)
    const [first = '', ...rest] = own === null ? [] : paragraphs(text, own)
    const blocks =
      heading === null
        ? [`${marker(section.kind, label)}${first}`, ...rest]
        : [`${'#'.repeat(Math.min(depth, DEEPEST_HEADING))} ${escapeInline(`${label} ${heading}`.trim())}`, first, ...rest]
    return [...blocks, ...sections(text, section.children, depth + 1)]
  })
}

/** Dashes make a list; numbers and letters stay as printed. */
function marker(kind: Section['kind'], label: string): string {
  if (kind === 'dash') return '- '
  return label === '' ? '' : `${escapeMarkdown(label)} `
}
