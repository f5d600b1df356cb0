import { compareKey, foldAligned } from '../../vietnamese/letters.ts'
import { matchesAt } from '../matches.ts'
import { listedAfter, spoiltDepartment } from './listed.ts'
import { headAt, type Name, readBodies, saysMore, splitNames, toWords, trimMarks, type Word } from './names.ts'

/** Who answers for a duty, and where in the sentence the naming ends. */
export interface Lead {
  /** The bodies, with their offsets in the sentence or heading. */
  names: Name[]
  end: number
  /** Whether the text says so outright: `Giao X`, `X có trách nhiệm`, `X: …`. */
  explicit: boolean
  /** Whether no verb of a duty ends the name: under a heading that names its bodies it is none. */
  weak?: boolean
}

//  Giao cho X   Đề nghị X   Trách nhiệm của X
// `Đã nghị` is `Đề nghị` misread.
const CUE =
  /^(?:(?:(?:kính |trân trọng )?đ[ềểêã] nghị|giao|yêu cầu|phân công|trách nhiệm|nhiệm vụ|đối với|về phía)(?: (?:của|cho|đối với))?)(?![\p{L}])\s{0,2}/iu
// A meeting, not a charge: `Giao ban hằng tuần`.
const MEETING = /^giao ban(?![\p{L}])/u

const cueOf = (text: string): RegExpExecArray | null => (MEETING.test(`g${text.slice(1, 10)}`) ? null : CUE.exec(text))

const TAILS_OF_NAME = [
  'có trách nhiệm',
  'chịu trách nhiệm',
  'có nhiệm vụ',
  'chủ trì phối hợp',
  'chủ trì, phối hợp',
  'chủ trì và phối hợp',
  'chủ trì',
]
const BRACKETED = /^\((?:đề nghị|cơ quan|bộ phận|đơn vị|chủ trì)/iu
const APPOSED = /^ [-–] (?:cơ quan|đơn vị|bộ phận|thường trực) /iu

/** `Sở Tư pháp - cơ quan thường trực Hội đồng`, `Hội Nông dân (đề nghị)`, `Văn phòng có trách nhiệm:` without what follows the name. */
function withoutTail(name: string): string {
  let text = trimMarks(name)
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (APPOSED.test(text.slice(at, at + 24))) {
      text = text.slice(0, at)
      break
    }
  }
  const lower = text.toLowerCase()
  const tail = TAILS_OF_NAME.find((words) => lower.endsWith(` ${words}`))
  if (tail !== undefined) text = trimMarks(text.slice(0, -tail.length))
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1
  return open > 0 && BRACKETED.test(text.slice(open, open + 16)) ? text.slice(0, open).trimEnd() : text
}

/** The bodies of `named`, a stretch of `sentence` that starts at `from` or behind the marks there. */
const namesIn = (sentence: string, named: string, from: number): Name[] => splitNames(named, Math.max(from, sentence.indexOf(named, from)))

/** `Số. Nội vụ`, `Các Sở., ban`: the head of a department with its vowel misread and a speck behind it, in as many letters. */
const mendHeads = (text: string): string => {
  const at = MARKS_BEFORE.exec(text)?.[0].length ?? 0
  const spoilt = spoiltDepartment(text.slice(at, at + LONGEST_HEAD))
  const mended = spoilt === 0 ? text : `${text.slice(0, at)}${'Sở'.padEnd(spoilt)}${text.slice(at + spoilt)}`
  return mended.startsWith('Các S', at) ? mended.replace(/^(.{0,6}Các S\p{L})\.(?=,)/u, '$1 ') : mended
}

const LONGEST_HEAD = 60

/** Whether a body's name starts at `from`: a look at its first words, before the whole sentence is cut into words. */
const opensBody = (text: string, from: number, free: boolean): boolean =>
  headAt(toWords(text.slice(from, from + LONGEST_HEAD)), 0, free) > 0

const LONGEST_NAME = 40
const MARKS_BEFORE = /^[\s\d.)]{0,6}/u

