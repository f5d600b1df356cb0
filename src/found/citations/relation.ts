import type { CitationRelation } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import type { TextDocument } from '../document.ts'
import { CUES, type Cue, FILLING } from './cues.ts'

/** A document cited, as far as its relation needs it; in order of occurrence. */
export interface Related {
  span: Span
  key: string
  /** The code of its kind, and whether it has a number or is named. */
  type: string
  isNumbered: boolean
  isGround: boolean
  /** Where its date and issuer end, and where its subject does. */
  tailEnd: number
  subjectEnd: number
}

export interface Relation {
  relation: CitationRelation
  relationOf: string | null
}

const SELF = 'self'
const MOST_BEFORE = 160
// A relation of the document itself unless another is named; of the rest the words must name one.
const OF_SELF = new Set<CitationRelation>(['basis', 'implements', 'guided-by', 'mentioned'])

/**
 * What the words around each citation say that is done with it, and by which document: `Kế hoạch số 12/KH-UBND … về thực hiện Nghị quyết số 5/NQ-CP` has
 * 12/KH-UBND carry out 5/NQ-CP, and `Thực hiện Nghị quyết số 5/NQ-CP …` the document itself.
 */
export function relate(document: TextDocument, cited: readonly Related[], ownType: string | null): Relation[] {
  const relations: Relation[] = []
  const inner: boolean[] = []
  // The last citation that stands in no other's subject and no brackets: the next of its list has its relation.
  let head = -1
  cited.forEach((own, index) => {
    const { start } = own.span
    const before = cited[index - 1]
    const reach = before === undefined ? start : Math.min(start, Math.max(before.tailEnd, before.subjectEnd))
    const list = before === undefined ? null : LIST.exec(document.folded.slice(Math.max(reach, start - 24), start))
    if (before !== undefined && list !== null && start - reach < 24 && reach < start) {
      // `về thực hiện Nghị quyết số 5 và Kết luận số 6`: both stand in the subject; after a comma or semicolon the outer list goes on.
      const outer = cited[head]
      const goesOn = !list[0].includes(')') && (list.groups?.and !== undefined || (isAlike(own, before) && !isAlike(own, outer)))
      const from = goesOn || head < 0 ? index - 1 : head
      relations.push(relations[from] as Relation)
      inner.push(inner[from] ?? false)
    } else {
      const sentence = sentenceStart(document, start)
      const near = before !== undefined && before.tailEnd > sentence && before.tailEnd <= start ? before : null
      const nested = near !== null && start < near.subjectEnd
      const from = near === null ? sentence : nested ? near.tailEnd : reach
      const context: Context = {
        gap: document.folded.slice(Math.max(from, start - MOST_BEFORE), start),
        after: document.folded.slice(own.tailEnd, own.tailEnd + 40),
        holder: nested ? near : null,
        near,
        mayBeAmended: ownType !== 'KH' || own.type === 'KH',
        ground: own.isGround ? groundOf(document, start) : null,
      }
      const relation = read(context)
      relations.push(relation)
      inner.push(nested || /\([^)]*$/u.test(context.gap) || (near !== null && relation.relationOf === near.key))
    }
    if (inner[index] !== true) head = index
  })
  return relations
}

//  Quyết định số 1/QĐ-UBND ngày …, Kế hoạch số 2/KH-UBND   và các Nghị quyết số 3/NQ-HĐND
//                                ^^                      ^^^^^^^^
const LIST = /^[ ,;)]{0,4}(?<and>va |cung |cung voi )?(?:cac )?$/u

const isAlike = (a: Related, b: Related | undefined): boolean => a.type === b?.type && a.isNumbered === b.isNumbered

interface Context {
  /** The words between the sentence's beginning, or the citation before, and this one. */
  gap: string
  after: string
  /** The citation in whose subject it stands. */
  holder: Related | null
  /** The citation before it in its sentence. */
  near: Related | null
  /** A plan amends plans; that it names a decision to be amended is a task. */
  mayBeAmended: boolean
  /** What the paragraph does with its grounds, where it stands in them. */
  ground: 'basis' | 'implements' | null
}

function read({ gap, after, holder, near, mayBeAmended, ground }: Context): Relation {
  if (ENDED.test(after)) return { relation: 'repeals', relationOf: mayBeAmended ? SELF : null }
  const words = gap.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const found = cueAtEnd(words) ?? opening(gap, near === null, ground !== null)
  if (found === null) {
    if (holder !== null) return { relation: 'mentioned', relationOf: holder.key }
    return { relation: ground ?? 'mentioned', relationOf: SELF }
  }
  const { relation, subject } = found
  if (holder !== null) return { relation, relationOf: holder.key }
  if (OF_SELF.has(relation)) return { relation, relationOf: SELF }
  // `Nghị định số 1 đã được sửa đổi, bổ sung bởi Nghị định số 2`, `Quyết định số 3 thay thế Quyết định số 4`.
  if (near !== null && subject.every((word) => BETWEEN.has(word))) return { relation, relationOf: near.key }
  return { relation, relationOf: near === null && isOwn(relation, subject, mayBeAmended) ? SELF : null }
}

const BETWEEN = new Set(['da', 'duoc', 'bi', 'va', 'nay'])
const ENDED = /^[ ,]{0,2}(?:het hieu luc|bi bai bo(?! boi| tai| theo)|duoc bai bo(?! boi| tai| theo)|cham dut hieu luc)/u

