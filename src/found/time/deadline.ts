import type { When } from '../../schema/fields.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import { toWhen } from './expression.ts'
import { readTimes, type TimeMatch, type TimeReference } from './read.ts'

/** Words that a time may follow, and how far they make it a deadline. Compared in lower case. */
const CUES: [string, number][] = [
  ['hạn chót', 4],
  ['chậm nhất', 4],
  ['muộn nhất', 4],
  ['không muộn hơn', 4],
  ['hạn cuối', 4],
  ['trước', 4],
  ['xong', 3],
  ['đến hết', 3],
  ['hết', 2],
  ['thời hạn', 3],
  ['hạn', 4],
  ['đến', 2],
  ['tới', 2],
  ['từ', 2],
  ['kể từ', 0],
  ['trong', 2],
  ['vào', 2],
  ['là', 0],
  ['ngày', 0],
  ['đầu', 0],
  ['cuối', 0],
  ['giữa', 0],
  ['khoảng', 0],
  ['sáng', 0],
  ['chiều', 0],
  ['tối', 0],
  ['và', 0],
  ['dự kiến', 0],
]

//  trong vòng 15 ngày làm việc kể từ ngày nhận được hồ sơ   chậm nhất 05 ngày sau khi kết thúc
const RELATIVE = new RegExp(
  `${WORD_START}(?:(?:trong|thời hạn|chậm nhất)(?: vòng| thời hạn| thời gian| là| sau)?|không quá|sau) (?:tối đa |ít nhất )?\\d{1,3} (?:ngày|giờ|tuần|tháng)` +
    `(?: làm việc)?(?: (?:kể từ|tính từ|sau|trước|từ)(?: ngày| khi| thời điểm)?[^;.,:()\\n]{0,80})?${WORD_END}`,
  'iu',
)
// A date that belongs to a document cited: a symbol before it, or its issuer after it.
const SYMBOL_BEFORE = /[\p{Lu}\d],? ?(?:ngày)? ?$/u
const ISSUER_AFTER = /^,? (?:của|do) \p{Lu}/u
const NAMED_YEAR = /^(?:năm )?\d{4}$/iu

/**
 * The deadline printed in `text.slice(from, to)`, a clause or a table cell, or null. `raw` is the whole phrase (`trước ngày 16/11/2017`, `Từ ngày …
 * đến ngày …`); `iso` is its last day, month, quarter or year, with a year left out taken from `reference`.
 */
export function findDeadline(text: string, from: number, to: number, reference: TimeReference): When | null {
  let best: { when: When; score: number } | null = null
  for (const match of readTimes(text, from, to, reference)) {
    const candidate = toDeadline(text, from, match)
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate
  }
  if (best !== null && best.score >= 3) return best.when
  const relative = RELATIVE.exec(text.slice(from, to).replace(/\s/gu, ' '))
  if (relative !== null) return toWhen(text, from + relative.index, from + relative.index + relative[0].trimEnd().length, null, 0.7)
  return best?.when ?? null
}

function toDeadline(text: string, from: number, match: TimeMatch): { when: When; score: number } | null {
  const printed = text.slice(match.start, match.end)
  const phrase = withCues(text, from, match.start)
  const symbolBefore = SYMBOL_BEFORE.test(text.slice(Math.max(from, match.start - 12), match.start).replace(/\s/gu, ' '))
  if (phrase.score < 2 && symbolBefore && match.from.day !== undefined) return null
  if (match.from.day !== undefined && ISSUER_AFTER.test(text.slice(match.end, match.end + 12).replace(/\s/gu, ' '))) return null
  const last = match.to ?? match.from
  const yearOnly = last.month === undefined && last.quarter === undefined && last.day === undefined
  if (yearOnly && (phrase.score < 2 || NAMED_YEAR.test(printed) === false || !/^(?:trong|hết|đến hết)/iu.test(text.slice(phrase.start))))
    return null
  const score = phrase.score + (match.to !== null ? 1 : 0) + (last.day !== undefined ? 0.5 : 0)
  const confidence = phrase.score >= 3 ? 0.95 : phrase.score >= 2 ? 0.85 : 0.6
  return { when: toWhen(text, phrase.start, match.end, last, confidence), score }
}

/** The start of the phrase with the cue words before `at`, and the strongest of them. */
function withCues(text: string, from: number, at: number): { start: number; score: number } {
  let start = at
  let score = 0
  for (let steps = 0; steps < 6; steps++) {
    const before = text
      .slice(Math.max(from, start - 20), start)
      .replace(/\s/gu, ' ')
      .toLowerCase()
    const trimmed = before.trimEnd()
    const cue = CUES.find(([word]) => trimmed.endsWith(word) && !/[\p{L}\p{N}]/u.test(trimmed.charAt(trimmed.length - word.length - 1)))
    if (cue === undefined || before.length === 0) break
    start -= before.length - trimmed.length + cue[0].length
    score = Math.max(score, cue[1])
  }
  return { start, score }
}
