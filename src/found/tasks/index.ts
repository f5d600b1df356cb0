import { type Opening, readOpening } from '../../outline/title.ts'
import type { Issuer, Section, Task } from '../../schema/fields.ts'
import { endsIn } from '../../text/trim.ts'
import { fold } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import type { TimeReference } from '../time/index.ts'
import { assigningSections, namesBodies } from './assigning.ts'
import { bodyNames } from './canonical.ts'
import { type Above, type Named, resolve, toDuties, toDuty, toNamed } from './duty.ts'
import { leadOfHeading, leadOfSentence, leadOfTitle } from './leads.ts'
import { hasVerb, toWords } from './names.ts'
import { joined } from './placed.ts'
import { type PlacedLine, paragraphs, type Source, toSource } from './source.ts'
import { VERBS } from './vocabulary.ts'

export { assigningSections } from './assigning.ts'

/**
 * The duties that the assigning part of the outline gives (`TỔ CHỨC THỰC HIỆN`, `PHÂN CÔNG NHIỆM VỤ` …): one for each clause or dash, with who
 * leads it, named there or in the heading above, who joins in, and when. `reference` lends the year to times without one; `issuer` says whose
 * `Văn phòng` or `Sở` a name means.
 */
export function findTasks(document: TextDocument, sections: Section[], reference: TimeReference, issuer: Issuer | null = null): Task[] {
  const source = toSource(document, reference, bodyNames(document, issuer))
  const titled = assigningSections(sections)
  const assigning = new Set(titled.length > 0 ? titled : sections.filter((section) => namesBodies(source, section.children)))
  const root: Above = { section: '', path: '', parent: null, lead: [] }
  // Under a heading without a number the clauses stand at the top.
  if (assigning.size === 0 && namesBodies(source, sections)) return sections.flatMap((section) => dutiesOf(source, section, root))
  const walk = (section: Section, above: Above): Task[] => {
    if (section.kind === 'appendix' && section.children.length === 0) return []
    const here = within(section, above)
    if (assigning.has(section)) return dutiesOfPart(source, section, { ...here, section: section.path })
    return [...duedElsewhere(source, section, here), ...section.children.flatMap((child) => walk(child, here))]
  }
  return sections.flatMap((section) => walk(section, root))
}

/** What stands above the words of `section`: a dash belongs to the clause over it. */
const within = (section: Section, above: Above): Above => ({
  section: section.kind === 'dash' ? above.section : section.path,
  path: section.path,
  parent: above.path === '' ? null : above.path,
  lead: above.lead,
})

/** Outside the assigning part only a clause that names its body first and sets a last day is surely a duty. */
function duedElsewhere(source: Source, section: Section, above: Above): Task[] {
  if (section.children.length > 0 || section.kind === 'roman' || section.kind === 'part') return []
  const own = source.own(section)
  const sentence = joined(own)
  if (!DUE.test(sentence) || own.some((line) => line.shape.row) || readOpening(own, false).form === 'heading') return []
  const lead = leadOfSentence(sentence)
  if (!lead || /^\s?đã /u.test(sentence.slice(lead.end, lead.end + 5))) return []
  const task = toDuty(source, own, above, lead)
  return task.deadline && LAST_DAY.test(task.deadline.raw) && task.deadline.precision === 'day' ? [task] : []
}

const DUE = /(?:trước|nhất|hạn|muộn|hết)(?: [^\s;.]{1,12}){0,4} \d/iu
const LAST_DAY = /^(?:(?:xong|hoàn thành) )?(?:trước|chậm nhất|muộn nhất|hạn|không muộn|đến hết)/iu

function dutiesOfPart(source: Source, section: Section, above: Above): Task[] {
  const own = source.own(section)
  const opening = readOpening(own, section.children.length > 0)
  const rest = paragraphs(own.slice(opening.size)).flatMap((paragraph) => introduced(source, paragraph, above))
  const clause = opening.form === 'heading' ? [] : clauseUnder(source, own, section, above)
  return [...clause, ...rest, ...inner(source, section, above)]
}

