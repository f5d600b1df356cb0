import { kindAt, LETTER_KIND, LOWER, SPACE, UPPER, WORD_KIND, widthAt } from '../../vietnamese/kind.ts'
import { compareKey } from '../../vietnamese/letters.ts'
import { listedAfter, readListed } from './listed.ts'
import { BODY_HEADS, GENERIC, HEADS_OF_MANY, NAME_GOES_ON, NO_BODY, NOMINAL, PLURAL_ONLY, STOPS, TAILS, VERBS } from './vocabulary.ts'

export interface Word {
  text: string
  key: string
  start: number
  end: number
}

const keys = new Map<string, string>()
const MOST_KEYS = 20_000

/** `compareKey` of a word, remembered: a plan says the same words again and again. */
function keyOf(word: string): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  const key = compareKey(word)
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(word, key)
  return key
}

const JOINTS = "./&'’"

/** The words and marks of one line of text: `UBND`, `đ/c`, `TT&TT`, `,`. */
export function toWords(text: string): Word[] {
  const words: Word[] = []
  const { length } = text
  for (let start = 0; start < length; ) {
    const kind = kindAt(text, start)
    if ((kind & SPACE) !== 0) {
      start++
      continue
    }
    const end = (kind & WORD_KIND) === 0 ? start + widthAt(text, start) : wordEnd(text, start)
    const word = text.slice(start, end)
    words.push({ text: word, key: keyOf(word), start, end })
    start = end
  }
  return words
}

/** Where the word that begins at `start` ends. */
function wordEnd(text: string, start: number): number {
  let end = start
  for (;;) {
    if ((kindAt(text, end) & WORD_KIND) !== 0) end += widthAt(text, end)
    else if (end < text.length && JOINTS.includes(text.charAt(end)) && (kindAt(text, end + 1) & WORD_KIND) !== 0) end++
    else return end
  }
}

const two = (words: Word[], i: number): string => `${words[i]?.key ?? ''} ${words[i + 1]?.key ?? ''}`
const three = (words: Word[], i: number): string => `${two(words, i)} ${words[i + 2]?.key ?? ''}`
const isLower = (word: Word | undefined): boolean => word !== undefined && (kindAt(word.text, 0) & LOWER) !== 0
const isUpper = (word: Word | undefined): boolean => word !== undefined && (kindAt(word.text, 0) & UPPER) !== 0
const DETERMINERS = new Set(['các', 'những', 'mỗi', 'từng', 'mọi'])

// A look at one word spares making phrases of it and the next.
const firstWords = (phrases: Iterable<string>): Set<string> => new Set([...phrases].map((phrase) => phrase.split(' ', 1)[0] ?? ''))
const OPEN_BODIES = firstWords(BODY_HEADS)
const OPEN_VERBS = firstWords(VERBS)
const OPEN_STOPS = firstWords(STOPS)

/** How many words the head of a body at `i` takes, or 0 where none stands there. `free` allows heads in small letters. */
export function headAt(words: Word[], i: number, free: boolean): number {
  const word = words[i]
  if (!word || (kindAt(word.text, 0) & LETTER_KIND) === 0) return 0
  const next = words[i + 1]
  if (word.key === 'toàn' || (word.key === 'tất' && next?.key === 'cả')) return headAt(words, i + 2, true) > 0 ? 1 : 0
  if (DETERMINERS.has(word.key)) {
    const after = [three(words, i + 1), two(words, i + 1), next?.key ?? '']
    const named = after.some((key) => BODY_HEADS.has(key) || GENERIC.has(key))
    return named && !NO_BODY.has(two(words, i + 1).replace(/^tổ chức$/u, '')) ? 1 : 0
  }
  if ((!free && isLower(word)) || !OPEN_BODIES.has(word.key)) return 0
  if (BODY_HEADS.has(three(words, i)) && !PLURAL_ONLY.has(three(words, i))) return 3
  if (NO_BODY.has(two(words, i)) || NO_BODY.has(three(words, i)) || (word.key === 'phòng' && next?.text === ',')) return 0
  for (const [length, key] of [
    [3, three(words, i)],
    [2, two(words, i)],
    [1, word.key],
  ] as const) {
    if (!BODY_HEADS.has(key)) continue
    if (PLURAL_ONLY.has(key) && !free) return 0
    return length
  }
  return 0
}

export interface NounPhrase {
  text: string
  /** The first word after it. */
  next: number
  /** What ended it: a verb, a colon, or something else. */
  by: 'verb' | 'colon' | 'other'
}

