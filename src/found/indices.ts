import type { Found, IndexMention, When } from '../schema/fields.ts'
import type { Span } from '../schema/geometry.ts'
import type { Warning } from '../schema/warning.ts'
import { fold, WORD_END, WORD_START } from '../vietnamese/letters.ts'
import type { TextDocument } from './document.ts'
import { findTargets } from './index-targets/index.ts'
import { INDICES, type IndexEntry, indexOfAcronym } from './vocabulary/indices.ts'

interface Mention extends Found {
  entry: Pick<IndexEntry, 'code' | 'name'>
}

const CUE = /chi so (?=[\p{L}\d])/gu
const NAME_LENGTH = 160
const BRACKET = /^[\p{L} ,-]{0,90}?\((?<inside>[^()]{2,40})\)/u
const ACRONYM = new RegExp(
  `(?=[PSDGIAEp])${WORD_START}(?:PAR[ -]?INDEX|Par[ -]?[Ii]ndex|par[ -]?index|PAR[ -]?Index|SIPAS|Sipas|PAPI|Papi|DDCI|PCI|DTI|DGI|PGI|PII|GII|DCI|APCI|ICT[ -]?I(?:ndex|NDEX)|EGDI)${WORD_END}`,
  'gu',
)
//  cải thiện điểm PCI   nâng hạng DTI
const SCORED = /(?<![\p{L}])(?:diem(?: so)?|thu hang|thu bac|xep hang|nang hang|tang hang|cai thien) $/u
/** How far back a cue or another index may stand for a short acronym, which other words share. */
const REACH = 90

/**
 * The indices that the text names, one entry each with all its mentions and what is wanted of it, and a warning where a name contradicts the
 * acronym in its brackets. `date` is the plan's own: what lies before it is no target.
 */
export function findIndices(document: TextDocument, date: When | null): { indices: IndexMention[]; warnings: Warning[] } {
  const warnings: Warning[] = []
  const mentions = [...byName(document, warnings)]
  for (const mention of byAcronym(document, mentions)) mentions.push(mention)
  mentions.sort((a, b) => a.span.start - b.span.start)
  const indices = new Map<string, IndexMention>()
  const named = mentions.map(({ entry, span }) => ({ code: entry.code, span }))
  const targets = findTargets(document, named, date?.iso == null ? null : Number(date.iso.slice(0, 4)))
  for (const { entry, ...found } of mentions) {
    const known = indices.get(entry.code)
    if (known === undefined)
      indices.set(entry.code, { code: entry.code, name: entry.name, mentions: [found], targets: targets.get(entry.code) ?? [] })
    else known.mentions.push(found)
  }
  return { indices: [...indices.values()], warnings }
}

//  chỉ số năng lực cạnh tranh cấp tỉnh (PCI)
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
function* byName(document: TextDocument, warnings: Warning[]): Generator<Mention> {
  let past = 0
  for (const cue of document.folded.matchAll(CUE)) {
    if (cue.index < past) continue
    const after = cue.index + cue[0].length
    const stretch = document.folded.slice(after, after + NAME_LENGTH)
    const named = INDICES.find(({ pattern }) => pattern.test(stretch))
    const length = named?.pattern.exec(stretch)?.[0].trimEnd().length
    if (named === undefined || length === undefined) {
      const unlisted = ofNoList(document, { start: cue.index, end: after })
      if (unlisted === null) continue
      past = unlisted.span.end
      yield unlisted
      continue
    }
    const bracket = BRACKET.exec(document.flat.slice(after + length, after + length + 140))
    const acronym = bracket?.groups?.inside === undefined ? undefined : indexOfAcronym(bracket.groups.inside)
    // `năng lực cạnh tranh` of whom is not said: the brackets say it.
    const entry = named.generic?.test(stretch.slice(0, length)) && acronym !== undefined ? acronym : named
    const end = after + length + (acronym === undefined ? 0 : (bracket?.[0].length ?? 0))
    const span = { start: cue.index, end }
    if (acronym !== undefined && acronym.code !== entry.code) {
      warnings.push({
        code: 'INDEX_ACRONYM_CONFLICT',
        message: `The name is that of ${entry.code}, the brackets say ${bracket?.groups?.inside ?? ''}`,
        span,
      })
    }
    past = end
    yield { raw: document.text.slice(span.start, span.end), span, confidence: acronym?.code === entry.code ? 0.99 : 0.9, entry }
  }
}

//  Chỉ số thương mại điện tử (EBI)
//         ^^^^^^^^^^^^^^^^^^  ^^^
const UNLISTED = /^(?<name>[\p{L} ,-]{6,90}?) ?\((?<acronym>\p{Lu}[\p{Lu}\d]{1,7}(?:[ -]I(?:ndex|NDEX))?)\)/u
/** Of what an index of public administration is; others are measures of a trade (BMI, CPI). */
const ADMINISTRATION =
  /hanh chinh|chinh (?:quyen|phu)|dien tu|quan (?:tri|ly)|canh tranh|doi moi|chuyen doi|hai long|cong khai|minh bach|phuc vu|thong tin|dieu hanh|cap (?:tinh|huyen|xa|so|bo)/u

/** An index that the table does not hold, and that the text itself gives an acronym. */
function ofNoList(document: TextDocument, cue: Span): Mention | null {
  const { name = '', acronym = '' } = UNLISTED.exec(document.flat.slice(cue.end, cue.end + 120))?.groups ?? {}
  if (acronym === '' || indexOfAcronym(acronym) !== undefined || !ADMINISTRATION.test(fold(name))) return null
  const end = document.flat.indexOf(')', cue.end) + 1
  const span = { start: cue.start, end }
  const entry = { code: acronym.toUpperCase().replace(/[^A-Z\d]+/gu, '_'), name: `Chỉ số ${name.replace(/ {2,}/gu, ' ')}` }
  return { raw: document.text.slice(span.start, span.end), span, confidence: 0.8, entry }
}

function* byAcronym(document: TextDocument, names: Mention[]): Generator<Mention> {
  let lastEnd = -REACH
  let at = 0
  for (const match of document.flat.matchAll(ACRONYM)) {
    const span = { start: match.index, end: match.index + match[0].length }
    while (at < names.length && (names[at]?.span.end ?? 0) <= span.start) {
      lastEnd = Math.max(lastEnd, names[at]?.span.end ?? 0)
      at++
    }
    const around = names[at]
    if (around !== undefined && around.span.start <= span.start && around.span.end >= span.end) continue
    const entry = indexOfAcronym(match[0])
    if (entry === undefined) continue
    const before = document.folded.slice(Math.max(0, span.start - REACH), span.start)
    const cued = /chi so/u.test(before) || SCORED.test(before)
    if (!entry.distinct && !cued && span.start - lastEnd > REACH) continue
    lastEnd = span.end
    yield { raw: document.text.slice(span.start, span.end), span, confidence: cued ? 0.95 : 0.85, entry }
  }
}
