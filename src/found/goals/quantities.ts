import type { GoalQuantity } from '../../schema/parts.ts'
import type { TextDocument } from '../document.ts'

const NUMBER = '\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,6}(?:,\\d{1,2})?'
const COMPARATORS: Record<string, GoalQuantity['comparator']> = {
  'it nhat': 'at-least',
  'toi thieu': 'at-least',
  'khong duoi': 'at-least',
  'khong thap hon': 'at-least',
  tu: 'at-least',
  tren: 'more-than',
  hon: 'more-than',
  duoi: 'less-than',
  'khong qua': 'at-most',
  'toi da': 'at-most',
}
const WORDS = Object.keys(COMPARATORS).join('|')
//  trên 95% hộ dân   từ 90% trở lên
const PERCENT = new RegExp(
  `(?<![\\p{L}\\d.,/])(?:(?<comparator>${WORDS}) )?(?<value>${NUMBER})(?: ?%?(?: ?[-–] ?| den )(?<upper>${NUMBER}))? ?(?:%|phan tram)(?<open> tro len)?(?: (?<of>\\p{L}{1,12}(?: \\p{L}{1,12}){0,5}))?`,
  'gu',
)
//  ít nhất 02 hội nghị   tối thiểu 30 học viên
const COUNT = new RegExp(
  `(?<![\\p{L}\\d.,/])(?<comparator>${WORDS}) (?<value>${NUMBER})(?:(?: ?[-–] ?| den )(?<upper>${NUMBER}))?(?<open>) (?!thang|nam|ngay|quy|%|trieu|ty|dong)(?<of>\\p{L}{1,12}(?: \\p{L}{1,12}){0,5})`,
  'gu',
)

/** The numbers that the stretch of a goal sets. */
export function findQuantities(document: TextDocument, from: number, to: number): GoalQuantity[] {
  const folded = document.folded.slice(from, to)
  return [...read(document, folded, from, PERCENT, 'percent'), ...read(document, folded, from, COUNT, 'count')].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

function read(document: TextDocument, folded: string, from: number, pattern: RegExp, unit: GoalQuantity['unit']): GoalQuantity[] {
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const { comparator = '', value = '', upper, open, of } = match.groups ?? {}
    const start = from + match.index
    const end = start + match[0].trimEnd().length
    // `từ ngày 01` and `từ 3 đến 5` are times; a share is never over a thousand.
    if (unit === 'percent' && toNumber(value) > 1000) return []
    const counted = of === undefined ? null : document.flat.slice(end - of.trimEnd().length, end)
    return {
      raw: document.text.slice(start, end),
      span: { start, end },
      confidence: 0.8,
      comparator: open ? 'at-least' : (COMPARATORS[comparator] ?? 'equal'),
      value: toNumber(value),
      upper: upper === undefined ? null : toNumber(upper),
      unit,
      of: counted === null || counted.trim() === '' ? null : counted.trim(),
    }
  })
}

const toNumber = (printed: string): number =>
  Number(/^\d{1,3}(?:\.\d{3})+$/u.test(printed) ? printed.replaceAll('.', '') : printed.replace(',', '.'))
