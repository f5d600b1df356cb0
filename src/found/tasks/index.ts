import { shapeLines } from '../../outline/layout.ts'
import { bareLetters, editDistance } from '../../outline/resemblance.ts'
import { type Opening, type OwnLine, readOpening } from '../../outline/title.ts'
import type { Section, Task } from '../../schema/fields.ts'
import { splitLines } from '../../text/lines.ts'
import { fold } from '../../vietnamese/letters.ts'
import { findDeadline, findRecurrence, type TimeReference } from '../time/index.ts'
import { coordinatesOf, type Lead, leadOfHeading, leadOfSentence, sameBodies } from './leads.ts'
import { hasVerb, toWords } from './names.ts'
import { VERBS } from './vocabulary.ts'

/** The text and its lines, with what each section says of its own. */
interface Source {
  text: string
  reference: TimeReference
  own: (section: Section) => PlacedLine[]
}

interface PlacedLine extends OwnLine {
  start: number
  end: number
}

/** What the headings above say to a duty. */
interface Above {
  section: string
  lead: string[]
}

/**
 * The duties that the assigning part of the outline gives (`TỔ CHỨC THỰC HIỆN`, `PHÂN CÔNG NHIỆM VỤ` …): one for each clause or dash, with who
 * leads it, named there or in the heading above, who joins in, and when. `reference` lends the year to times without one.
 */
export function findTasks(text: string, sections: Section[], reference: TimeReference): Task[] {
  const source = toSource(text, reference)
  const titled = assigningSections(sections)
  const assigning = new Set(titled.length > 0 ? titled : sections.filter((section) => namesBodies(source, section)))
  const walk = (section: Section, path: string): Task[] => {
    if (section.kind === 'appendix' && section.children.length === 0) return []
    if (assigning.has(section)) return dutiesOf(source, section, { section: section.path, lead: [] }, true)
    const here = section.kind === 'dash' ? path : section.path
    return [...duedElsewhere(source, section, here), ...section.children.flatMap((child) => walk(child, here))]
  }
  return sections.flatMap((section) => walk(section, section.path))
}

/** Outside the assigning part only a clause that names its body first and sets a last day is surely a duty. */
function duedElsewhere(source: Source, section: Section, path: string): Task[] {
  if (section.children.length > 0 || section.kind === 'roman' || section.kind === 'part') return []
  const own = source.own(section)
  if (readOpening(own, false).form === 'heading' || !own.some((line) => DUE.test(line.content))) return []
  const lead = leadOfSentence(joined(own))
  if (own.length === 0 || !lead || own.some((line) => line.shape.row)) return []
  const task = duty(source, own, { section: path, lead: [] }, lead)
  return task.deadline && LAST_DAY.test(task.deadline.raw) && task.deadline.precision === 'day' ? [task] : []
}

const DUE = /trước|nhất|hạn|muộn|hết/iu
const LAST_DAY = /^(?:(?:xong|hoàn thành) )?(?:trước|chậm nhất|muộn nhất|hạn|không muộn|đến hết)/iu

//  V. TỔ CHỨC THỰC HIỆN   IV. PHÂN CÔNG NHIỆM VỤ   Điều 3. Phân công trách nhiệm   II. Trách nhiệm của các cơ quan
const ASSIGNING =
  /(?:^|\s)t[oc] chuc (?:trien khai )?(?:thuc hien|trien khai)|(?:^|\s)phan cong|^(?:\S+ )?giao nhiem vu|^trach nhiem|^nhiem vu cua (?:cac|tung)|^to chuc thi hanh/u
const LONGEST_HEADING = 14
const ANCHORS = ['tochucthuchien', 'phancongnhiemvu', 'phancongthuchien', 'phancongtrachnhiem']

/** `TỔ CHỈ THỰC HIỆN`: the heading with a letter or three misread. */
function resemblesAssigning(title: string): boolean {
  const letters = bareLetters(title)
  return letters.length < 24 && ANCHORS.some((anchor) => editDistance(letters, anchor, 3) <= 3)
}

/** The outermost sections whose heading says that they assign work. */
export function assigningSections(sections: Section[]): Section[] {
  return sections.flatMap((section) => {
    if (section.kind === 'dash') return []
    if (section.kind === 'appendix') return assigningSections(section.children)
    const title = fold(section.title)
    if ((ASSIGNING.test(title) && title.split(' ').length <= LONGEST_HEADING) || resemblesAssigning(section.title)) return [section]
    return assigningSections(section.children)
  })
}

