import { ALNUM, WORD_END, WORD_START } from '../../../vietnamese/letters.ts'
import { has, LIST_TAG, MONTH, OF_YEAR, parser, resultOf, YEAR } from './parser.ts'

// A number after a comma is a month only where nothing is counted by it: `tháng 5, 8, 11` and not `tháng 5, 2 lớp`.
const BARE_END = '(?= ?(?:[.;,:)/|]|$)| năm| hằng| hàng| và \\d)'
const NEXT = `(?:(?:, | và | ?[-–] ?)(?:tháng ${MONTH}|${MONTH}${BARE_END}))`

//  tháng 01 năm 2024   tháng 5/2024   tháng 4 và tháng 5   các tháng 3, 5, 10   tháng 6-9/2024
export const month = parser(
  has('thang'),
  `${WORD_START}tháng (${MONTH}${NEXT}{0,4})${OF_YEAR}(?![${ALNUM}]|/\\d|[.,]\\d)`,
  (context, match) => {
    const result = resultOf(context, match)
    const values = (match[1]?.match(/\d+/gu) ?? []).map(Number)
    result.start.assign('month', values[0] ?? 0)
    if (match[2] !== undefined) result.start.assign('year', Number(match[2]))
    if (values.length > 1) result.start.addTag(`${LIST_TAG}${/[-–]/u.test(match[1] ?? '') ? 'to:' : ''}${values.join(',')}`)
    return result
  },
)

//  12/2025   từ 7/2024 đến 02/2025
export const slashedMonth = parser(has('/'), `(?<![${ALNUM}/.,-]|số )(${MONTH}) ?/ ?(${YEAR})(?![${ALNUM}/-])`, (context, match) => {
  const result = resultOf(context, match)
  result.start.assign('month', Number(match[1]))
  result.start.assign('year', Number(match[2]))
  return result
})

//  tuần thứ hai của tháng 10   tuần 2 tháng 3/2026   tuần cuối tháng 6
export const week = parser(
  has('tuan', 'thang'),
  `${WORD_START}tuần (?:lễ )?(?:thứ )?(?:[1-5]|I{1,3}|IV|nhất|hai|ba|tư|đầu(?: tiên)?|cuối(?: cùng)?)(?: của)?(?:,| -)? tháng (${MONTH})${OF_YEAR}${WORD_END}`,
  (context, match) => {
    const result = resultOf(context, match)
    result.start.assign('month', Number(match[1]))
    if (match[2] !== undefined) result.start.assign('year', Number(match[2]))
    return result
  },
)
