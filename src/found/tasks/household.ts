import type { Issuer } from '../../schema/fields.ts'
import { capitalise, compareKey, foldAligned } from '../../vietnamese/letters.ts'
import { isSyllable } from '../../vietnamese/syllable.ts'
import type { TextDocument } from '../document.ts'
import { namedUnit } from '../gazetteer/place-of.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { fieldNamed } from './listed.ts'

/** The issuer, as the names in its document are said from it. */
export interface Household {
  /** The issuer's whole name in running text (`Sở Nội vụ tỉnh Bình Phước`), and the word it opens with (`Sở`); null where it is not known. */
  name: string | null
  head: string | null
  /** The unit that it is of, with those above: `xã Gia Viễn, tỉnh Ninh Bình`; and its province alone. */
  own: string | null
  province: string | null
  /** Each unit of the chain by its kind: `tỉnh` is `tỉnh Ninh Bình`. */
  units: Map<string, string>
  /** Whether it governs a unit (a people's committee or council, a party committee), and is not one house in it. */
  committee: boolean
  party: boolean
  /** The committee's office by its whole name, where the text gives it: `Văn phòng HĐND và UBND huyện`. */
  office: string | null
}

const COMMITTEE = /^(?:ủy ban nhân dân|hội đồng nhân dân|ban chỉ đạo|ban thường trực ủy ban mặt trận|ủy ban mặt trận|hội đồng nghĩa vụ)/iu
const OFFICE =
  /Văn phòng (?:HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân)(?:(?:,| và| -)? (?:HĐND|UBND|Ủy ban nhân dân))?(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?(?![\p{L}])/u
const HEAD =
  /^(?:sở|chi cục|trung tâm|trường|bệnh viện|viện|cục|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|hội|ban|bộ|chi bộ|phòng|liên đoàn lao động)(?![\p{L}])/iu

export function householdOf(document: TextDocument, issuer: Issuer | null): Household {
  const { text } = document
  const units = issuer === null ? new Map<string, string>() : unitsOf(issuer)
  const highest = [...units.values()].at(-1)
  const province = highest !== undefined && /^(?:tỉnh|thành phố) /u.test(highest) ? highest : null
  const own = [...units.values()][0] ?? null
  if (issuer === null) return { name: null, head: null, own, province, units, committee: false, party: false, office: null }
  const name = expandAbbreviations(inRunningText(document, issuer.name, units), new Map())
  const committee = COMMITTEE.test(name)
  const owner = units.size > 0 && namedUnit(name) === null && !committee ? `${SCHOOL.test(name) ? ',' : ''} ${own}` : ''
  const whole = owner !== '' && compareKey(name).includes(compareKey(bareName(own ?? ''))) ? name : `${withoutKind(name, units)}${owner}`
  return {
    name: whole,
    head: HEAD.exec(name)?.[0] ?? null,
    own: chainOf(units),
    province,
    units,
    committee,
    party: issuer.level === 'party',
    office: OFFICE.exec(text)?.[0].replace(/\s+/gu, ' ') ?? null,
  }
}

/** `BỆNH VIỆN ĐA KHOA TỈNH` ends in the kind of its unit, which the unit's whole name takes the place of. */
function withoutKind(name: string, units: Map<string, string>): string {
  for (const kind of units.keys()) if (compareKey(name).endsWith(` ${kind}`)) return name.slice(0, name.length - kind.length - 1)
  return name
}

const bareName = (unit: string): string => unit.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /u, '')
const chainOf = (units: Map<string, string>): string | null => (units.size === 0 ? null : [...new Set(units.values())].join(', '))

const KIND = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?= )/u

/** The units that the issuer is of, lowest first, by kind: from the gazetteer, or else as the letterhead names them. */
function unitsOf(issuer: Issuer): Map<string, string> {
  const units = new Map<string, string>()
  const add = (unit: string): void => {
    const kind = KIND.exec(unit)?.[0]
    if (kind !== undefined && !units.has(kind)) units.set(kind, unit)
  }
  if (issuer.unit) {
    add(issuer.unit.name)
    issuer.unit.parent?.split(', ').forEach(add)
    return units
  }
  for (const body of [issuer.name, issuer.parent ?? '']) {
    const named = namedUnit(body)
    if (named !== null) add(`${named.kind} ${named.name.split(' ').map(capitalise).join(' ')}`)
  }
  return units
}

/** A letterhead's capitals as the text itself writes the name, or else as names are written. */
function inRunningText(document: TextDocument, name: string, units: Map<string, string>): string {
  if (/\p{Ll}/u.test(name)) return name
  const { text } = document
  const at = placeInAnyCase(document, name, text.indexOf(name) + name.length)
  const printed = at < 0 ? '' : text.slice(at, at + name.length)
  if (/\p{Ll}/u.test(printed) && !/^\p{Ll}+ \p{Ll}/u.test(printed)) return capitalise(printed)
  const small = name
    .split(' ')
    .map((word) => (/^\p{L}+$/u.test(word) && !isSyllable(word.toLowerCase()) ? word : word.toLowerCase()))
    .join(' ')
  const unit = [...units.values()].map(bareName).find((each) => small.endsWith(` ${each.toLowerCase()}`))
  const kind = unit === undefined ? '' : (KIND_BEFORE.exec(small.slice(0, small.length - unit.length))?.[0] ?? '')
  const rest = unit === undefined ? small : small.slice(0, small.length - unit.length - kind.length)
  const head = /^(?:sở|phòng|ban|chi cục|trung tâm|cục|viện|bộ|vụ|khoa) /u.exec(rest)?.[0] ?? ''
  const written = NAMED_AFTER.test(rest)
    ? capitals(rest)
    : `${capitalise(head)}${fieldNamed(rest.slice(head.length)) ?? capitalise(rest.slice(head.length))}`
  return unit === undefined ? withProperEnd(text, written) : `${written}${kind}${unit}`
}

/** Where `name` stands from `from` on, in small letters or capitals; -1 where it does not. */
function placeInAnyCase({ text, folded }: TextDocument, name: string, from: number): number {
  const [small, cue] = [name.toLowerCase(), foldAligned(name)]
  let at = folded.indexOf(cue, from)
  while (at >= 0 && text.slice(at, at + name.length).toLowerCase() !== small) at = folded.indexOf(cue, at + 1)
  return at
}

/** The last words as the text writes them elsewhere with capitals: `Trường đại học đồng tháp` where `Đồng Tháp` stands. */
function withProperEnd(text: string, name: string): string {
  const words = name.split(' ')
  for (let count = Math.min(4, words.length - 1); count >= 2; count--) {
    const end = words.slice(-count).map(capitalise).join(' ')
    if (text.includes(end)) return [...words.slice(0, -count), end].join(' ')
  }
  return name
}

const SCHOOL = /^(?:trường|học viện|thư viện)/iu
const KIND_BEFORE = /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) $/u
// Schools and libraries mostly bear the name of a person or a place.
const NAMED_AFTER = /^(?:trường|thư viện)(?! (?:đại học|cao đẳng|chính trị|trung cấp))/u
const COMMON = /^(?:tiểu|học|mầm|non|trung|cơ|sở|phổ|thông|mẫu|giáo|cấp|liên|và|dân|tộc|nội|trú|bán|chuyên|viện)$/u

/** `TRƯỜNG THCS NGUYỄN TRÃI` as `Trường THCS Nguyễn Trãi`. */
const capitals = (small: string): string =>
  small
    .split(' ')
    .map((word, i) => (i > 0 && COMMON.test(word) ? word : capitalise(word)))
    .join(' ')
