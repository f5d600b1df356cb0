import type { TimeExpression } from '../../schema/time.ts'
import { kindAt, LETTER_KIND, MARK_KIND, NUMBER_KIND } from '../../vietnamese/kind.ts'

type Relation = TimeExpression['relation']
type Part = TimeExpression['part']

/** A word that may stand before a time: how far it makes it a deadline (0 to 4), and what it says of it. */
interface Cue {
  words: string
  score: number
  relation: Relation | null
  part: Part
  /** Only passed over on the way to a word that counts: `hạn cuối là ngày …`. */
  passed: boolean
}

const cue = (words: string, score: number, relation: Relation | null, part: Part = null, passed = false): Cue[] =>
  words.split(', ').map((each) => ({ words: each, score, relation, part, passed }))

// Longer words first where one ends in another.
const CUES: Cue[] = [
  ...cue('hạn chót, chậm nhất, muộn nhất, không muộn hơn, hạn cuối cùng, hạn cuối, không quá, thời hạn', 4, 'by'),
  ...cue('trước', 4, 'before'),
  ...cue('xong', 3, 'by'),
  ...cue('đến hết, cho đến hết', 3, 'by'),
  ...cue('hết', 2, 'by'),
  ...cue('hạn', 4, 'by'),
  ...cue('bắt đầu từ, kể từ, từ', 2, 'from'),
  ...cue('cho đến, đến, tới', 2, 'by'),
  ...cue('ngay sau, sau', 1, 'after'),
  ...cue('trong, vào, dịp', 2, null),
  ...cue('đầu', 0, null, 'start'),
  ...cue('giữa', 0, null, 'middle'),
  ...cue('cuối', 0, null, 'end'),
  ...cue('khoảng, dự kiến', 0, null, 'about'),
  ...cue('ngày, các', 0, null),
  ...cue('trung hạn, dài hạn, ngắn hạn', 0, null, null, true),
  ...cue('là, sáng, chiều, tối, thời gian, thời điểm, vòng', 0, null, null, true),
]
const BY_LAST_WORD = new Map<string, Cue[]>()
for (const each of CUES) {
  const last = each.words.slice(each.words.lastIndexOf(' ') + 1)
  BY_LAST_WORD.set(
    last,
    [...(BY_LAST_WORD.get(last) ?? []), each].sort((a, b) => b.words.length - a.words.length),
  )
}
const MOST_CUES = 6
const LONGEST_CUE = 20

/** What the words before a time say of it, and where they start. */
export interface Lead {
  start: number
  score: number
  relation: Relation
  part: Part
}

//  trước 17 giờ 30 ngày 19/3   lúc 8h00 ngày 15/5
const HOUR = /(?:lúc |hồi )?(?<!\d)\d{1,2} ?(?:giờ|h|g|:)(?: ?\d{2})?(?: ?phút)?,?$/u

/** The cues that stand in `text`, its white space as spaces, right before `at`, back to `from` at most. */
export function readCues(text: string, from: number, at: number): Lead {
  const lead: Lead = { start: at, score: 0, relation: 'on', part: null }
  let reached = at
  let related = false
  for (let steps = 0; steps < MOST_CUES; steps++) {
    const before = text.slice(Math.max(from, reached - LONGEST_CUE), reached).toLowerCase()
    const trimmed = before.trimEnd()
    const found = BY_LAST_WORD.get(lastWord(trimmed))?.find(({ words }) => endsWith(trimmed, words))
    if (found === undefined) {
      const hour = HOUR.exec(trimmed)?.[0]
      if (hour === undefined) break
      reached -= before.length - trimmed.length + hour.length
      continue
    }
    // `đầu vào ngày 20/8`: the part of a period stands right before it.
    if (found.part !== null && found.part !== 'about' && lead.start < at) break
    reached -= before.length - trimmed.length + found.words.length
    if (found.passed) continue
    lead.start = reached
    lead.score = Math.max(lead.score, found.score)
    lead.part ??= found.part
    if (!related && found.relation !== null) {
      lead.relation = found.relation
      related = true
    }
  }
  return lead
}

/** The letters at the end of `text`; empty where it ends in none. */
function lastWord(text: string): string {
  let start = text.length
  while (start > 0 && (kindAt(text, start - 1) & (LETTER_KIND | MARK_KIND)) !== 0) start--
  return text.slice(start)
}

const endsWith = (text: string, words: string): boolean =>
  text.endsWith(words) && (kindAt(text, text.length - words.length - 1) & (LETTER_KIND | NUMBER_KIND)) === 0
