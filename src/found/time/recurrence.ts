import type { Recurrence, Repetition } from '../../schema/time.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { Clause } from '../clause.ts'
import { Covered } from '../covered.ts'
import { matchesOf } from '../matches.ts'

const COUNT = '(?:\\d{1,3}|một|hai|ba|bốn|sáu)'
const UNIT = '(?:ngày(?! \\d)|tuần|tháng(?! \\d)|quý|năm|(?:0?[2369]|hai|sáu|ba|01|một) (?:tháng|năm|quý|tuần)|giữa năm|cả năm|nửa năm)'
const EVERY = `(?:hằng|hàng|mỗi|từng) ${UNIT}`
const MORE = `(?:(?:, | và |, và |/)(?:(?:hằng|hàng|cả|01|một) )?${UNIT}){0,6}`
const WEEKDAY = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)'
const ROUND = '(?:lần|kỳ|đợt|buổi|cuộc|phiên|số)'

/** Habits of print, strongest first; `raw` is the whole match. Before each what must stand in the clause, folded: cheaper to look for. */
const PATTERNS: [cue: RegExp, pattern: RegExp][] = [
  //  Định kỳ hàng quý, sáu tháng và năm   định kỳ 06 tháng, năm
  [/dinh ky/, new RegExp(`${WORD_START}định kỳ(?: (?:theo|vào))? (?:${EVERY}|${UNIT})${MORE}${WORD_END}`, 'giu')],
  //  trước ngày 15 hằng tháng   chiều thứ Sáu hằng tuần   mỗi quý một lần
  [
    /(?:hang|moi|tung) (?:ngay|tuan|thang|quy|nam|0?[2369] |01 |hai |ba |sau |mot |giua |ca |nua )/,
    new RegExp(
      `${WORD_START}(?:trước |chậm nhất |vào )?(?:ngày (?:m[ồù]ng )?\\d{1,2} |(?:(?:sáng|chiều|tối) )?(?:ngày )?${WEEKDAY} (?:của )?)?` +
        `${EVERY}${MORE}(?: (?:ít nhất |tối thiểu )?${COUNT} ${ROUND})?${WORD_END}`,
      'giu',
    ),
  ],
  //  ngày 20 của tháng cuối quý   trước ngày 05 tháng sau
  [
    /thang (?:cuoi|dau|sau|ke|lien)|(?:cuoi|dau) quy/,
    new RegExp(
      `${WORD_START}(?:trước |chậm nhất |vào )?ngày \\d{1,2} (?:của )?(?:tháng (?:cuối|đầu|sau|kế tiếp|liền kề)(?: (?:của )?(?:mỗi )?quý(?: sau)?)?|(?:cuối|đầu) quý)${WORD_END}`,
      'giu',
    ),
  ],
  //  02 lần/năm   02 kỳ/tháng   03 lần trong tuần
  [
    /(?:lan|ky|dot|buoi|cuoc|phien|so) ?(?:\/|trong|mot|moi)/,
    new RegExp(`${WORD_START}${COUNT} ${ROUND} ?(?:/|trong|một|mỗi) ?(?:tuần|tháng|quý|năm|ngày)(?! \\d)${WORD_END}`, 'giu'),
  ],
  //  hai tuần một lần   06 tháng/lần
  [
    /(?:tuan|thang|quy|nam|ngay)(?: ?\/ ?| (?:mot|1|01) )(?:mot |1 |01 )?lan/,
    new RegExp(`${WORD_START}${COUNT} (?:tuần|tháng|quý|năm|ngày)(?: ?/ ?| (?:một|1|01) )(?:một |1 |01 )?lần${WORD_END}`, 'giu'),
  ],
  //  định kỳ, đột xuất   định kỳ và đột xuất   định kỳ
  [/dinh ky/, new RegExp(`${WORD_START}định kỳ(?:(?:, | và | hoặc | hay )đột xuất)?${WORD_END}`, 'giu')],
  //  cấp kinh phí theo quý   báo cáo tuần, tháng, quý
  [
    /(?:theo|bao cao) (?:tuan|thang|quy)/,
    new RegExp(`${WORD_START}(?:theo (?:tuần|tháng|quý)|(?<=báo cáo )(?:tuần|tháng|quý)${MORE})${WORD_END}`, 'giu'),
  ],
  //  thường xuyên, liên tục
  [
    /thuong xuyen|lien tuc/,
    new RegExp(`${WORD_START}(?:thường xuyên|liên tục)(?:(?:, | và )(?:thường xuyên|liên tục))?${WORD_END}`, 'giu'),
  ],
]
// `cơ sở thường xuyên`, `chi thường xuyên`, `giáo dục thường xuyên` is a name.
const NAMED = /(?:(?:hai|ba|\d) ngày|chi|giáo dục|kinh phí|đào tạo|chi phí|nhiệm vụ|thu|nguồn|khám sức khỏe|tuyển dụng) $/iu

