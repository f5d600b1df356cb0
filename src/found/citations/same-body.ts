import { compareKey, WORD_END, WORD_START } from '../../vietnamese/letters.ts'

//  UBND tỉnh Hà Giang   Huyện ủy   Đảng bộ xã Yên Phú   (`xã hội` is no place)
//       ^^^^ ^^^^^^^^
const LEVEL = new RegExp(
  `${WORD_START}(?<level>tỉnh|thành phố|thành|tp\\.?|huyện|quận|thị xã|thị trấn|xã(?! hội)|phường|đặc khu)(?: ủy)?${WORD_END}(?: (?<name>\\p{L}[\\p{L} ]{0,40}))?`,
  'u',
)
const SAME = new Map([
  ['thành phố', 'tỉnh'],
  ['thành', 'tỉnh'],
  ['tp', 'tỉnh'],
  ['tp.', 'tỉnh'],
])

/** Whether two names may be of one issuing body: they may unless their levels or their places differ (`UBND tỉnh`, `UBND xã Yên Phú`). */
export function maySameBody(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  const [left, right] = [LEVEL.exec(compareKey(a))?.groups, LEVEL.exec(compareKey(b))?.groups]
  if (left === undefined || right === undefined) return true
  const levelOf = (level = ''): string => SAME.get(level) ?? level
  if (levelOf(left.level) !== levelOf(right.level)) return false
  return left.name === undefined || right.name === undefined || left.name === right.name
}
