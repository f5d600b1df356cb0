import { compareKey } from '../../vietnamese/letters.ts'
import { MERGER } from './provinces.ts'
import { UNITS_BEFORE, UNITS_SINCE } from './units.ts'

export type UnitLevel = 'province' | 'district' | 'commune'

/** An administrative unit as it was at one time. */
export interface GazetteerUnit {
  level: UnitLevel
  /** Of the General Statistics Office: 2, 3 or 5 digits. */
  code: string
  /** `xã`, `thị trấn`, `thành phố` … */
  kind: string
  /** Without its kind: `Gia Viễn`. */
  name: string
  parent: GazetteerUnit | null
}

const KINDS: Record<string, string> = {
  t: 'tỉnh',
  c: 'thành phố',
  h: 'huyện',
  q: 'quận',
  s: 'thị xã',
  x: 'xã',
  p: 'phường',
  n: 'thị trấn',
  d: 'đặc khu',
}

/** The units of one time, by kind and name: `xã gia viễn`. */
type Gazetteer = ReadonlyMap<string, readonly GazetteerUnit[]>

const memo = new Map<string, Gazetteer>()

/** All units that stood on a day, `YYYY-MM-DD`; unpacked when first asked for. */
function gazetteerOn(day: string): Gazetteer {
  const data = day < MERGER ? UNITS_BEFORE : UNITS_SINCE
  const known = memo.get(data)
  if (known !== undefined) return known
  const units = unpack(data)
  memo.set(data, units)
  return units
}

/** The units of a kind and name that stood on `day`; several where provinces share a name. Case and the place of tones do not count. */
export function unitsOn(day: string, kind: string, name: string): readonly GazetteerUnit[] {
  const found = gazetteerOn(day).get(keyOf(kind, name))
  if (found !== undefined) return found
  return RENAMED.filter(({ unit, until }) => day < until && keyOf(unit.kind, unit.name) === keyOf(kind, name)).map(({ unit }) => unit)
}

/** Provinces whose name or kind changed shortly before the list that holds until the merger. */
const RENAMED: readonly { unit: GazetteerUnit; until: string }[] = [
  { unit: { level: 'province', code: '46', kind: 'tỉnh', name: 'Thừa Thiên Huế', parent: null }, until: '2025-01-01' },
]

const keyOf = (kind: string, name: string): string => compareKey(`${kind} ${name.replace(/[’‘ʼ]/gu, "'").replaceAll('-', ' ')}`)

function unpack(data: string): Gazetteer {
  const units = new Map<string, GazetteerUnit[]>()
  const add = (unit: GazetteerUnit): GazetteerUnit => {
    const key = keyOf(unit.kind, unit.name)
    const same = units.get(key)
    if (same === undefined) units.set(key, [unit])
    else same.push(unit)
    return unit
  }
  for (const line of data.trim().split('\n')) {
    const [head = '', ...groups] = line.split(';')
    const province = add(toUnit('province', head, null, null))
    for (const group of groups) {
      const colon = group.indexOf(':')
      const district = colon > 0 ? add(toUnit('district', group.slice(0, colon), null, province)) : province
      let last: number | null = null
      for (const packed of group.slice(colon + 1).split(',')) {
        if (packed === '') continue
        const unit: GazetteerUnit = add(toUnit('commune', packed, last, district))
        last = Number(unit.code)
      }
    }
  }
  return units
}

const PACKED = /^(?<digits>-?\d*)(?<kind>[a-z])(?<name>.+)$/u
const CODE_STEP = 3
const COMMUNE_DIGITS = 5

/** `last` is the code before, from which a commune's own is counted; the first of a list has its code whole. */
function toUnit(level: UnitLevel, packed: string, last: number | null, parent: GazetteerUnit | null): GazetteerUnit {
  const { digits = '', kind = '', name = '' } = PACKED.exec(packed)?.groups ?? {}
  const code = last === null ? digits : String(last + (digits === '' ? CODE_STEP : Number(digits))).padStart(COMMUNE_DIGITS, '0')
  return { level, code, kind: KINDS[kind] ?? '', name, parent }
}