const UNITS: [RegExp, Repetition['unit']][] = [
  [/(?:0?6|sáu) tháng|nửa năm|giữa năm/iu, 'half-year'],
  [/quý|(?:0?3|ba) tháng/iu, 'quarter'],
  [/tháng/iu, 'month'],
  [/tuần/iu, 'week'],
  [/năm(?! (?:hằng|hàng|mỗi|của))/iu, 'year'],
]

const LONGEST_QUOTE = 120

/** A name in quotation marks says nothing of the duty: `phong trào “Mỗi ngày một việc tốt”`. */
function quoted(flat: string, at: number): boolean {
  const before = flat.slice(Math.max(0, at - LONGEST_QUOTE), at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

/** How often the duty of `clause` comes back, or null. `unit` is the shortest period named first; `regular` has no period. */
export function findRecurrence(clause: Clause): Recurrence | null {
  return findRecurrences(clause)[0] ?? null
}

/** All that is said of how often, the strongest habit first. */
export function findRecurrences({ text, from, flat, folded }: Clause): Recurrence[] {
  const found: Recurrence[] = []
  const covered = new Covered(flat.length)
  for (const [cue, pattern] of PATTERNS) {
    if (!cue.test(folded)) continue
    for (const match of matchesOf(pattern, flat)) {
      const start = from + match.index
      const end = start + match[0].length
      if (quoted(flat, match.index) || covered.touches(match.index, match.index + match[0].length)) continue
      if (/^(?:thường|liên)/iu.test(match[0]) && NAMED.test(flat.slice(Math.max(0, match.index - 14), match.index))) continue
      covered.take(match.index, match.index + match[0].length)
      const after = flat.slice(match.index + match[0].length, match.index + match[0].length + 50)
      found.push({
        raw: text.slice(start, end),
        span: { start, end },
        confidence: 0.9,
        ...repetitionOf(match[0], after),
      })
    }
  }
  return found
}

const WEEKDAYS: Record<string, number> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6 }
const NUMBERS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, sáu: 6, chín: 9 }
const numberOf = (printed: string): number => NUMBERS[printed.toLowerCase()] ?? Number(printed)
const PERIODS: Record<string, string> = { ngày: 'D', tuần: 'W', tháng: 'M', năm: 'Y' }
//  (trước ngày 05/6)   trước ngày 15 của tháng cuối quý
const DAY_BEHIND = /^ ?[,(]? ?(?:trước |chậm nhất |vào )?(?:là )?ngày (?<day>\d{1,2})(?:(?:\/| tháng )(?<month>\d{1,2})(?!\d|\/))?/iu

//  hằng tuần vào chiều thứ Năm   báo cáo tuần vào 15 giờ thứ Sáu
const WEEKDAY_BEHIND =
  /^ ?[,(]? ?(?:vào |trước )?(?:\d{1,2}(?: giờ|h| giờ \d{2}|h\d{2}) )?(?:(?:sáng|chiều|tối) )?(?:ngày )?(?:thứ (?<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?![\p{L}])/iu

/** What a phrase for how often says; `after` is what follows it. */
export function repetitionOf(raw: string, after: string): Repetition {
  const behind = DAY_BEHIND.exec(after)?.groups
  const day = /ngày (?:m[ồù]ng )?(\d{1,2})/iu.exec(raw)?.[1] ?? behind?.day
  const weekday = /thứ (\S+)|chủ nhật/iu.exec(raw) ?? (unitOf(raw) === 'week' ? WEEKDAY_BEHIND.exec(after) : null)
  const month = /tháng (\d{1,2})/iu.exec(raw)?.[1] ?? behind?.month
  const context = `${raw}${behind === undefined ? '' : after.slice(0, 50)}`
  const monthOf = /(?:tháng |(?=(?:cuối|đầu) quý))(cuối|đầu|sau|kế|liền)/iu.exec(context)?.[1]?.toLowerCase()
  return {
    unit: unitOf(raw),
    every: everyOf(raw),
    times: timesOf(raw, after),
    day: day === undefined ? null : Number(day),
    weekday:
      weekday === null ? null : (WEEKDAYS[weekday[1]?.toLowerCase() ?? ''] ?? (weekday[1] === undefined ? 7 : Number(weekday[1]) - 1)),
    month: month === undefined || monthOf !== undefined ? null : Number(month),
    monthOf: monthOf === undefined ? null : monthOf === 'cuối' ? 'last' : monthOf === 'đầu' ? 'first' : 'next',
  }
}

const COUNTED_PERIOD = new RegExp(`^${COUNT} (?:tuần|tháng|quý|năm|ngày)`, 'iu')

const COUNTED_ROUND = new RegExp(`(${COUNT}) ${ROUND}`, 'iu')
const COUNTED_NEXT = new RegExp(`^ (?:ít nhất |tối thiểu )?(${COUNT}) ${ROUND}${WORD_END}`, 'iu')

//  02 lần/năm   mỗi quý một lần   mỗi tháng 02 kỳ
function timesOf(raw: string, after: string): number | null {
  const own = COUNTED_ROUND.exec(raw)?.[1]
  const next = COUNTED_NEXT.exec(after)?.[1]
  const printed = own ?? next
  // `hai tuần một lần` counts the weeks.
  return printed === undefined || COUNTED_PERIOD.test(raw) ? null : numberOf(printed)
}

function everyOf(raw: string): string | null {
  const unit = unitOf(raw)
  if (/(?:hằng|hàng|mỗi|từng) ngày|\/ ?ngày/iu.test(raw)) return 'P1D'
  const days = /(\d{1,3}|một|hai|ba|bốn|sáu) ngày(?: ?\/| một| 1)/iu.exec(raw)?.[1]
  if (days !== undefined) return `P${numberOf(days)}D`
  if (unit === 'regular') return null
  if (unit === 'half-year') return 'P6M'
  if (unit === 'quarter') return 'P3M'
  const counted = /(?<!ngày )(?<![\d])(\d{1,3}|một|hai|ba|bốn|sáu) (tuần|tháng|năm|ngày)/iu.exec(raw)
  const letter = unit === 'week' ? 'W' : unit === 'month' ? 'M' : 'Y'
  return counted === null ? `P1${letter}` : `P${numberOf(counted[1] ?? '1')}${PERIODS[counted[2]?.toLowerCase() ?? ''] ?? letter}`
}

function unitOf(raw: string): Repetition['unit'] {
  if (/(?:cuối|đầu) (?:của )?(?:mỗi )?quý/iu.test(raw)) return 'quarter'
  // A day of the week has `năm` and `tư` in it that name no period.
  const named = raw.replace(/thứ \S+/giu, 'thứ')
  let first: { at: number; unit: Repetition['unit'] } | null = null
  for (const [pattern, unit] of UNITS) {
    const at = pattern.exec(named.replace(/tháng \d{1,2}(?= (?:hằng|hàng|mỗi))/iu, ''))?.index
    if (at !== undefined && (first === null || at < first.at)) first = { at, unit }
  }
  return first?.unit ?? 'regular'
}