const LONGEST = 48

/** The name or names of bodies that start at word `i` of `text`, up to the verb or mark that ends them; null where no body starts. */
export function readBodies(text: string, words: Word[], i: number, free: boolean): NounPhrase | null {
  const head = headAt(words, i, free)
  if (head === 0) return null
  let at = i + head
  while (at < words.length && at - i < LONGEST) {
    const word = words[at]
    if (!word) break
    if (word.text === '(' || word.text === '“' || word.text === '"') {
      const close = closing(words, at)
      if (close < 0) return finish(text, words, i, at, 'other')
      at = close + 1
      continue
    }
    if (word.text === ':') {
      const listed = listedAfter(text, words[i]?.start ?? 0, word.start)
      if (listed === 0) return finish(text, words, i, at, 'colon')
      while (at < words.length && (words[at]?.end ?? 0) <= word.start + listed) at++
      continue
    }
    const opensNext = word.text === ';' && headAt(words, at + 1, false) > 0
    if ('.;!?…)'.includes(word.text.charAt(0)) && !opensNext) return finish(text, words, i, at, 'other')
    // `Phòng Cảnh sát phòng, chống tội phạm`
    if (word.text === ',' && words[at - 1]?.key === 'phòng' && words[at + 1]?.key === 'chống') {
      at += 2
      continue
    }
    if (word.text === ',' || opensNext || word.key === 'và') {
      if (!goesOn(words, at + 1, word.key === 'và')) return finish(text, words, i, at, isVerb(words, at + 1, i) ? 'verb' : 'other')
      at++
      continue
    }
    if (isVerb(words, at, i)) return finish(text, words, i, at, 'verb')
    const tail = isLower(word) ? TAILS.exec(text.slice(word.start, word.start + 60))?.[0] : undefined
    if (tail !== undefined) {
      while (at < words.length && (words[at]?.end ?? 0) <= word.start + tail.length) at++
      continue
    }
    if (isLower(word) && stops(words, at)) return finish(text, words, i, at, 'other')
    at++
  }
  return finish(text, words, i, at, 'other')
}

const stops = (words: Word[], at: number): boolean => {
  const key = words[at]?.key ?? ''
  // `các cơ sở có hoạt động về dược`, `Bộ phận giúp việc cho Hội đồng`
  if (key === 'về' && /^(?:hoạt động|chuyên trách|phụ trách)$/u.test(two(words, at - 2))) return false
  if (key === 'cho' && two(words, at - 2) === 'giúp việc') return false
  // `Phòng Cảnh sát phòng, chống tội phạm về môi trường`
  if (key === 'về' && two(words, at - 2) === 'tội phạm') return false
  if (key === 'không' && words[at - 1]?.key === 'hàng') return false
  // What stands before `trách nhiệm` is a `có`, whatever was read.
  if (words[at + 1]?.key === 'trách' && words[at + 2]?.key === 'nhiệm') return false
  return OPEN_STOPS.has(key) && (STOPS.has(key) || STOPS.has(two(words, at)))
}

const ENDS_NO_NAME = new Set([',', '–', '-', 'và'])

function finish(text: string, words: Word[], from: number, to: number, by: NounPhrase['by']): NounPhrase | null {
  let last = to - 1
  while (last > from && ENDS_NO_NAME.has(words[last]?.key ?? '')) last--
  // A misread `có` before `trách nhiệm`.
  if (by === 'verb' && two(words, to) === 'trách nhiệm' && last > from && /^\p{Ll}{1,2}$/u.test(words[last]?.text ?? '')) last--
  const start = words[from]?.start ?? 0
  return { text: text.slice(start, words[last]?.end ?? start), next: to, by }
}

function closing(words: Word[], open: number): number {
  const mark = words[open]?.text === '(' ? ')' : words[open]?.text === '“' ? '”' : '"'
  for (let at = open + 1; at < words.length && at - open < 40; at++) if (words[at]?.text === mark) return at
  return -1
}

const PLAIN_DUTY = new Set(['xây dựng', 'tổng hợp', 'đánh giá', 'khen thưởng', 'giải quyết', 'theo dõi', 'tập huấn', 'rà soát'])
const OUTRIGHT = /^(?:là |chủ trì |có trách |có nhiệm |chịu trách )/u
// Bodies set up for a task open a name of their own wherever they stand: `thành viên Ban kiểm tra`, `Trưởng Đoàn giám sát`.
const SET_UP = new Set(['Ban', 'Đoàn', 'Tổ'])

