import type { Citation, When } from '../../schema/fields.ts'
import type { Warning } from '../../schema/warning.ts'
import { foldAligned } from '../document.ts'

/** Issuing organs that a symbol names, and how their names begin or what they hold, folded. */
const ORGANS: [organ: string, symbol: RegExp, issuer: RegExp][] = [
  ['Thủ tướng Chính phủ', /-TTg$/u, /thu tuong/u],
  ['Chính phủ', /-CP$/u, /chinh phu/u],
  ['Quốc hội', /^QH\d/u, /quoc hoi/u],
  ['Hội đồng nhân dân', /-HĐND$/u, /hdnd|hoi dong nhan dan/u],
  ['Ủy ban nhân dân', /-UBND$/u, /ubnd|uy ban nhan dan|chu tich/u],
  ['Sở', /^(?:QĐ|KH|CT|BC|TB|HD|TTr|CTr|QC)-S\p{Lu}/u, /(?:^| )so /u],
  // Not a hospital, a board, a steering committee.
  ['Bộ', /^(?:QĐ|TT|CT|KH|HD|TB)-B(?!V|Q|CĐ|CH|HXH|TV|TG|DV|KT)\p{Lu}/u, /(?:^| )bo |bao hiem|ban /u],
  ['Trung ương Đảng', /\/(?:TW|TƯ)$/u, /trung uong|bo chinh tri|ban bi thu|tong bi thu|dang doan|ban can su/u],
  ['Tỉnh ủy', /\/TU$/u, /tinh uy|thanh uy|dang bo (?:tinh|thanh)|(?:^| )(?:tinh|thanh pho)(?= |$)/u],
  ['Huyện ủy', /\/HU$/u, /huyen/u],
  ['cơ quan Đảng', /\/ĐU$/u, /uy$|uy |dang/u],
]

/**
 * What contradicts itself in the citations of one document: a symbol that names one organ and a text that names another (`96/KH-SXD … của UBND tỉnh`), a date
 * outside the year of its number or after the document itself, and one number with two dates. The fields stay as printed.
 */
export function checkCitations(citations: readonly Citation[], date: When | null): Warning[] {
  const warnings: Warning[] = []
  const firstDates = new Map<string, string>()
  for (const citation of citations) {
    const organ = otherOrgan(citation)
    if (organ !== null) {
      const message = `The symbol ${citation.symbol} is that of ${organ}, the text names ${citation.issuer ?? ''}.`
      warnings.push({ code: 'CITATION_ISSUER_CONFLICT', message, span: citation.span })
    }
    const problem = wrongDate(citation, date, firstDates)
    if (problem !== null) warnings.push({ code: 'CITATION_DATE_CONFLICT', message: problem, span: citation.date?.span ?? citation.span })
  }
  return warnings
}

function otherOrgan({ symbol, issuer }: Citation): string | null {
  if (issuer === null) return null
  const named = foldAligned(issuer)
  const own = ORGANS.find(([, pattern]) => pattern.test(symbol))
  if (own === undefined || own[2].test(named)) return null
  // Only an issuer that is surely another organ contradicts: a name that the table does not know may be that organ's own.
  return ORGANS.some(([, , pattern]) => pattern !== own[2] && pattern.test(named)) ? own[0] : null
}

function wrongDate(citation: Citation, date: When | null, firstDates: Map<string, string>): string | null {
  const { number, year, symbol, key } = citation
  const printed = `${number}/${year === null ? '' : `${year}/`}${symbol}`
  if (year !== null && date?.iso != null && year > date.iso.slice(0, 4)) return `${printed} is of a year after the document itself.`
  const iso = citation.date?.precision === 'day' ? citation.date.iso : null
  if (iso === null) return null
  if (year !== null && !iso.startsWith(year)) return `${printed} is of ${year}, its date is ${iso}.`
  if (date?.precision === 'day' && date.iso !== null && iso > date.iso) return `${printed} is dated ${iso}, after the document itself.`
  const first = firstDates.get(key)
  if (first !== undefined && first !== iso) return `${printed} has two dates, ${first} and ${iso}.`
  firstDates.set(key, iso)
  return null
}
