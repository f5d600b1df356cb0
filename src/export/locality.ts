import type { Plan } from '../schema/plan.ts'
import { fold } from '../vietnamese/letters.ts'
import { slug } from './slug.ts'

//  UBND tỉnh Quảng Trị   Tỉnh ủy Quảng Trị   Ban Chấp hành Đảng bộ huyện   UBND thị xã Mỹ Hào
//       ^^^^ ^^^^^^^^^
const LEVEL =
  /(?<![a-z])(?<level>tinh|thanh pho|tp\.?|thanh|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)(?: uy)?(?![a-z])(?: (?<name>[a-z][a-z '-]{0,80}))?$/u
const PROVINCE = new Set(['tinh', 'thanh-pho'])

interface Locality {
  level: string
  name: string | null
}

/**
 * The place whose body issued a document, as `tinh-quang-tri`. `UBND tỉnh` without a name is that of the Plan's own letterhead, or of the unit
 * that its body belongs to; where neither tells, the body of the Plan stands for it, since another Plan's `UBND tỉnh` may be another province.
 */
export function localityOf(issuer: string | null, symbol: string, plan: Plan): string {
  const named = issuer === null ? null : readLocality(issuer)
  const level = named?.level ?? levelOfSymbol(symbol, issuer)
  if (level === null) return ''
  if (named?.name != null) return `${level}-${named.name}`
  const unit = plan.issuer?.unit
  const names = [plan.issuer?.name, plan.issuer?.parent, unit?.name, ...(unit?.parent?.split(', ') ?? [])]
  const own = names.flatMap((name) => (name == null ? [] : (readLocality(name) ?? [])))
  const same = own.find((found) => found.name !== null && (found.level === level || (PROVINCE.has(level) && PROVINCE.has(found.level))))
  if (same !== undefined) return `${same.level}-${same.name}`
  return plan.issuer === null ? level : `${level}-of-${slug(plan.issuer.name)}`
}

function readLocality(name: string): Locality | null {
  const groups = LEVEL.exec(fold(name).replace(/\s+/gu, ' ').trim())?.groups
  if (groups === undefined) return null
  const level = groups.level === 'tp' || groups.level === 'tp.' || groups.level === 'thanh' ? 'thanh pho' : (groups.level ?? '')
  return { level: slug(level), name: groups.name === undefined ? null : slug(groups.name) }
}

/** Departments and the province's committee are the province's; `UBND` alone may be anybody's. */
function levelOfSymbol(symbol: string, issuer: string | null): string | null {
  if (/(?:^|[-/])(?:S[A-ZĐ]{1,8}|TU|BTGTU)(?:$|[-/])/u.test(symbol) || /^sở /iu.test(issuer ?? '')) return 'tinh'
  if (/(?:^|[-/])HU(?:$|[-/])/u.test(symbol)) return 'huyen'
  return null
}
