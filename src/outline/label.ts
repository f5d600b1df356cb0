import type { SectionKind } from '../schema/fields.ts'
import { fold } from '../vietnamese/letters.ts'
import { fromRoman, mayBeNumeral, type Numeral, readArabic, readLetter, readOrdinal, readRoman, toLetter, toRoman } from './numerals.ts'

/**
 * One way to read the start of a line as the label of a section:
 *
 *     1.2. Hình thức tuyên truyền
 *     ^^^  label, numbers [1, 2], list 'arabic.2'
 */
export interface Reading {
  /** Which list it belongs to: two labels of one list are siblings. */
  list: string
  kind: SectionKind
  /** How deep such lists lie by custom: a lower rank stands above. */
  rank: number
  /** Whether its number is a letter of the alphabet. */
  lettered?: boolean
  /** The numbers of a dotted label; the last is its own. Empty for dashes. */
  numbers: number[]
  /** As printed, without the closing point or bracket. */
  label: string
  /** What the path takes for it; empty for dashes, which are counted. */
  step: string
  /** Where the content starts, from the start of the line. */
  contentAt: number
  /** How unsure the reading is; 0 for a label as it should be. */
  cost: number
}

const RANK = { part: 0, chapter: 1, subdivision: 2, upper: 3, roman: 4, article: 5, arabic: 5, point: 11, lowerRoman: 12 } as const

// Marks of unnumbered points, in the order in which plans nest them: `*` over `-` over `+`.
const MARKS = new Map<string, { list: string; rank: number }>()
for (const [list, rank, marks] of [
  ['mark*', 20, '*'],
  ['mark•', 21, '•·●▪■□◦›»✓➢❖○'],
  ['mark-', 22, '-–—−'],
  ['mark+', 23, '+'],
] as const)
  for (const mark of marks) MARKS.set(mark, { list, rank })

/** Whether `list` is one of dashes or bullets. */
export function isMarkList(list: string): boolean {
  return list.startsWith('mark')
}

// Most lines: words of small letters, or one too long for a label (`Chương` has six letters).
const PLAIN = /^(?:\p{Ll}{2,9} \p{Ll}|\p{L}{7})/u

/** Every plausible reading of the start of `line` (trimmed, one line), the likeliest not necessarily first. */
export function readLabels(line: string): Reading[] {
  if (PLAIN.test(line)) return NONE
  const read = readMark(line) ?? readLost(line)
  if (read !== null) return read
  const worded = readWordLabel(line)
  return worded.length === 0 ? readEnumerators(line) : [...worded, ...readEnumerators(line)]
}

/** `. Lãnh đạo các phòng …`: the point of a label whose number was not read. */
function readLost(line: string): Reading[] | null {
  if (!'.,)'.includes(line.charAt(0))) return null
  const match = /^([.,)])\s{0,2}(?=\p{Lu}\p{Ll})/u.exec(line)
  if (!match) return null
  const list = match[1] === ')' ? LOST_POINT : LOST_CLAUSE
  return [{ list, kind: 'arabic', rank: RANK.arabic + 1, numbers: [], label: '', step: '', contentAt: match[0].length, cost: 1 }]
}

/** Lists of labels of which only the point or the bracket was read; they go on with the list that is open. */
export const LOST_CLAUSE = 'lost.'
export const LOST_POINT = 'lost)'

