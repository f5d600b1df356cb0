import type { Parser, ParsingContext } from 'chrono-node'
import { WORD_END, WORD_START } from '../../vietnamese/letters.ts'

// What chrono's Vietnamese leaves out. Each parser is one habit of print; `extract` answers null for "not mine".

/** A mark on a result for a time that chrono has no component for. */
export const QUARTER_TAG = 'kehoach/quarter'

type Extract = (context: ParsingContext, match: RegExpMatchArray) => ReturnType<Parser['extract']>
const parser = (source: string, extract: Extract): Parser => {
  const pattern = new RegExp(source, 'iu')
  return { pattern: () => pattern, extract }
}

const YEAR = '(?:19|20|21)\\d\\d'
const OF_YEAR = `(?:(?: ?/ ?| ?- ?|,? năm )(${YEAR}))?`
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

//  quý III/2024   Quý 3 năm 2024   quý IV
const quarter = parser(`${WORD_START}quý (IV|I{1,3}|[1-4])${OF_YEAR}${WORD_END}`, (context, match) => {
  const printed = (match[1] ?? '').toLowerCase()
  const number = ROMAN[printed] ?? Number(printed)
  const result = context.createParsingResult(match.index ?? 0, match[0])
  result.start.assign('month', number * 3)
  if (match[2] !== undefined) result.start.assign('year', Number(match[2]))
  result.start.imply('day', 1)
  result.start.addTag(`${QUARTER_TAG}/${number}`)
  return result
})

//  tháng 01 năm 2024   tháng 5/2024   tháng 09
const month = parser(`${WORD_START}tháng (0?[1-9]|1[0-2])${OF_YEAR}(?![\\p{L}\\p{N}]|/\\d|[.,]\\d)`, (context, match) => {
  const result = context.createParsingResult(match.index ?? 0, match[0])
  result.start.assign('month', Number(match[1]))
  if (match[2] !== undefined) result.start.assign('year', Number(match[2]))
  result.start.imply('day', 1)
  return result
})

//  06 tháng đầu năm 2024   sáu tháng cuối năm
const halfYear = parser(`${WORD_START}(?:0?6|sáu) tháng (đầu|cuối) năm(?: (${YEAR}))?${WORD_END}`, (context, match) => {
  const result = context.createParsingResult(match.index ?? 0, match[0])
  result.start.assign('month', match[1]?.toLowerCase() === 'đầu' ? 6 : 12)
  if (match[2] !== undefined) result.start.assign('year', Number(match[2]))
  result.start.imply('day', 1)
  return result
})

//  giai đoạn 2021-2025   nhiệm kỳ 2020 - 2025   5 năm 2021-2025   năm học 2022 - 2023
const period = parser(
  `${WORD_START}(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|(?:\\d{1,2} )?năm(?: học)?) ?:? ?)?(${YEAR}) ?[-–] ?(${YEAR})${WORD_END}`,
  (context, match) => {
    const result = context.createParsingResult(match.index ?? 0, match[0])
    const end = context.createParsingComponents({ year: Number(match[2]) })
    result.start.assign('year', Number(match[1]))
    for (const parts of [result.start, end]) {
      parts.imply('month', 1)
      parts.imply('day', 1)
    }
    result.end = end
    return result
  },
)

//  20 – 21/11/2017   01-05/3
const dayRange = parser(
  `(?<![\\p{L}\\p{N}/.-])([0-2]?\\d|3[01]) ?[-–] ?([0-2]?\\d|3[01])/(0?[1-9]|1[0-2])(?:/(${YEAR}))?(?![\\p{L}\\p{N}/])`,
  (context, match) => {
    const result = context.createParsingResult(match.index ?? 0, match[0])
    const end = context.createParsingComponents({ day: Number(match[2]), month: Number(match[3]) })
    result.start.assign('day', Number(match[1]))
    result.start.assign('month', Number(match[3]))
    if (match[4] !== undefined) {
      result.start.assign('year', Number(match[4]))
      end.assign('year', Number(match[4]))
    }
    result.end = end
    return result
  },
)

//  ngày 15   ngày 15 hằng tháng   ngày 20 của tháng cuối quý
const OF_MONTH = '(?: (?:của )?(?:(?:hằng|hàng|mỗi) tháng|tháng (?:cuối|đầu|sau|kế tiếp|liền kề)(?: (?:của )?(?:mỗi )?quý)?))?'
const bareDay = parser(`${WORD_START}ngày ([0-2]?\\d|3[01])(?![\\p{L}\\p{N}/]|[-–.]\\d| tháng \\d)${OF_MONTH}`, (context, match) => {
  const result = context.createParsingResult(match.index ?? 0, match[0])
  result.start.assign('day', Number(match[1]))
  return result
})

export const OWN_PARSERS: Parser[] = [quarter, month, halfYear, period, dayRange, bareDay]
