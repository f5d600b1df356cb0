import type { ShortMention } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { ALNUM, WORD_END, WORD_START } from '../../vietnamese/letters.ts'
import type { TextDocument } from '../document.ts'
import { matchesAt } from '../matches.ts'
import { DOCUMENT_TYPES } from '../vocabulary/document-types.ts'

/** A document cited in full, in order of occurrence: what a short mention may mean. */
export interface Antecedent {
  span: Span
  key: string
  /** The code of its kind, and its number without zeros; a law by its name has none. */
  type: string
  number: string | null
  year: string | null
}

/** Kinds that are spoken of without being cited: what `Đề án này` means must stand close by. */
const LOOSE = new Set(['CTr', 'ĐA', 'DA', 'PA', 'QC', 'QyĐ', 'HD', 'BC', 'QT', 'HĐ', 'BB', 'CV', 'TB'])
const CLOSE = 400
const NO_KIND = new Set(['', 'HP', 'Lệnh', 'GUQ', 'GM', 'GGT', 'GNP', 'PG', 'PC', 'PB'])

const KINDS = DOCUMENT_TYPES.filter(({ code }) => !NO_KIND.has(code)).sort((a, b) => b.name.length - a.name.length)
const byName = new Map(KINDS.map((type) => [type.name, type]))
const KIND = `${WORD_START}(?<kind>${KINDS.map(({ name }) => name).join('|')}|Văn bản)${WORD_END}`

//  Nghị quyết này   Kế hoạch nêu trên   Quyết định số 61   Nghị định 30 nêu trên   Nghị quyết số 18 năm 2017
const POINTER = '(?:này|đó|nêu trên|nói trên|kể trên|dẫn trên|đã nêu|trên đây|trên(?= ?[.,;:)]| và | của | đã | là ))'
const SHORT = new RegExp(
  `${KIND} {1,2}(?:(?<label>số ?:? ?)?(?<number>\\d{1,5})(?![\\d.,]?\\d|[${ALNUM}%]| ?[/-] ?(?!(?:19|20)\\d\\d${WORD_END})[${ALNUM}])(?:(?:/| năm )(?<year>(?:19|20)\\d\\d)(?![\\d/-]))?(?: ${POINTER}${WORD_END})?|${POINTER}${WORD_END})`,
  'uy',
)
const ANY_KIND = new RegExp(`(?:${KINDS.map(({ name }) => name).join('|')}|Văn bản) {1,2}[\\dsntkdđ]`, 'g')
const PLURAL = /(?:^|[^\p{L}])(?:các|những|mọi|từng|mỗi|hai|ba|một|\d) $/iu

/**
 * Later mentions of cited documents that leave the symbol out, in order: with `này` or `nêu trên` the last document of its kind before it, with a number
 * the last of that number, or a name that the document gave (`sau đây gọi tắt là Nghị quyết 18`). `ownType` is the kind of the document itself: `Kế hoạch
 * này` in a plan is no mention of another. None lies inside one of `taken`.
 */
export function findShortMentions(
  document: TextDocument,
  antecedents: readonly Antecedent[],
  ownType: string | null,
  taken: readonly Span[],
): ShortMention[] {
  const resolve = resolver(antecedents)
  const found: ShortMention[] = []
  for (const match of matchesAt(SHORT, document.flat, ANY_KIND, document.flat)) {
    const { kind = '', number, label, year } = match.groups ?? {}
    const type = byName.get(kind === 'Văn bản' ? 'Công văn' : kind)
    const start = match.index
    if (type === undefined || PLURAL.test(document.flat.slice(Math.max(0, start - 8), start))) continue
    if (number === undefined && (type.code === ownType || kind === 'Văn bản') && / (?:này|đó)$/u.test(match[0])) continue
    const resolved = resolve(start, type.code, number?.replace(/^0+(?=\d)/u, '') ?? null, year ?? null)
    if (resolved === null && (number === undefined || label === undefined)) continue
    const span = { start, end: start + match[0].length }
    found.push({
      raw: document.text.slice(span.start, span.end),
      span,
      confidence: resolved?.confidence ?? 0.6,
      type,
      key: resolved?.key ?? null,
    })
  }
  return apart([...found, ...findAliases(document, antecedents)], taken)
}

