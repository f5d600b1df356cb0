import { bareLetters, editDistance } from '../../outline/resemblance.ts'
import { readOpening } from '../../outline/title.ts'
import type { Section } from '../../schema/fields.ts'
import { fold } from '../../vietnamese/letters.ts'
import { leadOfHeading, leadOfSentence } from './leads.ts'
import { joined } from './placed.ts'
import type { Source } from './source.ts'

//  V. TỔ CHỨC THỰC HIỆN   IV. PHÂN CÔNG NHIỆM VỤ   Điều 3. Phân công trách nhiệm   II. Trách nhiệm của các cơ quan
const ASSIGNING =
  /(?:^|\s)t[oc] chuc (?:trien khai )?(?:thuc hien|trien khai)|(?:^|\s)phan cong|^(?:\S{1,20} )?giao nhiem vu|^trach nhiem|^nhiem vu cua (?:cac|tung)|^to chuc thi hanh/u
const LONGEST_HEADING = 14
// With three letters lost.
const SHORTEST = 11
const ANCHORS = ['tochucthuchien', 'phancongnhiemvu', 'phancongthuchien', 'phancongtrachnhiem']

/** `TỔ CHỈ THỰC HIỆN`: the heading with a letter or three misread. */
function resemblesAssigning(title: string): boolean {
  if (title.length < SHORTEST) return false
  const letters = bareLetters(title)
  return letters.length >= SHORTEST && letters.length < 24 && ANCHORS.some((anchor) => editDistance(letters, anchor, 3) <= 3)
}

const assigns = (title: string): boolean => ASSIGNING.test(fold(title)) || resemblesAssigning(title)

/** The outermost sections whose heading says that they assign work. */
export function assigningSections(sections: Section[]): Section[] {
  return sections.flatMap((section) => {
    if (section.kind === 'dash') return []
    if (section.kind === 'appendix') return assigningSections(section.children)
    if (section.title.split(' ', LONGEST_HEADING + 1).length <= LONGEST_HEADING && assigns(section.title)) return [section]
    return assigningSections(section.children)
  })
}

/** Whether a sentence names its body first and does not tell what that has done: `Phòng Nội vụ đã tổ chức …`. */
function charges(sentence: string): boolean {
  const lead = leadOfSentence(sentence)
  return lead !== null && !/^\s?(?:đã|được|vừa|hiện) /iu.test(sentence.slice(lead.end, lead.end + 8))
}

/** Where no heading assigns work, the part whose clauses mostly name a body first does: `V. NHIỆM VỤ CỤ THỂ: 1. Công an tỉnh …`. */
export function namesBodies(source: Source, children: readonly Section[]): boolean {
  const clauses = children.filter((child) => child.kind !== 'dash' && child.kind !== 'appendix')
  const named = clauses.filter((child) => {
    const own = source.own(child)
    const opening = readOpening(own, child.children.length > 0)
    const under = own.length > opening.size || child.children.length > 0
    return (under && opening.form === 'heading' && leadOfHeading(opening.lines.join(' ')) !== null) || charges(joined(own))
  })
  return clauses.length >= 3 && named.length >= 0.6 * clauses.length
}