/** Where no heading assigns work, the part whose clauses mostly name a body first does: `V. NHIỆM VỤ CỤ THỂ: 1. Công an tỉnh …`. */
function namesBodies(source: Source, section: Section): boolean {
  const clauses = section.children.filter((child) => child.kind !== 'dash')
  const named = clauses.filter((child) => {
    const own = source.own(child)
    const opening = readOpening(own, child.children.length > 0)
    const under = own.length > opening.size || child.children.length > 0
    return (under && opening.form === 'heading' && leadOfHeading(opening.lines.join(' ')) !== null) || leadOfSentence(joined(own)) !== null
  })
  return clauses.length >= 3 && named.length >= 0.6 * clauses.length
}

function toSource(text: string, reference: TimeReference): Source {
  const lines = splitLines(text)
  const shapes = shapeLines(text, lines)
  const at = new Map(lines.map((line, i) => [line.start, i]))
  const own = (section: Section): PlacedLine[] => {
    const end = section.children[0]?.span.start ?? section.span.end
    const out: PlacedLine[] = []
    for (let i = at.get(section.span.start) ?? lines.length; i < lines.length; i++) {
      const line = lines[i]
      const shape = shapes[i]
      if (!line || !shape || line.start >= end) break
      if (shape.furniture && out.length > 0) continue
      const skip = out.length === 0 ? labelLength(section, shape.content) : 0
      const content = shape.content.slice(skip)
      if (content !== '') out.push({ content, shape, start: line.start + skip, end: line.end })
    }
    return out
  }
  return { text, reference, own }
}

/** How much of the first line the label takes; the section's own words tell where it ends. */
function labelLength(section: Section, content: string): number {
  const first = section.text.split(' ', 1)[0] ?? ''
  const at = content.indexOf(first, section.label.length)
  return at < 0 ? section.label.length : at
}

function dutiesOf(source: Source, section: Section, above: Above, top: boolean): Task[] {
  const own = source.own(section)
  const opening = endAtNames(own, readOpening(own, section.children.length > 0))
  const head = opening.lines.join(' ')
  const here: Above = { section: section.kind === 'dash' ? above.section : section.path, lead: above.lead }
  if (top) {
    const rest = paragraphs(own.slice(opening.size)).flatMap((paragraph) => introduced(source, paragraph, here))
    const clause = opening.form === 'heading' ? [] : clauseUnder(source, own, section, here)
    return [...clause, ...rest, ...inner(source, section, here)]
  }
  if (section.children.length === 0) return leaf(source, section, own, opening.size, here, opening.form === 'heading')
  const named = leadOfHeading(head) ?? (head.endsWith(':') ? leadOfSentence(head) : null)
  const lead = named ? resolve(named, above.lead) : null
  if (lead && (opening.form === 'heading' || head.endsWith(':'))) {
    const rest = own.slice(opening.size)
    const said = rest.length > 0 && /[.;]$/u.test(rest.at(-1)?.content ?? '') ? [duty(source, rest, { ...here, lead }, null)] : []
    return [...said, ...inner(source, section, { ...here, lead })]
  }
  if (section.kind === 'dash') return [whole(source, section, own, here)]
  if (NO_DUTY.test(fold(head))) return []
  if (opening.form === 'heading' || head.endsWith(':')) {
    // `a) Tổ chức tuyên truyền, gồm: - …; - …` is one duty of the body above; a heading over duties has duties below.
    const single = above.lead.length > 0 && head.endsWith(':') && section.children.every((child) => /^\p{Ll}/u.test(child.text))
    return single ? [whole(source, section, own, here)] : inner(source, section, here)
  }
  // A heading that could not be read as a name is no duty.
  if (!hasVerb(toWords(joined(own)))) return inner(source, section, here)
  const lead1 = leadOfSentence(joined(own))
  const names = lead1 ? resolve(lead1, above.lead) : above.lead
  return [duty(source, own, here, lead1), ...inner(source, section, { ...here, lead: names })]
}

/** A heading that names bodies may fill its line, and the duty start on the next: `5. Phòng Văn hóa …, Trung tâm Truyền thông ⏎ Xây dựng …`. */
function endAtNames(own: PlacedLine[], opening: Opening): Opening {
  for (let size = 1; size < Math.min(opening.size, 4); size++) {
    const next = toWords(own[size]?.content.slice(0, 30) ?? '')
    if (!/^\p{Lu}/u.test(next[0]?.text ?? '') || !VERBS.has(`${next[0]?.key ?? ''} ${next[1]?.key ?? ''}`)) continue
    const lines = own.slice(0, size).map((line) => line.content)
    if (!/[.;,]$/u.test(lines.join(' ')) && leadOfHeading(lines.join(' '))) return { lines, form: 'heading', doubtful: false, size }
  }
  return opening
}