function dutiesOf(source: Source, section: Section, above: Above): Task[] {
  const own = source.own(section)
  const opening = endAtNames(own, readOpening(own, section.children.length > 0))
  const head = opening.lines.join(' ')
  const here = within(section, above)
  // `1. Các sở, ban, ngành; UBND các huyện` looks like two sentences and is two names.
  const onlyNames = opening.form === 'clause' && opening.size <= LONGEST_NAMES && !endsIn(head, '.,') && leadOfHeading(head) !== null
  const heading = opening.form === 'heading' || onlyNames
  if (section.children.length === 0) return leaf(source, section, own, opening.size, here, heading)
  const headed = heading || head.endsWith(':')
  const named = leadOfHeading(head) ?? (head.endsWith(':') ? leadOfSentence(head) : headed ? leadOfTitle(head) : null)
  if (named && headed) {
    const lead = resolve(toNamed(named.names, own), above.lead)
    const rest = own.slice(opening.size)
    const said = rest.length > 0 && endsIn(rest.at(-1)?.content ?? '', '.;') ? [toDuty(source, rest, { ...here, lead }, null)] : []
    return [...said, ...inner(source, section, { ...here, lead })]
  }
  if (section.kind === 'dash') return [whole(source, section, own, here)]
  if (NO_DUTY.test(fold(head))) return []
  if (headed) {
    // `a) Tổ chức tuyên truyền, gồm: - …; - …` is one duty of the body above; a heading over duties has duties below.
    const single = above.lead.length > 0 && head.endsWith(':') && section.children.every((child) => /^\p{Ll}/u.test(child.text))
    return single ? [whole(source, section, own, here)] : inner(source, section, here)
  }
  // A heading that could not be read as a name is no duty.
  if (!hasVerb(toWords(joined(own)))) return inner(source, section, here)
  const lead = leadOfSentence(joined(own))
  const names: Named[] = lead ? resolve(toNamed(lead.names, own), above.lead) : above.lead
  return [toDuty(source, own, here, lead), ...inner(source, section, { ...here, lead: names })]
}

/** Words of a name that stands alone. */
const LONGEST_NAME = 9

/** Names in a heading take few lines. */
const LONGEST_NAMES = 3

/** A heading that names bodies may fill its line, and the duty start on the next: `5. Phòng Văn hóa …, Trung tâm Truyền thông ⏎ Xây dựng …`. */
function endAtNames(own: PlacedLine[], opening: Opening): Opening {
  for (let size = 1; size < Math.min(opening.size, 4); size++) {
    const next = toWords(own[size]?.content.slice(0, 30) ?? '')
    if (!/^\p{Lu}/u.test(next[0]?.text ?? '') || !VERBS.has(`${next[0]?.key ?? ''} ${next[1]?.key ?? ''}`)) continue
    const lines = own.slice(0, size).map((line) => line.content)
    if (!endsIn(lines.join(' '), '.;,') && leadOfHeading(lines.join(' '))) return { lines, form: 'heading', doubtful: false, size }
  }
  return opening
}

const inner = (source: Source, section: Section, above: Above): Task[] =>
  section.children.flatMap((child) => dutiesOf(source, child, above))

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

/** A paragraph straight under the assigning heading, or after its last clause, is a duty where it names who has it. */
function introduced(source: Source, paragraph: PlacedLine[], above: Above): Task[] {
  const text = joined(paragraph)
  if (paragraph.length === 0 || text.endsWith(':') || NO_DUTY.test(fold(text))) return []
  const lead = leadOfSentence(text)
  return lead ? toDuties(source, paragraph, above, lead) : []
}

const NO_DUTY =
  /^(?:kinh phi|nguon kinh phi|nguon luc|nguon von|thoi gian|dia diem|lo trinh|tien do|luu y|ghi chu|tren day|trong qua trinh|qua trinh|hieu luc|cac phu luc|kem theo|(?:thi dua, ?)?khen thuong|ky luat|xu ly trach nhiem|(?:ke hoach|quyet dinh|quy che|huong dan|nghi quyet|ket qua thuc hien)(?: nay)? (?:co|duoc|thay|se))(?![a-z])/u