/** Whether the words before a cue name the document itself, or nothing: `Kế hoạch này thay thế`, `(Ban hành kèm theo`. */
function isOwn(relation: CitationRelation, words: readonly string[], mayBeAmended: boolean): boolean {
  if (words.length === 0) return relation === 'attached-to' || mayBeAmended
  return words.some((word, i) => word === 'nay' && OWN_KIND.has(words[i - 1] ?? ''))
}

// Last words of the kinds that speak of themselves: `Kế hoạch này`, `Quyết định này`.
const OWN_KIND = new Set(['hoach', 'dinh', 'quyet', 'che', 'tu', 'trinh', 'an', 'dan', 'thi', 'bao'])

interface FoundCue {
  relation: CitationRelation
  /** The words before the cue. */
  subject: string[]
}

/** The cue nearest to the end of `words`, with nothing but filling after it. */
function cueAtEnd(words: readonly string[]): FoundCue | null {
  for (let end = words.length; end > 0 && end > words.length - 14; end--) {
    const last = words[end - 1] ?? ''
    const cue = CUES.get(last)?.find(({ words: own }) => own.length <= end && own.every((word, i) => words[end - own.length + i] === word))
    if (cue !== undefined) {
      const subject = words.slice(0, end - cue.words.length)
      return isDenied(cue, subject) ? { relation: 'mentioned', subject } : { relation: cue.relation, subject }
    }
    if (!FILLING.has(last) && !/^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/u.test(last)) return null
  }
  return null
}

// `kết quả thực hiện`, `5 năm thực hiện`, `tình hình triển khai`: what was carried out is looked at, not carried out.
const LOOKED_AT = new Set([
  'ket qua',
  'tinh hinh',
  'so ket',
  'tong ket',
  'qua trinh',
  'tien do',
  'cong tac',
  'muc do',
  'giam sat',
  'kiem tra',
])
const NOT = new Set(['khong', 'chua', 'chang', 'tranh'])

function isDenied({ relation }: Cue, subject: readonly string[]): boolean {
  const [third = '', second = '', last = ''] = [subject[subject.length - 3], subject[subject.length - 2], subject[subject.length - 1]]
  if (NOT.has(last) || (NOT.has(second) && last === 'duoc')) return true
  if (relation !== 'implements') return false
  if (last === 'nam' && /^\d+$|^nam$/u.test(second)) return true
  if (last === 'viec') return second !== 've'
  return LOOKED_AT.has(`${second} ${last}`) || (LOOKED_AT.has(`${third} ${second}`) && last === 'to')
}

//  Căn cứ ý kiến của Sở Y tế tại Tờ trình số …   Thực hiện chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số …
const GROUND = /^[^\p{L}]{0,6}can cu /u
const CARRIED_OUT =
  /^[^\p{L}]{0,6}(?:tiep tuc )?(?:thuc hien|trien khai|thi hanh|quan triet) (?!.{0,140}(?:quy dinh|che do)).{0,140} (?<by>tai|theo) (?:cac )?$/u
const GUIDED = /theo huong dan .{0,100} tai (?:cac )?$/u

/** The relation that the opening of the sentence tells, with names between it and its first citation. */
function opening(gap: string, isFirst: boolean, isGround: boolean): FoundCue | null {
  if (GUIDED.test(gap)) return { relation: 'guided-by', subject: [] }
  if (!isFirst) return null
  if (GROUND.test(gap)) return { relation: 'basis', subject: [] }
  const by = CARRIED_OUT.exec(gap)?.groups?.by
  return by === 'tai' || (by === 'theo' && isGround) ? { relation: 'implements', subject: [] } : null
}

// A stop, an empty line, the sign of a list, a word that opens a ground; the dot of `TP. Hà Nội` is none.
const BREAK = /[;:]|(?<!T[pP])[.!?](?=\s)|\n(?=\s{0,9}(?:\n|[-–+•*(]|\d{1,2}[.)]|[a-zđ]\)|Căn cứ |Thực hiện |Theo |Xét |Trên cơ sở ))/gu
// A heading in capitals, and what begins below it.
const BELOW_HEADING = /\p{Lu}{2} \p{Lu}{2,12}\n(?=\p{Lu}\p{Ll})/gu

// A paragraph of grounds, its semicolons included.
const PARAGRAPH = /\n(?=\s{0,9}(?:\n|[-–+•*(]|\d{1,2}[.)]|[a-zđ]\)|Căn cứ |Thực hiện |Theo |Xét |Trên cơ sở ))/gu
const CARRIES_OUT = /^[^\p{L}]{0,9}(?:tiep tuc )?(?:thuc hien|trien khai|quan triet) /u

/** `Thực hiện Chương trình hành động của Huyện ủy; Kế hoạch số 15/KH-UBND …`: what the first word says holds to the end of the paragraph. */
function groundOf({ text, folded }: TextDocument, at: number): 'basis' | 'implements' {
  const from = Math.max(0, at - 800)
  let start = from === 0 ? 0 : at
  for (const match of text.slice(from, at).matchAll(PARAGRAPH)) start = from + match.index + 1
  return CARRIES_OUT.test(folded.slice(start, Math.min(at, start + 40))) && /[;,]\s*$/u.test(text.slice(Math.max(0, at - 3), at))
    ? 'implements'
    : 'basis'
}

/** Where the sentence of `at` begins. */
function sentenceStart({ text }: TextDocument, at: number): number {
  const from = Math.max(0, at - 400)
  const before = text.slice(from, at)
  let start = from
  for (const pattern of [BREAK, BELOW_HEADING]) {
    for (const match of before.matchAll(pattern)) start = Math.max(start, from + match.index + match[0].length)
  }
  return start
}