function readMark(line: string): Reading[] | null {
  const mark = line.charAt(0)
  const known = MARKS.get(mark)
  if (known === undefined) return null
  const { list, rank } = known
  let size = 1
  while (mark === '*' && line.charAt(size) === mark) size++
  const rest = line.slice(size)
  const content = rest.trimStart()
  // A rule of dashes, a lone mark, or the second half of `2016 - 2020` is no point.
  if (!/^[\p{L}\p{N}“"'‘(<[{]/u.test(content)) return []
  const cost = (/^\d/u.test(content) ? 0.8 : 0) + (rest.length === content.length ? 0.2 : 0)
  return [{ list, kind: 'dash', rank, numbers: [], label: line.slice(0, size), step: '', contentAt: line.length - content.length, cost }]
}

const WORD_LABELS: Record<string, { list: string; kind: SectionKind; rank: number }> = {
  phan: { list: 'part', kind: 'part', rank: RANK.part },
  chuong: { list: 'chapter', kind: 'part', rank: RANK.chapter },
  muc: { list: 'subdivision', kind: 'part', rank: RANK.subdivision },
  dieu: { list: 'article', kind: 'arabic', rank: RANK.article },
}

// Phần thứ nhất · Chương II. QUY ĐỊNH · Điều 3. Trách nhiệm
const OPENS_WORD_LABEL = /^[PCMDĐ]/u
const WORD_LABEL = /^(\p{L}{3,6})\s+(?:(\p{L}{3})\s+)?([\p{L}\p{N}|!]{1,5})(?:\s?([.:)–-])|$)/u

function readWordLabel(line: string): Reading[] {
  const match = OPENS_WORD_LABEL.test(line) ? WORD_LABEL.exec(line) : null
  if (!match) return []
  const [whole, word = '', thu, token = '', mark] = match
  const entry = WORD_LABELS[fold(word)]
  if (!entry || word.charAt(0) === word.charAt(0).toLowerCase() || (thu !== undefined && fold(thu) !== 'thu')) return []
  const content = line.slice(whole.length).trimStart()
  // `Điều 3.` opens a clause; `Mục II - 1` and `Phần A, B` in running text do not.
  if (content !== '' && (mark === undefined || /^[\p{Ll}\d]/u.test(content))) return []
  if (content === '' && entry.list === 'article' && mark === undefined) return []
  const numeral = readWordNumeral(token, thu !== undefined, entry.list === 'article')
  if (!numeral) return []
  const label = whole.slice(0, whole.length - (mark?.length ?? 0)).trimEnd()
  return [
    {
      ...entry,
      numbers: [numeral.value],
      label,
      step: numeral.step,
      contentAt: line.length - content.length,
      cost: numeral.cost,
      lettered: /^\p{L}$/u.test(numeral.step) && !ROMAN_STEP.test(numeral.step),
    },
  ]
}

const ROMAN_STEP = /^[IVXL]$/u

function readWordNumeral(token: string, ordinal: boolean, arabicOnly: boolean): (Numeral & { step: string }) | null {
  if (ordinal) {
    const value = readOrdinal(token)
    return value === null ? null : { value, cost: 0, step: toRoman(value) }
  }
  const arabic = readArabic(token)
  if (arabic && (arabicOnly || /\d/u.test(token))) return { ...arabic, step: String(arabic.value) }
  if (arabicOnly) return null
  const roman = readRoman(token)
  if (roman && roman.cost < 2) return { ...roman, step: toRoman(roman.value) }
  return /^[A-HĐ]$/u.test(token) ? { value: upperValue(token), cost: 0, step: token } : null
}

const upperValue = (letter: string): number => readLetter(letter)[0]?.value ?? 0

/** A label cut into its numbers and its closing mark, before anyone decided what kind of numbers they are. */
interface Enumerator {
  open: boolean
  parts: string[]
  /** `.`, `)`, `/`, `-`, or nothing where a space follows. */
  mark: string
  label: string
  contentAt: number
  cost: number
}

const PLAIN_WORD = /^ \p{Ll}/u
const TOKEN = /^[\p{L}\p{N}|!¢©@]{1,6}/u
const NEXT_PART = /^\s?[.,]\s?(\d{1,2}(?![\d%])|[lI|SZ](?=[.,) ]))/u
const MARK = /^\s?([.,:;)\]}/–-])/u
const MARK_FAMILY: Record<string, string> = {
  '.': '.',
  ',': '.',
  ':': '.',
  ';': '.',
  ')': ')',
  ']': ')',
  '}': ')',
  '/': '/',
  '-': '-',
  '–': '-',
}

function cutEnumerators(line: string): Enumerator[] {
  const open = '(['.includes(line.charAt(0))
  let at = open ? 1 : 0
  const token = TOKEN.exec(line.slice(at, at + 12))?.[0]
  if (token === undefined || !mayBeNumeral(token)) return []
  at += token.length
  // A word, a space and a small letter: only a Roman number may stand so.
  if (token.length > 2 && PLAIN_WORD.test(line.slice(at, at + 2)) && !/^[IVX]{1,6}$/u.test(token)) return []
  const out: Enumerator[] = []
  const parts = [token]
  let spaced = 0
  for (;;) {
    const ended = endEnumerator(line, parts, at, open, spaced)
    if (ended) out.push(ended)
    const next = NEXT_PART.exec(line.slice(at, at + 8))
    if (!next || parts.length > 4) return out
    if (/\s/u.test(next[0])) spaced += 0.5
    if (next[0].includes(',')) spaced += 0.6
    if (/\D/u.test(next[1] ?? '')) spaced += 0.6
    parts.push(String(readArabic(next[1] ?? '')?.value ?? next[1]))
    at += next[0].length
  }
}

