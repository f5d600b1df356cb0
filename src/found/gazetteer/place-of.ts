import { compareKey, foldAligned } from '../../vietnamese/letters.ts'
import { type GazetteerUnit, unitsOn } from './gazetteer.ts'

/** A unit as the name of a body says it. */
export interface NamedUnit {
  kind: string
  name: string
}

//  ỦY BAN NHÂN DÂN XÃ GIA VIỄN   UBND thành phố Hồ Chí Minh   Tỉnh ủy Quảng Trị   Đảng bộ huyện Di Linh
//                  ^^^^^^^^^^^
const NAMED = /(?:^| )(?<kind>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?<name>\S.{0,100})$/su
const COMMITTEE = /(?:^| )(?<kind>tỉnh|thành|huyện|quận|thị) ủy (?<name>\S.*)$/su
const KINDS: Record<string, string> = { tp: 'thành phố', 'tp.': 'thành phố', thành: 'thành phố', thị: 'thị xã' }

/** The unit that stands at the end of a body's name; null where the body is of none (`SỞ Y TẾ`). */
export function namedUnit(body: string): NamedUnit | null {
  const { kind = '', name = '' } = (COMMITTEE.exec(compareKey(body)) ?? NAMED.exec(compareKey(body)))?.groups ?? {}
  return name === '' ? null : { kind: KINDS[kind] ?? kind, name }
}

/**
 * The one unit that the name of a body means on `day`. Where several units share kind and name, the body above tells (`above`: its name, or
 * names further up), or else `folded`, the text without marks, where it names the district or province of one of them; null where neither does, for
 * nothing is guessed.
 */
export function unitOfBody(body: string, above: readonly string[], day: string, folded = ''): GazetteerUnit | null {
  const named = namedUnit(body)
  if (named === null) return null
  let units = unitsOn(day, named.kind, named.name)
  for (const name of above) {
    const over = units.length > 1 ? namedUnit(name) : null
    const fitting = over === null ? [] : units.filter((unit) => isUnder(unit, over))
    if (fitting.length > 0) units = fitting
  }
  if (units.length > 1 && folded !== '') units = namedAround(units, folded)
  return units.length === 1 ? (units[0] ?? null) : null
}

/** Those of `units` of which the text names most above them. */
function namedAround(units: readonly GazetteerUnit[], folded: string): readonly GazetteerUnit[] {
  const counts = units.map((unit) => {
    let named = 0
    for (let over = unit.parent; over !== null; over = over.parent) {
      if (folded.includes(foldAligned(`${over.kind} ${over.name}`.toLowerCase()))) named++
    }
    return named
  })
  const most = Math.max(...counts)
  return most === 0 ? units : units.filter((_, i) => counts[i] === most)
}

function isUnder(unit: GazetteerUnit, key: NamedUnit): boolean {
  for (let over = unit.parent; over !== null; over = over.parent) {
    if (compareKey(over.name) === compareKey(key.name) && over.kind === key.kind) return true
  }
  return false
}
