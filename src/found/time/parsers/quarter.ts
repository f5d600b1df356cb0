import { WORD_END, WORD_START } from '../../../vietnamese/letters.ts'
import { LIST_TAG, OF_YEAR, parser, QUARTER_TAG, resultOf } from './parser.ts'

const NUMBER = '(?:IV|I{1,3}|[1-4])'
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }
const quarterOf = (printed: string): number => ROMAN[printed.toLowerCase()] ?? Number(printed)

//  quý III/2024   Quý 3 năm 2024   quý II và quý III   Quý II - Quý IV/2025   quý I, II
export const quarter = parser(
  // `Quí` is the older spelling.
  (folded) => folded.includes('quy') || folded.includes('qui'),
  `${WORD_START}qu[ýí] (${NUMBER}(?:(?:, | và | ?[-–] ?)(?:qu[ýí] )?(?:IV|I{1,3}))?(?:(?:, | và )(?:qu[ýí] )?(?:IV|I{1,3}))?)${OF_YEAR}${WORD_END}`,
  (context, match) => {
    const result = resultOf(context, match)
    const values = (match[1]?.match(/IV|I{1,3}|[1-4]/giu) ?? []).map(quarterOf)
    const first = values[0] ?? 0
    result.start.assign('month', first * 3)
    if (match[2] !== undefined) result.start.assign('year', Number(match[2]))
    result.start.addTag(`${QUARTER_TAG}${first}`)
    if (values.length > 1) result.start.addTag(`${LIST_TAG}${/[-–]/u.test(match[1] ?? '') ? 'to:' : ''}${values.join(',')}`)
    return result
  },
)