function endEnumerator(line: string, parts: string[], at: number, open: boolean, spaced: number): Enumerator | null {
  const printed = MARK.exec(line.slice(at, at + 2))
  const after = printed ? at + printed[0].length : at
  // `1.-` and `1)/` are printed by hands that could not decide.
  const tail = line.slice(after).replace(/^[-/.)](?=\s|\p{Lu}{2})/u, '')
  const content = tail.trimStart()
  const glued = tail.length === content.length && content !== ''
  const mark = printed ? (MARK_FAMILY[printed[1] ?? ''] ?? '') : ''
  let cost = spaced
  if (!printed) {
    if (glued || content === '') return null
    cost += parts.length > 1 ? 0.4 : /^[IVX]{2,}$/u.test(parts[0] ?? '') ? 1.5 : 2.2
    if (/^\p{Ll}/u.test(content)) cost += 2
  } else {
    // 20/11/2012, 35-NQ/TU, 1.500: the number goes on.
    if (glued && (/^\d/u.test(content) || mark === '/' || (mark === '-' && !/^\p{Lu}{2}/u.test(content)))) return null
    if (glued && mark === '-' && /^\S*\//u.test(content)) return null
    if (glued) cost += 0.3
    if (content === '') cost += 1.5
    if (printed[1] !== mark) cost += printed[1] === '–' ? 0 : 0.5
  }
  return { open, parts: [...parts], mark, label: line.slice(open ? 1 : 0, at).trim(), contentAt: line.length - content.length, cost }
}

const NONE: Reading[] = []

function readEnumerators(line: string): Reading[] {
  const cuts = cutEnumerators(line)
  if (cuts.length === 0) return NONE
  const out: Reading[] = []
  for (const cut of cuts) {
    const upperContent = /^[^\p{L}]*\p{Lu}[\p{Lu}\s,]{2}/u.test(line.slice(cut.contentAt, cut.contentAt + 8))
    if (cut.parts.length === 1) out.push(...readSingle(cut, upperContent))
    else out.push(...readDotted(cut))
  }
  return out.filter((reading) => reading.numbers.every((number) => number < 100))
}

const singles = new Map<string, readonly Reading[]>()
const MOST_SINGLES = 5000

/** The readings of a label of one part; the same few labels come back all through a document. */
function readSingle(cut: Enumerator, upperContent: boolean): Reading[] {
  const token = cut.parts[0] ?? ''
  // `IIL` is `III.`: the last stroke and its point run together.
  if (cut.mark === '' && /^[IVX]{1,4}L$/u.test(token)) return readSingle({ ...cut, mark: '.', cost: 0.3 }, upperContent)
  const key = `${token} ${cut.mark} ${cut.open} ${upperContent}`
  let known = singles.get(key)
  if (known === undefined) {
    known = readToken(token, { ...cut, label: '', contentAt: 0, cost: 0 }, upperContent)
    if (singles.size >= MOST_SINGLES) singles.clear()
    singles.set(key, known)
  }
  const { label, contentAt, cost } = cut
  return known.map((reading) => placed(reading, label, contentAt, reading.cost + cost))
}

const placed = ({ list, kind, rank, lettered, numbers, step }: Reading, label: string, contentAt: number, cost: number): Reading => ({
  list,
  kind,
  rank,
  lettered: lettered ?? false,
  numbers,
  label,
  step,
  contentAt,
  cost,
})

