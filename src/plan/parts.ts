import type { Section } from '../schema/fields.ts'
import type { Span } from '../schema/geometry.ts'
import type { Plan } from '../schema/plan.ts'
import { caseOf, fold } from '../vietnamese/letters.ts'
import { linesOf, oneLine, trim } from './paragraphs.ts'

/** The parts of a Plan's text, in order; together they are all of it. A part that is not there is empty. */
export interface Parts {
  letterhead: Span
  /** What stands between the title and the first section: the grounds and the words that announce the plan. */
  preamble: Span
  sections: Section[]
  /** What stands between the last section and the closing. */
  ending: Span
  closing: Span
  appendices: Section[]
  /** What stands behind the last appendix's section. */
  rest: Span
}

export function partsOf(plan: Plan): Parts {
  const { text } = plan
  const appendices = plan.sections.filter(({ kind }) => kind === 'appendix')
  const sections = plan.sections.filter(({ kind }) => kind !== 'appendix')
  const firstAppendix = appendices[0]?.span.start ?? text.length
  const bodyStart = Math.min(headEnd(plan, firstAppendix), sections[0]?.span.start ?? firstAppendix, firstAppendix)
  const sectionsStart = sections[0]?.span.start ?? null
  const sectionsEnd = sections[sections.length - 1]?.span.end ?? bodyStart
  const closingStart = Math.min(Math.max(closingOf(plan), sectionsEnd), Math.max(firstAppendix, sectionsEnd))
  return {
    letterhead: { start: 0, end: bodyStart },
    preamble: { start: bodyStart, end: sectionsStart ?? closingStart },
    sections,
    ending: { start: sectionsStart === null ? closingStart : sectionsEnd, end: closingStart },
    closing: { start: closingStart, end: Math.max(firstAppendix, closingStart) },
    appendices,
    rest: { start: appendices[appendices.length - 1]?.span.end ?? text.length, end: text.length },
  }
}

/** Behind the title; number and date may stand for themselves in an appendix, where a hand left the letterhead blank. */
function headEnd({ title, documentType, number, date }: Plan, firstAppendix: number): number {
  const named = title ?? documentType
  if (named !== null) return named.span.end
  return Math.max(0, ...[number, date].flatMap((found) => (found === null || found.span.end > firstAppendix ? [] : [found.span.end])))
}

/** Where recipients or signer begin, with the line `Nơi nhận:` before them. */
export function closingOf({ text, recipients, signer }: Plan): number {
  const first = Math.min(recipients[0]?.span.start ?? text.length, signer?.span.start ?? text.length)
  const start = text.lastIndexOf('\n', first - 1) + 1
  const before = text.lastIndexOf('\n', start - 2) + 1
  return start > 0 && /^\s*noi nhan/u.test(fold(text.slice(before, start))) ? before : start
}

/** What a section prints before its children: its label, its heading if it has one, and where its own words stand. */
export interface SectionHead {
  label: string
  heading: string | null
  own: Span | null
}

/** A line is a heading where it is all that the section says before its children, or does not end as a sentence does. */
export function headOf(text: string, section: Section): SectionHead {
  const end = section.children[0]?.span.start ?? section.span.end
  const own = trim(text, { start: section.span.start, end })
  if (own === null) return { label: section.label, heading: null, own }
  const labelled = labelEnd(text, own, section)
  const label = text.slice(own.start, labelled).trim()
  const words = trim(text, { start: labelled, end: own.end })
  if (words === null) return { label, heading: null, own: null }
  const [first] = linesOf(text, words)
  const after = titleEnd(text, words, section.title)
  if (first === undefined || after === null) return { label, heading: null, own: words }
  const rest = trim(text, { start: after, end: words.end })
  const heading = oneLine(text.slice(words.start, after)).trim()
  const opens = section.children.length > 0 || section.kind === 'roman' || section.kind === 'part' || section.kind === 'appendix'
  if (rest === null) return opens ? { label, heading, own: null } : { label, heading: null, own: words }
  const parted =
    /[\n\f]/u.test(text.slice(after, rest.start)) &&
    !/[.;,:]$/u.test(heading) &&
    /^[^\p{Ll}]/u.test(text.slice(rest.start)) &&
    !isFullLine(text, first, rest)
  return parted ? { label, heading, own: rest } : { label, heading: null, own: words }
}

/** A line in small letters that is as wide as those below it broke off where the paper ended. */
function isFullLine(text: string, line: Span, below: Span): boolean {
  const widest = Math.max(...linesOf(text, below).map(({ start, end }) => end - start))
  return caseOf(text.slice(line.start, line.end)) !== 'upper' && line.end - line.start > 0.75 * widest
}

/** Behind the label and its closing mark; an appendix's own word is its label. */
function labelEnd(text: string, own: Span, section: Section): number {
  const printed = text.slice(own.start, own.end)
  const at = printed.indexOf(section.label)
  if (at < 0 || at > 2) return own.start
  const behind = own.start + at + section.label.length
  return behind + (/^\s?[.):/–-]*\s*/u.exec(text.slice(behind, own.end))?.[0].length ?? 0)
}

/** Where `title` ends in the text, which may have broken it over lines; null where the text does not begin with it. */
function titleEnd(text: string, words: Span, title: string): number | null {
  let at = words.start
  for (const letter of title) {
    if (/\s/u.test(letter)) {
      while (at < words.end && /\s/u.test(text.charAt(at))) at++
      continue
    }
    if (!text.startsWith(letter, at)) return null
    at += letter.length
  }
  return title === '' ? null : at
}
