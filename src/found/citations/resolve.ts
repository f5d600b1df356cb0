import type { Citation, Law, ShortMention, UnnumberedDocument } from '../../schema/fields.ts'
import type { TextDocument } from '../document.ts'
import type { Frame } from '../frame.ts'
import type { Cited } from './cited.ts'
import { groundsOf } from './grounds.ts'
import { assignKeys } from './key.ts'
import { type CitedLaw, findLaws } from './laws.ts'
import { type Related, relate } from './relation.ts'
import { type Antecedent, findShortMentions } from './short.ts'
import { findUnnumbered } from './unnumbered.ts'

export interface References {
  citations: Citation[]
  laws: Law[]
  unnumbered: UnnumberedDocument[]
  shortMentions: ShortMention[]
}

/**
 * The citations seen together: laws cited by name beside them, one key for all mentions of one document, what is said to be done with each, and the
 * later mentions that leave number and symbol out.
 */
export function resolveReferences(document: TextDocument, frame: Frame, cited: readonly Cited[]): References {
  const taken = cited.map(({ span }) => span)
  const grounds = groundsOf(document, frame)
  const named = findLaws(document, grounds, taken)
  const keys = assignKeys(cited, named)
  const ownType = frame.type?.type.code ?? null
  const all = [
    ...cited.map((citation, index) => ({ related: toRelated(citation, keys.citations[index] ?? ''), citation })),
    ...named.map((law, index) => ({ related: toRelated(law, keys.laws[index] ?? ''), law })),
  ].sort((a, b) => a.related.span.start - b.related.span.start)
  const relations = relate(
    document,
    all.map(({ related }) => related),
    ownType,
  )
  const citations: Citation[] = []
  const laws: Law[] = []
  all.forEach((item, index) => {
    const relation = relations[index] ?? { relation: 'mentioned' as const, relationOf: null }
    const { key } = item.related
    if ('citation' in item) {
      const { tailEnd: _, subjectEnd: __, ...citation } = item.citation
      citations.push({ ...citation, key, ...relation })
    } else {
      const { tailEnd: _, ...law } = item.law
      laws.push({ ...law, key, ...relation })
    }
  })
  const shortMentions = findShortMentions(
    document,
    all.map((item): Antecedent => ({ ...item.related, ...numberOf('citation' in item ? item.citation : null) })),
    ownType,
    all.map(({ related }) => related.span),
  )
  const title = document.lines[frame.title.from]?.start ?? null
  return { citations, laws, unnumbered: findUnnumbered(document, grounds, taken, title), shortMentions }
}

function toRelated(item: Cited | CitedLaw, key: string): Related {
  return {
    span: item.span,
    key,
    type: item.type.code,
    isNumbered: 'number' in item,
    isGround: 'isGround' in item ? item.isGround : item.role === 'basis',
    tailEnd: item.tailEnd,
    subjectEnd: 'subjectEnd' in item ? item.subjectEnd : item.tailEnd,
  }
}

const numberOf = (citation: Cited | null): Pick<Antecedent, 'number' | 'year'> => ({
  number: citation?.number.replace(/^0+(?=\d)/u, '') ?? null,
  year: citation?.year ?? citation?.date?.iso?.slice(0, 4) ?? null,
})
