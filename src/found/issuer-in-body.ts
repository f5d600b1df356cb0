import type { Citation, Issuer } from '../schema/fields.ts'
import type { TextDocument } from './document.ts'
import type { Frame } from './frame.ts'
import { levelOf, opensName } from './vocabulary/organisations.ts'

//  Ủy ban nhân dân xã Gia Viễn xây dựng kế hoạch
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
const DECLARES =
  /(?<=^|[.;:,\n]\s?)(?<name>\p{Lu}[^.;:,\n]{3,90}?) (?:xây dựng|ban hành|đề ra|lập|triển khai|hướng dẫn|thông báo|tổ chức) (?:nội dung )?(?:kế hoạch|Kế hoạch|Chương trình|chương trình|Phương án|phương án|Hướng dẫn)/u

/** The issuer named by the body where the letterhead is lost, and the body above it where the grounds name one. */
export function findIssuerInBody(document: TextDocument, frame: Frame, citations: Citation[]): Issuer | null {
  const from = document.lines[frame.body.from]?.start ?? 0
  const to = document.lines[Math.min(frame.firstHeading, document.lines.length - 1)]?.end ?? document.text.length
  const grounds = document.flat.slice(from, to)
  for (let at = 0; at < grounds.length; ) {
    const match = DECLARES.exec(grounds.slice(at))
    if (match?.groups === undefined) return null
    const name = match.groups.name ?? ''
    if (opensName(name)) {
      const start = from + at + match.index
      const level = levelOf(name, null)
      const text = name.replace(/\s+/gu, ' ').trim()
      return { name: text, parent: parentOf(level, citations), level, span: { start, end: start + name.length }, confidence: 0.75 }
    }
    at += match.index + match[0].length
  }
  return null
}

const ABOVE: Partial<Record<NonNullable<Issuer['level']>, string>> = { commune: 'district', district: 'province', department: 'province' }

/** The issuer of a ground one level up: a commune carries out its district's plan. */
function parentOf(level: Issuer['level'], citations: Citation[]): string | null {
  const wanted = level === null ? undefined : ABOVE[level]
  if (wanted === undefined) return null
  return citations.find(({ role, issuer }) => role === 'basis' && issuer !== null && levelOf(issuer, null) === wanted)?.issuer ?? null
}
