import type { Issuer } from '../../schema/fields.ts'
import { compareKey } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import { kindOfProvince, PROVINCES } from '../gazetteer/provinces.ts'
import { abbreviationsOf, expandAbbreviations } from './abbreviations.ts'
import { type Household, householdOf } from './household.ts'

/** The names that bodies have within one document. */
export interface BodyNames {
  /** The whole name of the one body meant by `name`, or null for several bodies, or where the document does not tell whose it is. */
  canonical: (name: string) => string | null
}

/** What the names of `document` mean, said from its issuer; `Sở Tư pháp (STP)` in the text explains its abbreviation. */
export function bodyNames(document: TextDocument, issuer: Issuer | null): BodyNames {
  let known: { household: Household; abbreviations: Map<string, string> } | null = null
  const memo = new Map<string, string | null>()
  return {
    canonical: (name) => {
      const found = memo.get(name)
      if (found !== undefined) return found
      known ??= { household: householdOf(document, issuer), abbreviations: abbreviationsOf(document.text) }
      const canonical = canonicalOf(name, known.household, known.abbreviations)
      memo.set(name, canonical)
      return canonical
    },
  }
}

const MANY =
  /^(?:các|những|mỗi|từng|mọi|toàn thể|toàn bộ|tất cả)(?![\p{L}])|(?<!^(?:ban quản lý|công đoàn|liên hiệp|đảng ủy|đảng bộ|đoàn|khối|hiệp hội)) (?:các|những)(?= )|^(?:sở|phòng|ban|cơ quan|đơn vị|xã|phường|thị trấn|huyện|thôn|tổ chức|cá nhân|đoàn thể|chi hội|doanh nghiệp|địa phương|hộ|người dân|cán bộ|công chức|giáo viên|nhân viên|trưởng thôn|trưởng ấp|trưởng bản)(?:,|$)|(?:huyện|xã|phường|quận), (?:thị xã|thành phố|xã|phường|thị trấn|quận|đặc khu)/iu
const KINDS = ['tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn', 'đặc khu']
//  UBND tỉnh   Công an xã   Ủy ban nhân dân thành phố
const ENDS_IN_KIND = new RegExp(`(?:^| )(?<kind>${KINDS.join('|')})$`, 'iu')
const KIND_ANYWHERE = new RegExp(`(?:^| )(?:${KINDS.join('|')}) \\p{Lu}`, 'u')
// Bodies that each unit has one of; without its name they are those of the issuer's own unit.
const OF_UNIT =
  /^(?:công an|công chức|trạm y tế|hội (?:nông dân|liên hiệp phụ nữ|phụ nữ|cựu chiến binh|người cao tuổi|chữ thập đỏ|khuyến học|đồng)|đoàn thanh niên|đoàn tncs|ban chỉ huy quân sự|phòng|văn phòng|ủy ban|thường trực|chủ tịch|phó chủ tịch|lãnh đạo ủy ban|bảo hiểm xã hội|kho bạc nhà nước|viện kiểm sát|tòa án|thanh tra|mặt trận tổ quốc|trung tâm (?:y tế|văn hóa|truyền thông|phục vụ hành chính|phát triển quỹ|dịch vụ|giáo dục|cung ứng|chính trị|học tập)|đài truyền thanh|liên đoàn lao động|hạt kiểm lâm|đội quản lý|chi cục thuế|bộ phận|tổ (?:công nghệ|công tác)|đảng ủy|bí thư)(?![\p{L}])/iu
const PROVINCIAL = /^(?:sở |ban dân tộc|tỉnh đoàn|thành đoàn|tỉnh ủy|thành ủy)/iu
// Offices and parts of one house: of the issuer where it is no committee of a unit.
const OF_HOUSE =
  /^(?:phòng|văn phòng|ban(?= (?!dân tộc|bí thư|chấp hành trung))|tổ|khoa|bộ phận|bộ môn|giám đốc|phó giám đốc|hiệu trưởng|phó hiệu trưởng|chánh (?:văn phòng|thanh tra)|phó chánh|trưởng (?:phòng|khoa|ban|bộ phận|bộ môn)|phó trưởng (?:phòng|khoa|ban)|thanh tra|công đoàn|chi đoàn|đoàn thanh niên|đoàn trường|chi bộ|đảng ủy|kế toán|văn thư|thư ký|hội đồng|trung tâm|chi cục|hội sinh viên|tổng phụ trách|lãnh đạo|thường trực)(?![\p{L}])/iu
// What has a name of its own stands apart from the house's: `Phòng Quản lý đất đai, Sở …`, but `Văn phòng Sở …`, `Giám đốc Sở …`.
const UNIT_OF_HOUSE = /^(?:(?:phòng|ban|tổ|khoa|bộ môn|trung tâm|chi cục|hội đồng) \S|bộ phận)/iu
const OWNED =
  /(?:^| )(?:sở|chi cục|trung tâm|trường|bệnh viện|viện|cục|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|hội|ban|bộ|chi bộ|liên đoàn lao động)$/iu
// `Sở Nông nghiệp và Môi trường`, `Công đoàn cơ sở`: no house, but a word of two syllables.
const COMPOUND = /(?:môi trường|thị trường|cơ sở|cán bộ|nội bộ|công bộ|hội trường|thư viện)$/iu

