import type { IndexTarget } from '../../schema/index-mention.ts'
import { matchesOf } from '../matches.ts'

/** A figure that an index may reach, as a stretch of folded text. */
export type Figure = Pick<IndexTarget, 'change' | 'comparator' | 'value' | 'upper' | 'unit'> & { start: number; end: number }

const NUMBER = '\\d{1,4}(?:[.,]\\d{1,3})?'
const VALUE = `(?<value>${NUMBER})(?: ?(?:-|–|den) ?(?<upper>${NUMBER}))?(?![\\d.,]\\d)`
const COMPARATORS: readonly [words: string, comparator: IndexTarget['comparator']][] = [
  ['khong qua|toi da|khong vuot qua|≤|<=', 'at-most'],
  ['khong duoi|khong thap hon|toi thieu|it nhat|tu|≥|>=', 'at-least'],
  ['tren|cao hon|lon hon|hon|>', 'more-than'],
  ['duoi|thap hon|<', 'less-than'],
]
const COMPARED = `(?:(?<comparator>${COMPARATORS.map(([words]) => words).join('|')})(?: la| dat| muc)? ?)?`
const CHANGE = '(?:(?<change>tang|giam|cai thien|nang)(?: len| them| hang| thu hang| vi tri| diem)? )?'
const OPEN = '(?<open> tro len)?'
const PLACE = '(?:vi tri|thu hang|hang)(?: thu)?'
const WHO = '(?:tinh|thanh pho|don vi|dia phuong|bo|so|nganh|xa|phuong|huyen|co quan)'
const BEST = '(?:dan dau|dung dau|dau|cao nhat|tot nhat)'

interface Recogniser {
  unit: IndexTarget['unit']
  pattern: RegExp
}

const recogniser = (unit: IndexTarget['unit'], source: string): Recogniser => ({
  unit,
  pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, 'gu'),
})

/** The recogniser listed first wins where two overlap. */
const RECOGNISERS: readonly Recogniser[] = [
  //  nhóm 10 tỉnh, thành phố dẫn đầu   top 15
  recogniser('group', `(?:nhom|top|tóp)(?: cac| co)? ${VALUE}(?: ${WHO}[^.;()\\d]{0,40}?${BEST})?`),
  //  trong 10 đơn vị dẫn đầu khối xã   thuộc 20 tỉnh có chỉ số cao nhất
  recogniser('group', `(?:trong|thuoc|vao)(?: so| cac)? ${VALUE} ${WHO}[^.;()\\d]{0,50}?${BEST}`),
  //  nhóm trung bình cao   nhóm dẫn đầu
  recogniser('group', `nhom (?:cac ${WHO} )?(?:${BEST}|kha|tot|xuat sac|trung binh(?: cao| kha)?|cao)`),
  //  tăng từ 1-2 bậc   ít nhất 04 bậc
  recogniser('places', `${CHANGE}${COMPARED}${VALUE} (?:bac|vi tri|hang(?! tro))`),
  //  đạt trên 90%   từ 86% trở lên
  recogniser('percent', `${CHANGE}${COMPARED}${VALUE} ?(?:%|phan tram)${OPEN}`),
  //  từ 44,5 điểm trở lên
  recogniser('points', `${CHANGE}${COMPARED}${VALUE}(?:/100)? diem(?! tru| thuong| cong)${OPEN}`),
  //  xếp thứ 15/63   vị trí thứ 2   từ hạng 8 trở lên
  recogniser(
    'rank',
    `(?:(?:xep|dung|dat|giu|o|len|nam|vao)(?: o| tai| vao| tu)? (?:${PLACE}|thu)|(?:tu )?${PLACE})(?: tu)? ${VALUE}(?: ?/ ?\\d{2,3})?${OPEN}`,
  ),
]

/** The figures in `stretch` (folded, white space as single characters), in order, none overlapping another. */
export function findFigures(stretch: string): Figure[] {
  const found: Figure[] = []
  for (const { unit, pattern } of RECOGNISERS) {
    for (const match of matchesOf(pattern, stretch)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && end > other.start)) continue
      const { value, upper, comparator, change, open } = match.groups ?? {}
      found.push({
        start,
        end,
        unit,
        change: change === undefined ? (unit === 'places' ? 'up' : 'level') : change === 'giam' ? 'down' : 'up',
        comparator: open === undefined && unit !== 'group' ? compared(comparator, match[0], unit) : 'at-least',
        value: numberOf(value),
        upper: numberOf(upper),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function compared(words: string | undefined, printed: string, unit: IndexTarget['unit']): IndexTarget['comparator'] {
  if (words === undefined) return 'equal'
  // `từ 1-2 bậc` names both ends.
  if (words === 'tu' && unit === 'places' && /\d ?(?:-|–|den) ?\d/u.test(printed)) return 'equal'
  return COMPARATORS.find(([alternatives]) => alternatives.split('|').includes(words))?.[1] ?? 'equal'
}

const numberOf = (printed: string | undefined): number | null => (printed === undefined ? null : Number(printed.replace(',', '.')))
