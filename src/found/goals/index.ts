import type { Section } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import type { Goal } from '../../schema/parts.ts'
import { fold } from '../../vietnamese/letters.ts'
import { clauseOf } from '../clause.ts'
import type { TextDocument } from '../document.ts'
import { findQuantities } from '../tasks/quantities.ts'
import { findTimes, type TimeReference } from '../time/index.ts'

type Kind = Exclude<Goal['kind'], null>

// The heading names one kind, or several at once.
const KINDS: readonly [pattern: RegExp, kind: Kind][] = [
  [/muc dich|y nghia/u, 'purpose'],
  [/yeu cau(?! bo sung)/u, 'requirement'],
  [/chi tieu|muc tieu cu the/u, 'specific'],
  [/muc tieu(?! cu the| quoc gia)/u, 'objective'],
]
/** A heading of goals opens with their name; `Chương trình mục tiêu quốc gia` is none. */
const OPENS = /^(?:cac |mot so |quan diem,? |dinh huong,? |ve |phan tich )?(?:muc dich|yeu cau|muc tieu|chi tieu|y nghia)(?![\p{L}])/u
const LONGEST_HEADING = 100
/** `Mục đích: nâng cao trách nhiệm …`: the heading and what it says on one line. */
const LABELLED = /^[^:.;\n]{4,40}(?=:)/u
/** What may stand among goals and is none: `MỤC TIÊU, PHẠM VI`. */
const ELSE = /^(?:pham vi|doi tuong|nguyen tac|noi dung|nhiem vu|giai phap|thoi gian|dia diem|quan diem|thanh phan)(?![\p{L}])/u

/** What the document is for: purposes, requirements, objectives, the numbers and times that they set, statement by statement. */
export function findGoals(document: TextDocument, sections: readonly Section[], reference: TimeReference): Goal[] {
  const goals: Goal[] = []
  const visit = (list: readonly Section[]): void => {
    for (const section of list) {
      if (section.kind === 'appendix') continue
      const kinds = kindsOf(section)
      if (kinds === null) visit(section.children)
      else collect({ document, reference, goals }, section, kinds)
    }
  }
  visit(sections)
  return goals
}

/** The kinds that a heading names; null where it is none of goals. */
function kindsOf({ title }: Section): Kind[] | null {
  const folded = fold(LABELLED.exec(title)?.[0] ?? title)
  if (folded.length > LONGEST_HEADING || !OPENS.test(folded)) return null
  return KINDS.filter(([pattern]) => pattern.test(folded)).map(([, kind]) => kind)
}

interface Reading {
  document: TextDocument
  reference: TimeReference
  goals: Goal[]
}

/** The leaves under a heading, each with the kind of the nearest heading that names one. */
function collect(reading: Reading, section: Section, kinds: readonly Kind[]): void {
  const { document, goals } = reading
  const [only] = kinds
  const kind = kinds.length === 1 && only !== undefined ? only : null
  const own = kindsOf(section) === null ? ownText(document, section, false) : ownText(document, section, true)
  if (own !== null) goals.push(toGoal(reading, own, section, kind))
  for (const child of section.children) {
    if (ELSE.test(fold(child.title.slice(0, 40)))) continue
    const named = kindsOf(child)
    // Under `Mục tiêu`, `Mục tiêu cụ thể` is narrower; under `Mục đích, yêu cầu` each is one.
    collect(reading, child, named === null || named.length === 0 ? kinds : named)
  }
}

/** A section's words without its children, and without its heading where it has one of its own. */
function ownText(document: TextDocument, section: Section, headed: boolean): Span | null {
  const first = section.children[0]
  const end = first?.span.start ?? section.span.end
  const at = section.raw.indexOf(section.title.slice(0, 12))
  let start = section.span.start + Math.max(at, 0)
  if (headed) start += headingLength(section, start)
  const printed = document.text.slice(start, end)
  const lead = /^[\s:.–-]{0,12}/u.exec(printed)?.[0].length ?? 0
  const tail = printed.trimEnd().length
  // Rows of a table are no statements.
  return tail - lead < 8 || printed.includes(' | ') ? null : { start: start + lead, end: start + tail }
}

/** How much of the print from `start` is the heading: what comes before its colon, or else the title. */
function headingLength({ title, span, raw }: Section, start: number): number {
  const printed = raw.slice(start - span.start, start - span.start + LONGEST_HEADING)
  const colon = /^[^:.\n]{4,60}:/u.exec(printed)?.[0].length
  return colon ?? Math.min(title.length, printed.length)
}

function toGoal({ document, reference }: Reading, span: Span, section: Section, kind: Kind | null): Goal {
  const clause = clauseOf(document, span.start, span.end)
  return {
    raw: document.text.slice(span.start, span.end),
    span,
    confidence: kind === null ? 0.7 : 0.85,
    section: section.path,
    kind,
    text: document.text.slice(span.start, span.end).replace(/\s+/gu, ' '),
    quantities: findQuantities(clause),
    times: findTimes(clause, reference),
  }
}
