import { lettersMissed, readArabic, readLetter, readRoman, toLetter, toRoman } from '../../outline/numerals.ts'
import type { Section } from '../../schema/fields.ts'
import { fold } from '../../vietnamese/letters.ts'
import type { Departure, Rule } from '../rule.ts'

/** Siblings of one kind count on without a gap, from the first. */
export const headingOrder: Rule = {
  id: 'heading-order',
  severity: 'warning',
  component: 'body',
  check({ parts }) {
    // Articles count on over all chapters.
    const articles = new Map<string, number>()
    return [...inList(parts.sections, articles), ...parts.appendices.flatMap(({ children }) => inList(children, new Map()))]
  },
}

function inList(sections: readonly Section[], articles: Map<string, number>): Departure[] {
  const departures: Departure[] = []
  const siblings = new Map<string, number>()
  for (const section of sections) {
    departures.push(...inList(section.children, articles))
    const value = numberOf(section)
    if (value === null) continue
    const word = /^(?:phan|chuong|muc|dieu)(?= )/u.exec(fold(section.label))?.[0] ?? ''
    const last = word === 'dieu' ? articles : siblings
    const list = `${section.kind} ${word}`
    const before = last.get(list) ?? 0
    last.set(list, value)
    if (follows(section.kind, before, value)) continue
    const wanted = write(section.kind, before + 1)
    const printed = section.label.trim()
    const message =
      before === 0
        ? `The list begins with ${printed}, not ${wanted}.`
        : `${printed} follows ${write(section.kind, before)}; ${wanted} is missing.`
    departures.push({ message: value <= before ? `${printed} follows ${write(section.kind, before)}.` : message, span: labelSpan(section) })
  }
  return departures
}

const follows = (kind: Section['kind'], before: number, value: number): boolean =>
  kind === 'letter' ? value > before && lettersMissed(before, value) === 0 : value === before + 1

/** The section's own number: the last of a dotted label. */
function numberOf({ kind, label }: Section): number | null {
  const own = label.trim().replace(/[.):/–-]{1,9}$/u, '')
  if (kind === 'roman') return readRoman(own)?.value ?? null
  if (kind === 'arabic') return readArabic(own.slice(Math.max(own.lastIndexOf('.'), own.lastIndexOf(' ')) + 1))?.value ?? null
  return kind === 'letter' ? (readLetter(own)[0]?.value ?? null) : null
}

const write = (kind: Section['kind'], value: number): string =>
  kind === 'roman' ? toRoman(value) : kind === 'letter' ? toLetter(value) : String(value)

const labelSpan = ({ span, label }: Section) => ({ start: span.start, end: Math.min(span.end, span.start + Math.max(1, label.length)) })
