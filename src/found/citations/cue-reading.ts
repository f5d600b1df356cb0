import type { CitationRelation } from '../../schema/fields.ts'
import { CUES, type Cue, FILLING } from './cues.ts'

export interface FoundCue {
  relation: CitationRelation
  /** The words before the cue. */
  subject: string[]
}

/** The cue nearest to the end of `words`, with nothing but filling after it. */
export function cueAtEnd(words: readonly string[]): FoundCue | null {
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
export function opening(gap: string, isFirst: boolean, isGround: boolean): FoundCue | null {
  if (GUIDED.test(gap)) return { relation: 'guided-by', subject: [] }
  if (!isFirst) return null
  if (GROUND.test(gap)) return { relation: 'basis', subject: [] }
  const by = CARRIED_OUT.exec(gap)?.groups?.by
  return by === 'tai' || (by === 'theo' && isGround) ? { relation: 'implements', subject: [] } : null
}
