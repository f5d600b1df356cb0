import type { Delay, TimeExpression } from '../../schema/time.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { Clause } from '../clause.ts'
import { matchesOf } from '../matches.ts'
import { toExpression } from './expression.ts'

const NUMBERS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 }
const COUNT = `(?<count>\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const UNIT = '(?<unit>ngày|giờ|phút|tuần|(?:tháng|năm)(?! \\d))'
const DAYS = '(?<unit>ngày|tuần|tháng(?! \\d))'
const EVENT = '(?<event>[^;.,:()\\n]{2,90})'
// What the duty goes on with is no part of the event: `sau khi có chủ trương phải thông báo kinh phí`.
const BEHIND = / (?:phải|thì|mới|để|nếu|mà) /u
const FROM = `(?:,? ?(?:kể từ|tính từ|từ|sau|trước)(?: (?:ngày|khi|thời điểm))? ${EVENT})?`

/** Habits of print; the first group that is there counts. Before each the words of which one is in it, folded. */
const PATTERNS: [string[], RegExp, Delay['relation']][] = [
  //  trong vòng 15 ngày làm việc kể từ ngày nhận được hồ sơ   thời hạn 05 ngày   không quá 24 giờ   chậm nhất 05 ngày sau khi kết thúc
  [
    ['trong ', 'thoi han ', 'cham nhat ', 'khong qua '],
    new RegExp(
      `${WORD_START}(?:(?:trong|thời hạn|chậm nhất)(?: vòng| thời hạn| thời gian| là| sau)?(?: không quá)?|không quá) (?:tối đa |tối thiểu |ít nhất )?${COUNT} ${UNIT}` +
        `(?<working> làm việc)?${FROM}${WORD_END}`,
      'giu',
    ),
    'within',
  ],
  //  sau 10 ngày làm việc   sau 03 tháng kể từ khi …
  [['sau '], new RegExp(`${WORD_START}sau ${COUNT} ${UNIT}(?<working> làm việc)?${FROM}${WORD_END}`, 'giu'), 'after'],
  //  trước ít nhất 05 ngày   trước khi khai giảng   ngay sau khi ban hành
  [['truoc '], new RegExp(`${WORD_START}trước (?:tối thiểu |ít nhất )?${COUNT} ${DAYS}(?<working> làm việc)?${WORD_END}`, 'giu'), 'before'],
  [['sau khi '], new RegExp(`${WORD_START}(?:ngay )?sau khi ${EVENT}`, 'giu'), 'after'],
  [['truoc khi '], new RegExp(`${WORD_START}trước khi ${EVENT}`, 'giu'), 'before'],
]
const UNITS: Record<string, [string, string]> = {
  ngày: ['P', 'D'],
  giờ: ['PT', 'H'],
  phút: ['PT', 'M'],
  tuần: ['P', 'W'],
  tháng: ['P', 'M'],
  năm: ['P', 'Y'],
}
const ANY = / (?:ngày|giờ|phút|tuần|tháng|năm|khi)(?![\p{L}])/u

/** The times in `clause` that are counted from an event, in order of habit. */
export function findRelative({ text, from, flat, folded }: Clause): TimeExpression[] {
  const found: TimeExpression[] = []
  if (!ANY.test(flat)) return found
  for (const [words, pattern, relation] of PATTERNS) {
    if (!words.some((word) => folded.includes(word))) continue
    for (const match of matchesOf(pattern, flat)) {
      const start = from + match.index
      const { count, unit, working, event: said } = match.groups ?? {}
      const event = said?.split(BEHIND, 1)[0]
      const length = match[0].length - (said?.length ?? 0) + (event?.length ?? 0)
      const duration = count === undefined ? null : durationOf(count, unit ?? '')
      const end = start + match[0].slice(0, length).trimEnd().length
      const time = toExpression(text, start, end, 'relative', duration === null ? 0.5 : 0.7)
      time.delay = { relation, duration, workingDays: working !== undefined, event: event?.trim() ?? null }
      found.push(time)
    }
  }
  return found
}

function durationOf(count: string, unit: string): string {
  const [before, after] = UNITS[unit.toLowerCase()] ?? ['P', 'D']
  return `${before}${NUMBERS[count.toLowerCase()] ?? Number(count)}${after}`
}