/** The bodies that a heading names: `2. Phòng Nội vụ`, `6. Đề nghị Ủy ban MTTQ và các đoàn thể huyện`; null for any other heading. */
export function leadOfHeading(printed: string): Lead | null {
  const heading = mendHeads(printed)
  const cue = cueOf(heading)
  const named = withoutTail(heading.slice(cue?.[0].length ?? 0))
  const free = cue !== null
  if (!opensBody(named, 0, free) && !(free && /^\p{Lu}/u.test(named))) return null
  const words = toWords(named)
  // What is asked or charged is a body, whatever it is called; any other heading must open as bodies do.
  if (headAt(words, 0, free) === 0 && !(cue !== null && /^\p{Lu}/u.test(named))) return null
  if (words.length <= LONGEST_NAME && !/[.:]/u.test(named) && !FINITE.test(named) && !saysMore(words)) {
    return { names: namesIn(heading, named, cue?.[0].length ?? 0), end: heading.length, explicit: cue !== null }
  }
  const phrase = readBodies(named, words, 0, free)
  if (!phrase) return null
  // What is left over shows a heading that says more than a name.
  const rest = words.slice(phrase.next).filter((word) => /[\p{L}]/u.test(word.text))
  if (rest.length > 0 && !/^\s{0,2}\(/u.test(named.slice(words[phrase.next]?.start ?? 0))) return null
  return { names: namesIn(heading, withoutTail(phrase.text), cue?.[0].length ?? 0), end: heading.length, explicit: cue !== null }
}

const LONGEST_TITLE = 18

/** The bodies of a heading over duties whose names hold verbs: `2. Hội đồng tư vấn cấp, thu hồi giấy phép hành nghề`; null where it says more. */
export function leadOfTitle(printed: string): Lead | null {
  const heading = mendHeads(printed)
  const named = withoutTail(heading)
  const words = toWords(named)
  if (words.length > LONGEST_TITLE || headAt(words, 0, false) === 0 || /[.:]/u.test(named) || FINITE.test(named)) return null
  return { names: namesIn(heading, named, 0), end: heading.length, explicit: false }
}

/**
 * Who leads the duty `sentence`: `Giao X chủ trì …`, `X có trách nhiệm …`, `X: …`, also after a time or a ground
 * (`Định kỳ hằng quý X tổng hợp`, `Căn cứ Kế hoạch này, X và Y tiến hành`). Null where the sentence starts with its verb.
 */
export function leadOfSentence(printed: string): Lead | null {
  const sentence = mendHeads(printed)
  const from = MARKS_BEFORE.exec(sentence)?.[0].length ?? 0
  const cue = cueOf(sentence.slice(from))
  const start = from + (cue?.[0].length ?? 0)
  if (!opensBody(sentence, start, cue !== null) && (cue !== null || !(OPENING.test(sentence) || LABEL.test(sentence)))) return null
  const words = toWords(sentence.slice(0, 500))
  const first = words.findIndex((word) => word.start >= start)
  if (first < 0) return null
  const direct = beforeColon(sentence, words, first) ?? charged(sentence, words, first) ?? readAt(sentence, words, first, cue !== null)
  if (direct) return { ...direct, explicit: direct.explicit || cue !== null }
  return cue ? null : (leadAfterLabel(sentence, words) ?? leadAfterOpening(sentence, words))
}

// What shows that a sentence, not only a name, stands before the colon.
const FINITE =
  /(?<![\p{L}])(?:chủ trì|phối hợp|căn cứ|triển khai|tham mưu|thực hiện|chỉ đạo|tiến hành|chịu|báo cáo|gửi|ban hành|phải|cần|sẽ|như sau|gồm|nội dung|tổ chức(?! (?:cán bộ|chính trị|xã hội|-)))(?![\p{L}])/u

/** `Ban Quản lý dự án đầu tư xây dựng: hoàn thành …`: all before the colon is the name, verbs in it or not. */
function beforeColon(sentence: string, words: Word[], at: number): Lead | null {
  if (headAt(words, at, false) === 0) return null
  const start = words[at]?.start ?? 0
  const colon = sentence.indexOf(':', start)
  if (colon < 0 || colon - start > 220 || listedAfter(sentence, start, colon) > 0) return null
  const named = withoutTail(sentence.slice(start, colon))
  if (/\./u.test(named) || FINITE.test(named.replace(/^Ban [^,]*/u, ''))) return null
  return { names: namesIn(sentence, named, start), end: colon, explicit: true }
}

//  UBND huyện giao Phòng Nội vụ chủ trì …   Chủ tịch UBND xã yêu cầu các thôn …
//             ^^^^ who is charged has the duty, not who charges
const CHARGES = /^(?:giao|yêu cầu|đề nghị|phân công)(?: cho)? (?=\p{Lu}|các |đồng chí )/u

function charged(sentence: string, words: Word[], at: number): Lead | null {
  const phrase = readBodies(sentence, words, at, false)
  const verb = phrase?.by === 'verb' ? words[phrase.next] : undefined
  const cue = verb === undefined ? null : CHARGES.exec(sentence.slice(verb.start, verb.start + 24))
  if (verb === undefined || cue === null) return null
  const next = words.findIndex((word) => word.start >= verb.start + cue[0].length)
  const lead = next < 0 || headAt(words, next, true) === 0 ? null : readAt(sentence, words, next, true)
  return lead === null ? null : { ...lead, explicit: true }
}

function readAt(sentence: string, words: Word[], at: number, free: boolean): Lead | null {
  const phrase = readBodies(sentence, words, at, free)
  if (!phrase) return null
  const next = words[phrase.next]
  const rest = next ? sentence.slice(next.start, next.start + 40) : ''
  const outright = phrase.by === 'colon' || /^(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)|chủ trì|là )/iu.test(rest)
  if (phrase.by === 'other' && !free && !/^(?:trong|tại|theo|khi|ngay|kịp|đã|không|với|sớm) /iu.test(rest)) return null
  if (phrase.by === 'other' && !free && phrase.text.split(' ').length < 2) return null
  return {
    names: namesIn(sentence, withoutTail(phrase.text), words[at]?.start ?? 0),
    end: next?.start ?? sentence.length,
    explicit: outright,
    weak: phrase.by === 'other' && !free,
  }
}