const inner = (source: Source, section: Section, above: Above): Task[] =>
  section.children.flatMap((child) => dutiesOf(source, child, above, false))

/** Under an assigning heading that runs into its text: `3. Tổ chức thực hiện: Giao Văn phòng …`. */
function clauseUnder(source: Source, own: PlacedLine[], section: Section, above: Above): Task[] {
  const text = joined(own)
  const colon = text.indexOf(':')
  if (colon < 0 || section.children.length > 0) return []
  const first = own[0]
  const at = first?.content.indexOf(':') ?? -1
  if (!first || at < 0) return []
  const skipped = first.content.slice(at + 1)
  const content = skipped.trimStart()
  const moved = { ...first, content, start: first.end - content.length }
  return introduced(source, [...(content === '' ? [] : [moved]), ...own.slice(1)], above)
}

/** A paragraph straight under the assigning heading is a duty where it names who has it. */
function introduced(source: Source, paragraph: PlacedLine[], above: Above): Task[] {
  const text = joined(paragraph)
  if (paragraph.length === 0 || text.endsWith(':') || NO_DUTY.test(fold(text))) return []
  const lead = leadOfSentence(text)
  return lead ? [duty(source, paragraph, above, lead)] : []
}

const NO_DUTY =
  /^(?:kinh phi|nguon kinh phi|nguon luc|nguon von|thoi gian|dia diem|luu y|ghi chu|tren day|trong qua trinh|qua trinh|hieu luc|cac phu luc|kem theo|(?:thi dua, ?)?khen thuong|ky luat|xu ly trach nhiem|(?:ke hoach|quyet dinh|quy che|huong dan|nghi quyet|ket qua thuc hien)(?: nay)? (?:co|duoc|thay|se))(?![a-z])/u

function leaf(source: Source, section: Section, own: PlacedLine[], size: number, above: Above, heading: boolean): Task[] {
  if (own.length === 0 || own.every((line) => line.shape.row)) return []
  const rest = own.slice(size)
  const head = joined(own.slice(0, size))
  const named = heading && rest.length > 0 ? leadOfHeading(head) : null
  if (named) return [duty(source, rest, { ...above, lead: resolve(named, above.lead) }, null)]
  const text = joined(own)
  const lead = leadOfSentence(text)
  if (NO_DUTY.test(fold(text)) && !(lead?.explicit ?? false)) return []
  // A bare name or a heading without text gives no duty.
  if (!lead && rest.length === 0 && leadOfHeading(text) !== null && section.kind !== 'dash') return []
  return [duty(source, heading && rest.length > 0 && !lead ? rest : own, above, lead)]
}

/** A dash with its points beneath it, as one duty. */
function whole(source: Source, section: Section, own: PlacedLine[], above: Above): Task {
  const lines = [...own]
  const gather = (child: Section): void => {
    const printed = source.own(child)
    const first = printed[0]
    if (first)
      lines.push(
        { ...first, content: `${source.text.slice(child.span.start, first.start)}${first.content}`, start: child.span.start },
        ...printed.slice(1),
      )
    child.children.forEach(gather)
  }
  section.children.forEach(gather)
  return duty(source, lines, above, leadOfSentence(joined(own)))
}

function duty(source: Source, lines: PlacedLine[], above: Above, lead: Lead | null): Task {
  const start = lines[0]?.start ?? 0
  const end = lines.at(-1)?.end ?? start
  const action = joined(lines)
  const names = lead ? resolve(lead, above.lead) : above.lead
  return {
    raw: source.text.slice(start, end),
    span: { start, end },
    confidence: names.length > 0 ? (lead?.explicit === false ? 0.8 : 0.9) : 0.6,
    section: above.section,
    lead: names,
    coordinate: coordinatesOf(action),
    action,
    deadline: findDeadline(source.text, start, end, source.reference),
    recurrence: findRecurrence(source.text, start, end),
  }
}

/** A duty may name its body again, shortened: then the heading's name stands. */
function resolve(lead: Lead, above: string[]): string[] {
  return above.length > 0 && sameBodies(lead.names, above) ? above : lead.names
}

const joined = (lines: PlacedLine[]): string => lines.map((line) => line.content).join(' ')

function paragraphs(lines: PlacedLine[]): PlacedLine[][] {
  const out: PlacedLine[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last && line.shape.opens < 0.7) last.push(line)
    else out.push([line])
  }
  return out
}