function readToken(token: string, cut: Enumerator, upperContent: boolean): Reading[] {
  const out: Reading[] = []
  const base = { label: cut.label, contentAt: cut.contentAt }
  const roman = readRoman(token)
  if (roman && !cut.open && (cut.mark !== '' || roman.cost === 0 || upperContent)) {
    // A heading in capitals may have lost its point.
    const cost = cut.cost + roman.cost + (!upperContent ? 0.2 : cut.mark === '' ? -1.5 : 0)
    out.push({ ...base, list: 'roman', kind: 'roman', rank: RANK.roman, numbers: [roman.value], step: toRoman(roman.value), cost })
    // One of two or three strokes may be lost: `II.` after `II.` is `III.`
    if (roman.value % 5 === 1 || roman.value % 5 === 2) {
      const next = roman.value + 1
      out.push({ ...base, list: 'roman', kind: 'roman', rank: RANK.roman, numbers: [next], step: toRoman(next), cost: cost + 1.8 })
    }
    // … or two of three.
    if (roman.value % 5 === 1 && !/^\d/u.test(token)) {
      const third = roman.value + 2
      out.push({ ...base, list: 'roman', kind: 'roman', rank: RANK.roman, numbers: [third], step: toRoman(third), cost: cost + 2.6 })
    }
  }
  const lower = /^[ivx]+$/u.test(token) ? fromRoman(token.toUpperCase()) : null
  if (lower !== null && cut.mark === ')') {
    out.push({ ...base, list: 'roman)', kind: 'letter', rank: RANK.lowerRoman, numbers: [lower], step: token, cost: cut.cost + 0.3 })
  }
  const arabic = readArabic(token)
  if (arabic) {
    const point = cut.mark === ')'
    const list = point ? (cut.open ? 'arabic()' : 'arabic)') : `arabic${cut.mark === '' ? '.' : cut.mark}1`
    out.push({
      ...base,
      list,
      kind: 'arabic',
      rank: point ? RANK.point : RANK.arabic + 1,
      numbers: [arabic.value],
      step: String(arabic.value),
      cost: cut.cost + arabic.cost,
    })
  }
  // The serif of a typed `1` makes an `A` of it; what follows is then numbered from 2.
  if (token === 'A' && cut.mark === '.')
    out.push({ ...base, list: 'arabic.1', kind: 'arabic', rank: RANK.arabic + 1, numbers: [1], step: '1', cost: cut.cost + 1.8 })
  if (cut.mark !== '') out.push(...readLettered(token, cut, base))
  return out
}

function readLettered(token: string, cut: Enumerator, base: { label: string; contentAt: number }): Reading[] {
  const upper = /^\p{Lu}$/u.test(token)
  const out: Reading[] = []
  for (const letter of readLetter(token)) {
    // `2.` is a number; only before a bracket may a digit be a misread letter.
    if (/^\d$/u.test(token) && cut.mark !== ')') continue
    const step = toLetter(letter.value)
    if (upper && !cut.open && cut.mark !== ')') {
      const cost = cut.cost + letter.cost + (/[IVX]/u.test(token) ? 0.5 : 0.2)
      out.push({
        ...base,
        list: 'upper',
        lettered: true,
        kind: 'part',
        rank: RANK.upper,
        numbers: [letter.value],
        step: step.toUpperCase(),
        cost,
      })
    }
    const cost = cut.cost + letter.cost + (upper ? (cut.mark === ')' ? 0.8 : 1.6) : 0)
    const list = `letter${cut.open ? '(' : ''}${cut.mark}`
    if (cut.mark !== '-') out.push({ ...base, list, lettered: true, kind: 'letter', rank: RANK.point, numbers: [letter.value], step, cost })
  }
  return out
}

function readDotted(cut: Enumerator): Reading[] {
  if (cut.mark === '/' || cut.open) return []
  const [first = '', ...rest] = cut.parts
  const tail = rest.map(Number)
  const head = readArabic(first)
  const base = { kind: 'arabic' as const, label: cut.label, contentAt: cut.contentAt }
  const out: Reading[] = []
  if (head) {
    const numbers = [head.value, ...tail]
    out.push({
      ...base,
      list: `arabic.${numbers.length}`,
      rank: RANK.arabic + numbers.length,
      numbers,
      step: String(numbers.at(-1)),
      cost: cut.cost + head.cost,
    })
  }
  // I.1. is printed where others print 1. under I.
  const roman = fromRoman(first)
  if (roman !== null) {
    out.push({
      ...base,
      list: `arabic.${tail.length}`,
      rank: RANK.arabic + tail.length,
      numbers: tail,
      step: String(tail.at(-1)),
      cost: cut.cost + 0.2,
    })
  }
  return out
}