function canonicalOf(printed: string, household: Household, abbreviations: Map<string, string>): string | null {
  const bare = printed.replace(/ ?\([^)]{0,200}\)/gu, '').trim()
  if (bare === '' || MANY.test(bare)) return null
  const name = withProvinceKind(expandAbbreviations(bare, abbreviations))
  const owned = COMPOUND.test(name) ? null : OWNED.exec(name)
  if (owned && household.name !== null && household.head !== null && compareKey(owned[0].trim()) === compareKey(household.head)) {
    return `${name.slice(0, name.length - owned[0].trim().length)}${household.name}`
  }
  // `Thanh tra Sở` in the plan of a branch: of a house that the document need not name.
  if (/ (?:sở|cục|bệnh viện|trường|viện|trung tâm)$|(?<!chi) bộ$/iu.test(name) && !COMPOUND.test(name)) return null
  const kind = ENDS_IN_KIND.exec(name)?.groups?.kind?.toLowerCase()
  if (kind !== undefined) {
    const unit = chainFrom(household, kind)
    return unit === null ? null : `${name.slice(0, name.length - kind.length)}${unit}`
  }
  // `bưu điện`, `ngân hàng` in small letters is any such body.
  if (/^\p{Ll}/u.test(name) && !OF_UNIT.test(name)) return null
  if (/^văn phòng$/iu.test(name) && household.committee) {
    return household.office === null ? null : canonicalOf(household.office, household, abbreviations)
  }
  if (KIND_ANYWHERE.test(name) || (household.own === null && household.name === null))
    return OF_HOUSE.test(name) && !KIND_ANYWHERE.test(name) ? null : name
  if (PROVINCIAL.test(name)) return household.province === null ? name : withUnit(name, household.province)
  const ofUnit = household.own !== null && OF_UNIT.test(name)
  if (household.committee) return ofUnit ? withUnit(name, household.own ?? '') : name
  // A party committee has a unit around its own house.
  if (ofUnit && household.party && !OF_HOUSE.test(name)) return withUnit(name, household.own ?? '')
  // A branch of the province's department has no other branches in it.
  if (household.head === 'Chi cục' && /^chi cục/iu.test(name))
    return household.province === null ? name : withUnit(name, household.province)
  if (!OF_HOUSE.test(name) || household.name === null || compareKey(household.name).includes(compareKey(name))) return name
  return `${name}${UNIT_OF_HOUSE.test(name) ? ',' : ''} ${household.name}`
}

// Bodies that a province has one of, and that are named after it without the word for it: `UBND Quảng Nam`, `Sở Y tế Đà Nẵng`.
const OF_PROVINCE =
  /^(?:(?:phó )?chủ tịch |văn phòng |thường trực )?(?:ủy ban nhân dân|hội đồng nhân dân|sở |công an|bộ chỉ huy|thanh tra|cục (?:thuế|thống kê|hải quan|quản lý thị trường|thi hành án)|kho bạc nhà nước|bảo hiểm xã hội|liên đoàn lao động|hội (?:nông dân|liên hiệp phụ nữ|cựu chiến binh)|ban dân tộc|viện kiểm sát nhân dân|tòa án nhân dân|đoàn đại biểu quốc hội|(?:ủy ban )?mặt trận tổ quốc)/iu
// The longest first: `Thừa Thiên Huế` before `Huế`.
const PROVINCE_KEYS = PROVINCES.map(({ name }) => ({ name, key: ` ${compareKey(name)}`, kind: kindOfProvince(name) })).sort(
  (a, b) => b.key.length - a.key.length,
)
const KIND_BEFORE = new RegExp(`(?: |^)(?:${KINDS.join('|')})$`, 'iu')

/** `Ủy ban nhân dân Quảng Nam` as `Ủy ban nhân dân tỉnh Quảng Nam`. */
function withProvinceKind(name: string): string {
  if (!OF_PROVINCE.test(name)) return name
  const key = compareKey(name)
  const province = PROVINCE_KEYS.find((each) => key.endsWith(each.key))
  if (province === undefined || key.length !== name.length) return name
  const before = name.slice(0, name.length - province.key.length)
  const own = name.slice(before.length + 1)
  return !/^\p{Lu}/u.test(own) || KIND_BEFORE.test(before) ? name : `${before} ${province.kind} ${province.name}`
}

/** The unit of a kind with those above it: `quận Lê Chân, thành phố Hải Phòng`. */
function chainFrom({ units }: Household, kind: string): string | null {
  const kinds = [...units.keys()]
  const at = kinds.indexOf(kind)
  return at < 0 ? null : [...units.values()].slice(at).join(', ')
}

/** `Sở Nội vụ` with `tỉnh Bình Phước`, where that is not in the name already. */
function withUnit(name: string, unit: string): string {
  const own = unit.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /u, '').split(',')[0] ?? ''
  if (compareKey(name).includes(compareKey(own))) return name
  // The kind of the unit is in the name already: `Tỉnh đoàn Sóc Trăng`.
  return `${name} ${/^(?:tỉnh|thành|huyện|quận|thị) (?:đoàn|ủy)$/iu.test(name) ? own : unit}`
}