/** Whether a duty's verb stands at `at`, `from` being where the name began. */
function isVerb(words: Word[], at: number, from: number): boolean {
  const word = words[at]
  if (!word || !isLower(word)) return false
  if (word.key === 'trách' && words[at + 1]?.key === 'nhiệm') return true
  if (word.key === 'có') return /^(?:trách nhiệm|nhiệm vụ|kế hoạch|biện pháp|ý kiến|văn bản|giải pháp|hình thức)$/u.test(two(words, at + 1))
  if (!OPEN_VERBS.has(word.key)) return false
  const pair = two(words, at)
  // `Trung tâm Công nghệ thông tin`, `Ban Chỉ đạo chuyển đổi số`, `Ban Giám sát đầu tư của cộng đồng`
  if (pair === 'đầu tư' && two(words, at - 2) === 'giám sát') return false
  if (pair === 'thông tin' && two(words, at - 2) === 'công nghệ') return false
  if (pair === 'thường xuyên' && two(words, at - 2) === 'giáo dục') return false
  if (pair === 'chuyển đổi' && two(words, at - 2) === 'chỉ đạo') return false
  if (!VERBS.has(pair) && !VERBS.has(word.key)) return false
  const before = words[at - 1]
  if (!before || at === from || DETERMINERS.has(before.key) || (word.key === 'cần' && before.key === 'hậu')) return false
  // `Hội đồng phối hợp phổ biến, giáo dục pháp luật`, `cơ quan chủ trì`
  if (/^(?:phối hợp|chủ trì)$/u.test(pair))
    return !(at - from <= 2 && /^(?:hội đồng|cơ quan|đơn vị)$/u.test(two(words, at - 2)) && words[at + 2]?.text !== ',')
  if (!NOMINAL.has(pair) && !NOMINAL.has(word.key)) return !(word.key === 'nộp' && before.key === 'nguồn')
  // `Phòng Kế hoạch tổng hợp chủ trì`, `Phòng Công nghệ thông tin là`: the verb comes after.
  if (VERBS.has(pair) && OUTRIGHT.test(`${two(words, at + 2)} `)) return false
  // One syllable is a head only where a name begins: `Bộ đội Biên phòng quản lý` is no `phòng quản lý`.
  const begins =
    at - 1 === from ||
    SET_UP.has(before.text) ||
    /^(?:người|việc)$/u.test(before.key) ||
    DETERMINERS.has(words[at - 2]?.key ?? '') ||
    words[at - 2]?.text === ','
  const named = (i: number, key: string): string => (i === from || isLower(words[i]) ? key : '')
  const name = [begins ? before.key : '', named(at - 2, two(words, at - 2)), named(at - 3, three(words, at - 3))]
  // `Hội đồng Xét công nhận sáng kiến`
  const inName = isUpper(before) && at - from > 1 && (NAME_GOES_ON.has(two(words, at - 3)) || NAME_GOES_ON.has(words[at - 2]?.key ?? ''))
  // `Trưởng các khoa, phòng xây dựng kế hoạch`: a word for any such body, not a name.
  if (PLAIN_DUTY.has(pair) && isLower(before) && /^(?:phòng|khoa|ban|trung tâm|cơ quan|tổ|bộ phận)$/u.test(before.key)) return true
  // `Phòng Tổ chức cán bộ tổng hợp`: here the people are the field.
  if (two(words, at - 4) === 'tổ chức') return true
  return !inName && !name.some((key) => NAME_GOES_ON.has(key))
}

/** Whether any verb stands among `words`. */
export function hasVerb(words: Word[]): boolean {
  return words.some((word, i) => isLower(word) && OPEN_VERBS.has(word.key) && (VERBS.has(two(words, i)) || VERBS.has(word.key)))
}

/** Whether a verb that never stands in a name stands among `words`. */
export function saysMore(words: Word[]): boolean {
  return words.some(
    (word, i) =>
      i > 0 && isLower(word) && OPEN_VERBS.has(word.key) && [two(words, i), word.key].some((key) => VERBS.has(key) && !NOMINAL.has(key)),
  )
}