//  Chế độ báo cáo: các đơn vị gửi …   Kỳ báo cáo: Văn phòng Sở báo cáo …
//                  ^^^^^^^^^^ the label before the colon is what it is about
const LABEL =
  /^(?:chế độ|kỳ|thời hạn|báo cáo|công tác|việc|định kỳ|về|lịch|sơ kết|tổng kết|họp|giao ban|kiểm tra|theo dõi)(?![\p{L}])[^:.;]{0,40}: (?=\p{L})/iu

function leadAfterLabel(sentence: string, words: Word[]): Lead | null {
  const label = LABEL.exec(sentence)
  if (label === null) return null
  const first = words.findIndex((word) => word.start >= label[0].length)
  const lead = first < 0 || headAt(words, first, false) === 0 ? null : readAt(sentence, words, first, false)
  return lead === null ? null : { ...lead, explicit: true }
}

// An opening that comes before the subject: a time, a ground, a condition.
const OPENING =
  /^(?:định kỳ|căn cứ|trên cơ sở|trước|từ|vào|hằng|hàng|ngày|tháng|quý|trong|theo(?! dõi)|sau|khi|ngoài|đến|để|với|cuối|đầu|tùy|thông qua|cùng|chậm nhất|riêng|giai đoạn|năm)(?![\p{L}])/iu
const STRONG =
  /^(?:(?:có |chịu )?(?:trách nhiệm|nhiệm vụ)|chủ trì|tiến hành|tổng hợp|tổ chức|thực hiện|xây dựng|gửi|báo cáo|lập|triển khai|chủ động|phối hợp|phải|cần|rà soát|tham mưu|kiểm tra|ban hành|tự)(?![\p{L}])/iu
const OPENING_WORDS = 45

function leadAfterOpening(sentence: string, words: Word[]): Lead | null {
  if (!OPENING.test(sentence)) return null
  for (let i = 1; i < Math.min(words.length, OPENING_WORDS); i++) {
    if (/^[.;]$/u.test(words[i]?.text ?? '')) return null
    const afterComma = words[i - 1]?.text === ','
    if (headAt(words, i, afterComma) === 0) continue
    const phrase = readBodies(sentence, words, i, afterComma)
    const next = phrase ? words[phrase.next] : undefined
    if (!phrase || !next || phrase.by !== 'verb' || !STRONG.test(sentence.slice(next.start, next.start + 20))) continue
    return { names: namesIn(sentence, withoutTail(phrase.text), words[i]?.start ?? 0), end: next.start, explicit: true }
  }
  return null
}

//  phối hợp với X   phối hợp chặt chẽ cùng X   phối hợp Công an tỉnh
const TOGETHER = /(?:phối|kết|kế) hợp(?: (?:chặt chẽ|đồng bộ|thường xuyên))?(?: (?:cùng với|với|cùng))?\s/iuy
const TOGETHER_FOLDED = /(?:phoi|ket|ke) hop/g

const LONGEST_DUTY = 6000

/** The bodies named after `phối hợp với` in `sentence`, each once. */
export function coordinatesOf(sentence: string): Name[] {
  const names: Name[] = []
  const searched = sentence.slice(0, LONGEST_DUTY)
  for (const match of matchesAt(TOGETHER, searched, TOGETHER_FOLDED, foldAligned(searched))) {
    const at = match.index + match[0].length
    const free = /(?:với|cùng)\s$/iu.test(match[0]) || /^(?:các|những)(?![\p{L}])/iu.test(sentence.slice(at, at + 6))
    if (!opensBody(sentence, at, free)) continue
    const rest = sentence.slice(at, at + 600)
    const words = toWords(rest)
    const phrase = readBodies(rest, words, 0, free)
    if (!phrase) continue
    names.push(...splitNames(phrase.text, at + (words[0]?.start ?? 0)))
  }
  const seen = new Set<string>()
  return names.filter(({ text }) => !seen.has(compareKey(text)) && seen.add(compareKey(text)))
}

const ABBREVIATIONS: [RegExp, string][] = [
  [/ubmttq(?:vn)?|ub mttq|mttq/gu, 'ủy ban mặt trận tổ quốc'],
  [/ubnd/gu, 'ủy ban nhân dân'],
  [/hđnd/gu, 'hội đồng nhân dân'],
  [/bhxh/gu, 'bảo hiểm xã hội'],
  [/(?<![\p{L}])vp(?![\p{L}])/gu, 'văn phòng'],
]

/** Whether two lists of names mean the same bodies, one of them perhaps shortened. */
export function sameBodies(one: string[], other: string[]): boolean {
  const expand = (names: string[]): Set<string> => {
    let text = compareKey(names.join(' '))
    for (const [short, long] of ABBREVIATIONS) text = text.replace(short, long)
    return new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== 'ủy' && word !== 'ban' && word !== 'các' && word !== ''))
  }
  const a = expand(one)
  const b = expand(other)
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared >= 0.7 * Math.min(a.size, b.size) && shared >= 0.5 * Math.max(a.size, b.size)
}