interface Resolved {
  key: string
  confidence: number
}

/** Finds what a short mention at a place means; to be asked in order of places. */
function resolver(antecedents: readonly Antecedent[]) {
  const last = new Map<string, Antecedent>()
  const keysOf = new Map<string, Set<string>>()
  let next = 0
  return (at: number, type: string, number: string | null, year: string | null): Resolved | null => {
    for (let own = antecedents[next]; own !== undefined && own.span.end <= at; own = antecedents[++next]) {
      last.set(own.type, own)
      keysOf.set(own.type, (keysOf.get(own.type) ?? new Set()).add(own.key))
      if (own.number !== null) {
        last.set(`${own.type} ${own.number}`, own)
        if (own.year !== null) last.set(`${own.type} ${own.number} ${own.year}`, own)
      }
    }
    const parts = [type, number, year].filter((part) => part !== null)
    const meant = last.get(parts.join(' '))
    if (meant === undefined) return null
    if (number !== null) return { key: meant.key, confidence: 0.9 }
    const isClose = at - meant.span.end <= CLOSE
    if (LOOSE.has(type) && !isClose) return null
    return { key: meant.key, confidence: isClose || keysOf.get(type)?.size === 1 ? 0.9 : 0.7 }
  }
}

//  … (sau đây gọi tắt là Nghị quyết 18)
const NAMED = new RegExp(
  `\\((?:sau đây )?(?:được )?(?:gọi|viết) (?:tắt |chung )?là:? {0,2}[“"']?(?<alias>${KIND}[^()/;“”"\\n]{2,50})[”"']?\\)`,
  'giu',
)
const MOST_ALIASES = 30

/** Names that the document gives to documents that it cites, where they are given and everywhere after. */
function findAliases(document: TextDocument, antecedents: readonly Antecedent[]): ShortMention[] {
  const aliases = new Map<string, { from: number; key: string; kind: string }>()
  let index = -1
  for (const match of document.flat.matchAll(NAMED)) {
    const alias = match.groups?.alias?.trim() ?? ''
    while ((antecedents[index + 1]?.span.end ?? Number.POSITIVE_INFINITY) <= match.index) index++
    const meant = antecedents[index]
    if (meant === undefined || match.index - meant.span.end > CLOSE || aliases.has(alias) || aliases.size >= MOST_ALIASES) continue
    aliases.set(alias, { from: match.index, key: meant.key, kind: match.groups?.kind ?? '' })
  }
  const found: ShortMention[] = []
  for (const [alias, { from, key, kind }] of aliases) {
    const type = KINDS.find(({ name }) => name.toLowerCase() === kind.toLowerCase())
    if (type === undefined) continue
    for (let start = document.flat.indexOf(alias, from); start >= 0; start = document.flat.indexOf(alias, start + alias.length)) {
      const end = start + alias.length
      if (PART_OF_WORD.test(document.flat.charAt(start - 1)) || PART_OF_WORD.test(document.flat.charAt(end))) continue
      found.push({ raw: document.text.slice(start, end), span: { start, end }, confidence: 0.95, type, key })
    }
  }
  return found
}

const PART_OF_WORD = new RegExp(`[${ALNUM}]`, 'u')

/** In order, without those that lie in `taken` (in order) or in one another; of two the longer stays. */
function apart(mentions: ShortMention[], taken: readonly Span[]): ShortMention[] {
  const sorted = mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: ShortMention[] = []
  let next = 0
  let free = 0
  for (const mention of sorted) {
    const { start, end } = mention.span
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if (start < free || (taken[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    kept.push(mention)
    free = end
  }
  return kept
}
