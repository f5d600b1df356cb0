import type { Recurrence } from '../../schema/fields.ts'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'

const UNIT = '(?:ngày(?! \\d)|tuần|tháng|quý|năm|(?:0?[36]|sáu|ba|01|một) (?:tháng|năm|quý|tuần)|giữa năm|cả năm|nửa năm)'
const EVERY = `(?:hằng|hàng|mỗi|từng) ${UNIT}`
const MORE = `(?:(?:, | và |, và |/)(?:(?:hằng|hàng|cả|01|một) )?${UNIT})*`

/** Habits of print, strongest first; `raw` is the whole match. */
const PATTERNS: RegExp[] = [
  //  Định kỳ hàng quý, sáu tháng và năm   định kỳ 06 tháng, năm   trước ngày 15 hằng tháng
  new RegExp(`${WORD_START}định kỳ(?: (?:theo|vào))? (?:${EVERY}|${UNIT})${MORE}${WORD_END}`, 'iu'),
  new RegExp(`${WORD_START}(?:trước |chậm nhất |vào )?(?:ngày \\d{1,2} )?${EVERY}${MORE}${WORD_END}`, 'iu'),
  //  định kỳ, đột xuất   định kỳ và đột xuất   định kỳ
  new RegExp(`${WORD_START}định kỳ(?:(?:, | và | hoặc | hay )đột xuất)?${WORD_END}`, 'iu'),
  //  01 lần/quý   cấp kinh phí theo quý   báo cáo tuần, tháng, quý
  new RegExp(
    `${WORD_START}(?:\\d{1,2} lần ?/ ?(?:tuần|tháng|quý|năm)|theo (?:tuần|tháng|quý)|(?<=báo cáo )(?:tuần|tháng|quý)${MORE})${WORD_END}`,
    'iu',
  ),
  //  thường xuyên, liên tục
  new RegExp(`${WORD_START}(?:thường xuyên|liên tục)(?:(?:, | và )(?:thường xuyên|liên tục))?${WORD_END}`, 'iu'),
]

const UNITS: [RegExp, Recurrence['unit']][] = [
  [/(?:0?6|sáu) tháng|nửa năm/iu, 'half-year'],
  [/quý|(?:0?3|ba) tháng/iu, 'quarter'],
  [/tháng/iu, 'month'],
  [/tuần/iu, 'week'],
  [/năm/iu, 'year'],
]

/** How often the duty printed in `text.slice(from, to)` comes back, or null. `unit` is the shortest period named first; `regular` has no period. */
export function findRecurrence(text: string, from: number, to: number): Recurrence | null {
  const flat = text.slice(from, to).replace(/\s/gu, ' ')
  for (const pattern of PATTERNS) {
    const match = pattern.exec(flat)
    if (match === null) continue
    const start = from + match.index
    return {
      raw: text.slice(start, start + match[0].length),
      span: { start, end: start + match[0].length },
      confidence: 0.9,
      unit: unitOf(match[0]),
    }
  }
  return null
}

function unitOf(raw: string): Recurrence['unit'] {
  let first: { at: number; unit: Recurrence['unit'] } | null = null
  for (const [pattern, unit] of UNITS) {
    const at = pattern.exec(raw)?.index
    if (at !== undefined && (first === null || at < first.at)) first = { at, unit }
  }
  return first?.unit ?? 'regular'
}
