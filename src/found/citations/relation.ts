import type { CitationRelation } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import type { TextDocument } from '../document.ts'
import { cueAtEnd, opening } from './cue-reading.ts'
import { groundOf, sentenceStart } from './sentence.ts'

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