function leaf(source: Source, section: Section, lines: PlacedLine[], size: number, above: Above, heading: boolean): Task[] {
  if (lines.length === 0 || lines.every((line) => line.shape.row)) return []
  const { own, after } = withoutClosing(source, lines, heading ? size : 0, above)
  const rest = own.slice(size)
  const head = joined(own.slice(0, size))
  const named = heading && rest.length > 0 ? (leadOfHeading(head) ?? leadOfTitle(head)) : null
  if (named) return [...toDuties(source, rest, { ...above, lead: resolve(toNamed(named.names, own), above.lead) }, null), ...after]
  const text = joined(own)
  const said = leadOfSentence(text)
  const lead = said?.weak && above.lead.length > 0 ? null : said
  if (NO_DUTY.test(fold(text)) && !(lead?.explicit ?? false)) return after
  // A bare name or a heading without text gives no duty; a sentence whose verb is not known does.
  const sentence = text.endsWith('.') && text.split(' ', LONGEST_NAME + 1).length > LONGEST_NAME
  if (!lead && rest.length === 0 && !sentence && leadOfHeading(text) !== null && section.kind !== 'dash') return after
  if (heading && rest.length > 0 && !lead) return [...toDuties(source, rest, above, leadOfSentence(joined(rest))), ...after]
  return [...toDuties(source, own, above, lead), ...after]
}

/** The last clause of a part runs on into the words that close the plan; those are of the part, not of the clause. `size` lines are its heading. */
function withoutClosing(source: Source, lines: PlacedLine[], size: number, above: Above): { own: PlacedLine[]; after: Task[] } {
  for (let i = size + 1; i < lines.length; i++) {
    const line = lines[i]
    if (!line || line.shape.opens < 0.7 || !endsIn(lines[i - 1]?.content ?? '', '.;/')) continue
    const paragraph = lines.slice(i)
    if (!closes(joined(paragraph), size > 0) && !endsText(paragraph)) continue
    const part = { ...above, section: above.parent ?? above.section, path: above.parent ?? above.path, parent: null, lead: [] }
    return { own: lines.slice(0, i), after: introduced(source, paragraph, part) }
  }
  return { own: lines, after: [] }
}

/** `./.` ends the text of a document (decree 30/2020/NĐ-CP, appendix I): the paragraph that it closes is no clause's, where that has ended before. */
const endsText = (paragraph: readonly PlacedLine[]): boolean =>
  /\. ?\/ ?\.$/u.test(paragraph.at(-1)?.content ?? '') && paragraph.slice(1).every((line) => line.shape.opens < 0.7)

const CLOSING =
  /^(?:tren day|trong qua trinh|qua trinh|(?:nhung |moi )?(?:kho khan,? )?vuong mac|(?:nghi quyet|quyet dinh|chuong trinh(?: hanh dong)?|de an|chi thi|ket luan|huong dan|phuong an) nay|can cu (?:noi dung |vao )?ke hoach|yeu cau|de nghi|giao|nhan duoc|kinh phi|ke hoach nay|moi y kien|tren co so|dinh ky)(?![a-z])/u

/** Words to all, or another body's, after a clause has ended. */
function closes(text: string, headed: boolean): boolean {
  const lead = leadOfSentence(text)
  return CLOSING.test(fold(text.slice(0, 60))) || (headed ? lead?.explicit === true : lead !== null)
}

/** A dash with its points beneath it, as one duty. */
function whole(source: Source, section: Section, own: PlacedLine[], above: Above): Task {
  const lines = [...own]
  const gather = (child: Section): void => {
    const printed = source.own(child)
    const first = printed[0]
    if (first)
      lines.push(
        { ...first, content: `${source.document.text.slice(child.span.start, first.start)}${first.content}`, start: child.span.start },
        ...printed.slice(1),
      )
    child.children.forEach(gather)
  }
  section.children.forEach(gather)
  return toDuty(source, lines, above, leadOfSentence(joined(own)))
}
