import { WORD_END, WORD_START } from '../../../vietnamese/letters.ts'
import { has, OWN_YEAR_TAG, parser, resultOf, YEAR } from './parser.ts'

const COUNTS: Record<string, number> = { ba: 3, sáu: 6, chín: 9, nửa: 6 }

//  06 tháng đầu năm 2024   sáu tháng cuối năm   9 tháng đầu năm   nửa cuối năm 2025
export const partOfYear = parser(
  has(' nam'),
  `${WORD_START}(?:(0?[369]|ba|sáu|chín) tháng|(nửa)) (đầu|cuối) năm(?: (${YEAR}))?${WORD_END}`,
  (context, match) => {
    const result = resultOf(context, match)
    const printed = (match[1] ?? match[2] ?? '').toLowerCase()
    const count = COUNTS[printed] ?? Number(printed)
    const opens = match[3]?.toLowerCase() === 'đầu'
    const end = context.createParsingComponents({ month: opens ? count : 12 })
    result.start.assign('month', opens ? 1 : 13 - count)
    if (match[4] !== undefined) {
      result.start.assign('year', Number(match[4]))
      end.assign('year', Number(match[4]))
    }
    result.end = end
    return result
  },
)

//  cuối năm   giữa năm   cả năm
export const endOfYear = parser(
  has(' nam'),
  `${WORD_START}(?:đầu|giữa|cuối|cả|suốt|trong) năm(?! (?:\\d|học|sau|tới|nay|trước|ngày|tháng|tuần|đầu|một|hai))${WORD_END}`,
  (context, match) => {
    const result = resultOf(context, match)
    result.start.assign('year', result.start.get('year') ?? 2000)
    result.start.addTag(OWN_YEAR_TAG)
    return result
  },
)

const TWO_YEARS = /\d\d ?[-–d].{0,12}\d\d/

//  giai đoạn 2021-2025   nhiệm kỳ 2020 - 2025   5 năm 2021-2025   năm học 2022 - 2023   từ năm 2021 đến 2025
export const period = parser(
  (folded) => TWO_YEARS.test(folded),
  `${WORD_START}(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|(?:\\d{1,2} )?năm(?: học)?) ?:? ?)?(${YEAR}) ?(?:[-–]|đến(?: hết)?(?: năm)?) ?(${YEAR})${WORD_END}`,
  (context, match) => {
    const result = resultOf(context, match)
    const end = context.createParsingComponents({ year: Number(match[2]) })
    result.start.assign('year', Number(match[1]))
    end.imply('month', 1)
    end.imply('day', 1)
    result.end = end
    return result
  },
)
