import { ALNUM, WORD_START } from '../../../vietnamese/letters.ts'
import { DAY, has, LIST_TAG, MONTH, parser, resultOf, YEAR } from './parser.ts'

const OF_MONTH_YEAR = `(?:/(${MONTH})(?:/(${YEAR}))?| tháng (${MONTH})(?:(?:/|,? năm )(${YEAR}))?)`

const JOINED = /[-–]|ngay /

//  20 – 21/11/2017   01-05/3   ngày 10, 11 tháng 5 năm 2024   ngày 10 và 12/5/2024
export const days = parser(
  (folded) => JOINED.test(folded) && (folded.includes('/') || folded.includes('thang')),
  `(?:(?<![${ALNUM}/.-])(${DAY} ?[-–] ?${DAY})|(?<=ngày )(${DAY}(?:(?:, | và )${DAY}){1,4}))${OF_MONTH_YEAR}(?![${ALNUM}/])`,
  (context, match) => {
    const result = resultOf(context, match)
    const values = ((match[1] ?? match[2])?.match(/\d+/gu) ?? []).map(Number)
    const year = match[4] ?? match[6]
    result.start.assign('day', values[0] ?? 0)
    result.start.assign('month', Number(match[3] ?? match[5]))
    if (year !== undefined) result.start.assign('year', Number(year))
    result.start.addTag(`${LIST_TAG}${match[1] === undefined ? '' : 'to:'}${values.join(',')}`)
    return result
  },
)

//  ngày 15 / 3 / 2024, as recognisers print it
export const spacedDay = parser(
  has('/'),
  `(?<![${ALNUM}/.-])(${DAY}) ?/ ?(${MONTH}) ?/ ?(${YEAR})(?![${ALNUM}/]|-\\p{Lu})`,
  (context, match) => {
    const result = resultOf(context, match)
    result.start.assign('day', Number(match[1]))
    result.start.assign('month', Number(match[2]))
    result.start.assign('year', Number(match[3]))
    return result
  },
)

//  ngày 15   ngày 15 hằng tháng   ngày 20 của tháng cuối quý
const OF_MONTH =
  '(?: (?:của )?(?:(?:hằng|hàng|mỗi) tháng|(?:cuối|đầu) quý|tháng (?:cuối|đầu|sau|kế tiếp|liền kề)(?: (?:của )?(?:mỗi )?quý(?: sau)?)?))?'
export const bareDay = parser(
  has('ngay '),
  `${WORD_START}ngày (?:m[ồù]ng )?(${DAY})(?![${ALNUM}/]|[-–.]\\d| tháng \\d)${OF_MONTH}`,
  (context, match) => {
    const result = context.createParsingResult(match.index ?? 0, match[0])
    result.start.assign('day', Number(match[1]))
    return result
  },
)
