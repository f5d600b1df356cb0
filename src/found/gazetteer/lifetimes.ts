import { foldAligned } from '../document.ts'

/** Organs that stood for a time only, `from` inclusive, `to` exclusive. */
interface Lifetime {
  name: string
  field: RegExp
  from?: string
  to?: string
}

const field = (source: string): RegExp => new RegExp(`(?:^| )(?:bo|so) (?:${source})(?![\\p{L}])`, 'u')

/**
 * Fields of ministries, and of the departments of provinces below them, that began or ended. 1 August 2007: resolution
 * 01/2007/QH12. 1 March 2025: resolution 176/2025/QH15; provinces followed within weeks, so that a month is left to them.
 */
const REFORM = '2025-03-01'
const FOLLOWED = '2025-04-01'
const LIFETIMES: readonly Lifetime[] = [
  { name: 'Kế hoạch và Đầu tư', field: field('ke hoach va dau tu'), to: REFORM },
  { name: 'Giao thông vận tải', field: field('giao thong(?: -)? van tai'), to: REFORM },
  { name: 'Nông nghiệp và Phát triển nông thôn', field: field('nong nghiep va (?:phat trien nong thon|ptnt)'), to: REFORM },
  { name: 'Tài nguyên và Môi trường', field: field('tai nguyen va moi truong'), to: REFORM },
  { name: 'Thông tin và Truyền thông', field: field('thong tin va truyen thong'), from: '2007-08-01', to: REFORM },
  { name: 'Lao động - Thương binh và Xã hội', field: field('lao dong ?- ?thuong binh (?:va|-) xa hoi'), to: REFORM },
  { name: 'Nông nghiệp và Môi trường', field: field('nong nghiep va moi truong'), from: '2025-02-15' },
  { name: 'Dân tộc và Tôn giáo', field: field('dan toc va ton giao'), from: '2025-02-15' },
  { name: 'Bưu chính, Viễn thông', field: field('buu chinh,?(?: va)? vien thong'), to: '2008-04-01' },
  { name: 'Văn hóa, Thể thao và Du lịch', field: field('van hoa, the thao va du lich'), from: '2007-08-01' },
  { name: 'Văn hóa - Thông tin', field: field('van hoa ?- ?thong tin'), to: '2008-04-01' },
]

/** Why a ministry or department of this name did not stand on `day`; null where it did, or nothing is known of it. */
export function outOfItsTime(name: string, day: string): string | null {
  const folded = foldAligned(name).replace(/\s+/gu, ' ').trim()
  const known = LIFETIMES.find((lifetime) => lifetime.field.test(folded))
  if (known === undefined) return null
  const to = known.to === REFORM && !folded.startsWith('bo ') ? FOLLOWED : known.to
  if (to !== undefined && day >= to) return `There has been no body for ${known.name} since ${known.to ?? to}.`
  return known.from !== undefined && day < known.from ? `There was no body for ${known.name} on ${day}.` : null
}
