import { endsIn } from '../text/trim.ts'
import type { LineShape } from './layout.ts'

/** What a section says before its first child: its printed lines, label and page numbers left out. */
export interface OwnLine {
  content: string
  shape: LineShape
}

/** The first paragraph of a section, and what it looks like. */
export interface Opening {
  lines: string[]
  /** Its own heading (`1. Mục tiêu`), nothing of the kind, or a heading that runs into the text (`2.4. Kinh phí: Theo quy định.`). */
  form: 'heading' | 'run-in' | 'clause'
  /** Whether it only passes for a heading where its neighbours have headings too. */
  doubtful: boolean
  /** How many of the section's own lines the paragraph takes. */
  size: number
}

const RUN_IN = /^([^.;:]{2,120}):\s/u
const SENTENCE_INSIDE = /[.;!?]\s+\p{Lu}/u
const MAX_HEADING_LINES = 3

/** Reads the first paragraph of `own`; `followed` tells whether children or further paragraphs come after it. */
export function readOpening(own: OwnLine[], hasChildren: boolean): Opening {
  const size = firstParagraph(own)
  const lines = own.slice(0, size).map((line) => line.content)
  const joined = lines.join(' ')
  const followed = hasChildren || own.length > size
  const form = formOf(joined, size, followed)
  const doubtful =
    form === 'clause' && hasChildren && size <= 2 && joined.length < 140 && joined.endsWith('.') && !SENTENCE_INSIDE.test(joined)
  return { lines, form, doubtful, size }
}

function formOf(joined: string, size: number, followed: boolean): Opening['form'] {
  const ended = endsIn(joined, '.;,…')
  if (!ended && size <= MAX_HEADING_LINES && (followed || size === 1) && !SENTENCE_INSIDE.test(joined) && joined.length <= 300) {
    return followed || joined.endsWith(':') || !RUN_IN.test(joined) ? 'heading' : 'run-in'
  }
  return RUN_IN.test(joined) ? 'run-in' : 'clause'
}

function firstParagraph(own: OwnLine[]): number {
  let size = 1
  const first = own[0]
  if (!first) return 0
  let capitals = first.shape.capitals
  while (size < own.length) {
    const line = own[size]
    const before = own[size - 1]
    if (!line || !before || line.shape.row) break
    if (capitals ? !line.shape.capitals : line.shape.opens >= 0.5) break
    if (capitals && endsIn(before.content, '.:')) break
    capitals = capitals && line.shape.capitals
    size++
  }
  return size
}

/**
 * The titles of brothers: the heading, its colon dropped, or the first printed line of a clause. A run-in heading counts where
 * the list is one of headings: Roman numbers, or most brothers have headings of their own.
 */
export function titlesOf(openings: Opening[], headed: boolean): string[] {
  const headings = openings.filter((opening) => opening.form === 'heading').length
  const takesRunIn = headed || headings * 2 >= openings.length
  return openings.map((opening) => {
    if (opening.form === 'heading') return opening.lines.join(' ').replace(/:$/u, '').trimEnd()
    if (opening.form === 'run-in' && takesRunIn) return (RUN_IN.exec(opening.lines.join(' '))?.[1] ?? '').trim()
    if (opening.doubtful && headings * 2 >= openings.length - 1 && headings > 0) return opening.lines.join(' ').replace(/\.$/u, '')
    return opening.lines[0] ?? ''
  })
}
