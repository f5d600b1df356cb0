import type { Span } from '../../schema/geometry.ts'
import type { IndexTarget } from '../../schema/index-mention.ts'
import type { TextDocument } from '../document.ts'
import { clauseAround, clauseEnd } from './clause.ts'
import { type Figure, findFigures } from './figures.ts'
import { kindOf, yearsOf } from './sense.ts'

export interface Mentioned {
  code: string
  span: Span
}

/** Between two indices that share what is said of them: `PAR INDEX, SIPAS và chỉ số PAPI của tỉnh`. */
const JOINT = /^(?:[\s,;/()“”"]|va|cac|bo|chi so|cua (?:tinh|thanh pho|huyen|xa|phuong|so|nganh|bo)|nam \d{4}){0,40}$/u
/** After a figure that stands before its index: `nhóm 10 đơn vị dẫn đầu tỉnh về Chỉ số …`. */
const LEADS_ON = /^[^.;:\d]{0,40}(?:ve|doi voi|trong|cua|chi so|diem)(?: cac| bo| chi so| ket qua){0,2} $/u
/** A part of an index is not the index. */
const PART = /(?:chi so|tieu chi|noi dung) thanh phan(?! la)|(?:tieu chi|noi dung) [“"]/u
/** What goes on about the index after a semicolon. */
const GOES_ON = /^;? ?(?:va |dong thoi )?(?:phan dau|xep|thuoc|dung|nam trong|tang|duy tri|giu vung|tien toi|dat) /u

/** The targets and results that the text states of `mentions` (in order), by code. `year` is that of the plan. */
export function findTargets(document: TextDocument, mentions: readonly Mentioned[], year: number | null): Map<string, IndexTarget[]> {
  const targets = new Map<string, IndexTarget[]>()
  const groups = joined(document, mentions)
  for (const [i, group] of groups.entries()) {
    const own: Span = { start: group[0]?.span.start ?? 0, end: group[group.length - 1]?.span.end ?? 0 }
    const clause = clauseAround(document, own)
    const from = Math.max(clause.start, groups[i - 1]?.at(-1)?.span.end ?? 0)
    const next = groups[i + 1]?.[0]?.span.start ?? Number.POSITIVE_INFINITY
    if (PART.test(document.folded.slice(clause.start, own.start))) continue
    const found = [...figuresBefore(document, from, own.start), ...figuresAfter(document, own.end, clause.end, next)]
    for (const figure of found) {
      const target = toTarget(document, figure, clause, year)
      for (const { code } of group) targets.set(code, [...(targets.get(code) ?? []), target])
    }
  }
  return targets
}

function joined(document: TextDocument, mentions: readonly Mentioned[]): Mentioned[][] {
  const groups: Mentioned[][] = []
  for (const mention of mentions) {
    const last = groups.at(-1)
    const end = last?.at(-1)?.span.end ?? 0
    const between = document.folded.slice(end, Math.min(mention.span.start, end + 80))
    if (last !== undefined && mention.span.start - end < 80 && JOINT.test(between)) last.push(mention)
    else groups.push([mention])
  }
  return groups
}

/** The figure right before an index, joined to it by `về` or the like, or by standing there: `tăng 2 bậc Chỉ số …`. */
function figuresBefore(document: TextDocument, from: number, to: number): Figure[] {
  const figures = shifted(findFigures(document.folded.slice(from, to)), from)
  const last = figures.at(-1)
  return last !== undefined && LEADS_ON.test(` ${document.folded.slice(last.end, to)} `.replace(/ {2}$/u, ' ')) ? [last] : []
}

/** The figures from an index to the end of what is said of it, or to the next index; one that belongs to the next is left to that. */
function figuresAfter(document: TextDocument, from: number, clause: number, next: number): Figure[] {
  let end = Math.min(clause, next)
  if (next > clause && document.text.charAt(clause) === ';' && GOES_ON.test(document.folded.slice(clause, clause + 30))) {
    end = Math.min(clauseEnd(document, clause + 1), next)
  }
  const figures = shifted(findFigures(document.folded.slice(from, end)), from)
  if (end !== next) return figures
  const last = figures.at(-1)
  const leads = last !== undefined && LEADS_ON.test(` ${document.folded.slice(last.end, next)} `.replace(/ {2}$/u, ' '))
  return leads ? figures.slice(0, -1) : figures
}

const shifted = (figures: Figure[], by: number): Figure[] =>
  figures.map((figure) => ({ ...figure, start: figure.start + by, end: figure.end + by }))

function toTarget(document: TextDocument, { start, end, ...figure }: Figure, clause: Span, year: number | null): IndexTarget {
  const whole = { start: Math.min(clause.start, start), end: Math.max(clause.end, end) }
  const years = yearsOf(document, whole, { start, end })
  return {
    raw: document.text.slice(start, end),
    span: { start, end },
    confidence: 0.85,
    kind: kindOf(document, whole, years.year, year),
    ...figure,
    ...years,
  }
}