/** Whether after a comma or `và` at `at - 1` the names go on: another body, or another word of the same name. */
function goesOn(words: Word[], at: number, afterAnd: boolean): boolean {
  const word = words[at]
  if (!word) return false
  if (isVerb(words, at, at - 2) && headAt(words, at, false) === 0) return false
  if (headAt(words, at, true) > 0) return true
  if (GENERIC.has(word.key) || GENERIC.has(two(words, at))) return true
  if (isUpper(word)) return true
  return afterAnd && !STOPS.has(word.key)
}

/** `text` without the spaces and marks at its ends. */
export function trimMarks(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && ' ,;–-'.includes(text.charAt(from))) from++
  while (to > from && ' ,;:.–-'.includes(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

/** One name, and where it stands in the text that was cut. */
export interface Name {
  text: string
  start: number
  end: number
}

/** The bodies of `names` as strings. */
export const splitBodies = (names: string): string[] => splitNames(names).map(({ text }) => text)

/**
 * `names` cut into its bodies: `Sở Nội vụ, Sở Tài chính` are two, `Sở Văn hóa, Thể thao và Du lịch` and `các sở, ban, ngành` one each. `base` is
 * added to their offsets.
 */
export function splitNames(names: string, base = 0): Name[] {
  const listed = readListed(names)
  if (listed !== null) {
    const end = listed.at(-1)?.end ?? 0
    const rest = names.slice(end).replace(/^(?:,|;| và)+/u, (marks) => ' '.repeat(marks.length))
    return [...listed.map(({ text, start, end: to }) => ({ text, start: base + start, end: base + to })), ...splitNames(rest, base + end)]
  }
  const words = toWords(names)
  const cuts: { at: number; word: Word }[] = []
  let from = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    if (word.text === '(' || word.text === '“') {
      const close = closing(words, i)
      if (close > 0) i = close
      continue
    }
    const comma = word.text === ',' || word.text === ';'
    if (!comma && word.key !== 'và') continue
    if (comma && words[i + 1]?.key === 'và') continue
    const left = names.slice(words[from]?.start ?? 0, words[i - 1]?.end ?? 0)
    if (cutsHere(words, i, left, comma || words[i - 1]?.text === ',')) {
      cuts.push({ at: i, word })
      from = i + 1
    }
  }
  const ends = [...cuts.map(({ word }) => word.start), names.length]
  const starts = [0, ...cuts.map(({ word }) => word.end)]
  return starts.flatMap((from, i) => {
    const part = names.slice(from, ends[i])
    const text = trimMarks(part)
    const start = base + from + part.indexOf(text)
    return text === '' ? [] : [{ text, start, end: start + text.length }]
  })
}

function cutsHere(words: Word[], i: number, left: string, comma: boolean): boolean {
  const next = words[i + 1]
  if (!next) return false
  const key = compareKey(left)
  const plural = DETERMINERS.has(next.key) || next.key === 'toàn' || next.key === 'tất'
  if (HEADS_OF_MANY.test(key) && (isLower(next) || headAt(words, i + 1, false) === 0)) return false
  if (
    /(?:văn phòng|vp|thường trực|thanh tra) ?(?:hđnd|hội đồng nhân dân|đoàn đbqh|huyện ủy|đảng ủy)?(?:, hđnd)?$/u.test(key) &&
    !comma &&
    !plural
  )
    return false
  if (/(?:^|[ .])(?:hđnd|hội đồng nhân dân)$/u.test(key) && /^(?:ubnd|ủy ban nhân)/u.test(two(words, i + 1))) return false
  if (headAt(words, i + 1, isLower(next)) === 0) return false
  // `LĐLĐ các huyện, thị xã, thành phố`
  if (isLower(next) && (PLURAL_ONLY.has(next.key) || PLURAL_ONLY.has(two(words, i + 1)))) return false
  if (plural) return !(comma && bareList(key) && GENERIC.has(words[i + 2]?.key ?? ''))
  if (isLower(next)) return comma ? !endsBare(key) : !endsBare(key) && !GENERIC.has(next.key)
  return true
}

/** Whether the name ends in a word for many bodies that has no complement yet: `các sở`, `cơ quan`, `Thủ trưởng các phòng`. */
function endsBare(key: string): boolean {
  const last =
    key
      .split(/,| và /u)
      .at(-1)
      ?.trim() ?? ''
  const bare = last.replace(/^(?:các|những|toàn thể|mọi|mỗi|thủ trưởng|lãnh đạo|trưởng|ubnd|đề nghị)(?: các)? /u, '').trim()
  return GENERIC.has(bare)
}

const bareList = (key: string): boolean => key.split(',').every((part) => endsBare(part))
