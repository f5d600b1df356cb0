import type { Found, Section } from '../schema/fields.ts'
import type { Attachment } from '../schema/parts.ts'
import { compareKey, fold } from '../vietnamese/letters.ts'
import type { TextDocument } from './document.ts'
import { matchesAt } from './matches.ts'

//  Phụ lục I   Phụ lục số 02   Mẫu số 01   Biểu mẫu 3   Danh mục kèm theo   (có biểu mẫu kèm theo)
const MENTION =
  /(?<![\p{L}])(?<noun>[Pp]hụ lục|PHỤ LỤC|[Pp]hụ biểu|[Bb]iểu mẫu|Biểu|biểu(?= số)|Mẫu|mẫu(?= số)|[Đđ]ề cương|[Dd]anh mục|[Dd]anh sách)(?: báo cáo)?(?<number>(?: số)? {1,2}(?:\d{1,2}[A-Da-d]?|[IVX]{1,4})(?![\p{L}\d%/-]|\.\d))?(?<with>(?: \p{L}{1,9}){0,6}? (?:đính kèm|kèm theo))?/uy
const NOUN = /[Pp]hụ (?:lục|biểu)|PHỤ LỤC|[Bb]iểu|[Mm]ẫu|[Đđ]ề cương|[Dd]anh (?:mục|sách)/g
/** What is attached to another document: `biểu mẫu kèm theo Thông tư số …`, `Mẫu số 01 Quyết định số …`, `Phụ lục 2 của Nghị định …`. */
const OF_ANOTHER =
  /^[ ,]{0,2}(?:(?:ban hành )?(?:kèm theo )?(?:của |tại |theo |thuộc )?)?(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Công văn|Hướng dẫn|Chỉ thị|văn bản|Văn bản)(?! này)/u
const LETTERHEAD = /^(?:phu luc|phu bieu)/u

/** The document's appendices, forms and lists: those that stand in it, and those that it only speaks of. */
export function findAttachments(document: TextDocument, sections: readonly Section[]): Attachment[] {
  const found: Attachment[] = sections.filter(({ kind }) => kind === 'appendix').map((section) => toPrinted(document, section))
  const heads = found.map(({ span }) => ({ start: span.start, end: Math.min(span.end, span.start + 200) }))
  const firstAppendix = found.find(({ kind }) => kind === 'appendix')
  let head = 0
  const known = new Map(found.map((attachment) => [keyOf(attachment.label), attachment]))
  for (const match of matchesAt(MENTION, document.flat, NOUN, document.flat)) {
    const { noun = '', with: enclosed } = match.groups ?? {}
    // `danh mục 32 nhiệm vụ` counts what is in it.
    const number = /^danh|^đề/iu.test(noun) ? undefined : match.groups?.number
    const span = { start: match.index, end: match.index + match[0].length }
    if (number === undefined && enclosed === undefined && !/^phụ lục/iu.test(noun)) continue
    if (OF_ANOTHER.test(document.flat.slice(span.end, span.end + 60))) continue
    while (head < heads.length && (heads[head]?.end ?? 0) <= span.start) head++
    if (span.start >= (heads[head]?.start ?? Number.POSITIVE_INFINITY)) continue
    const mention: Found = { raw: document.text.slice(span.start, span.end), span, confidence: 0.75 }
    const label = `${noun}${number ?? ''}`.replace(/\s+/gu, ' ')
    const unnumbered = number === undefined && LETTERHEAD.test(fold(noun)) ? firstAppendix : undefined
    const same = known.get(keyOf(label)) ?? unnumbered
    if (same !== undefined) {
      same.mentions.push(mention)
      continue
    }
    if (number === undefined && enclosed === undefined) continue
    const attachment: Attachment = { ...mention, kind: kindOf(noun), label, title: null, printed: false, mentions: [mention] }
    known.set(keyOf(label), attachment)
    found.push(attachment)
  }
  return found
}

function toPrinted(document: TextDocument, section: Section): Attachment {
  const label = section.label === '' ? 'Phụ lục' : section.label
  const title = section.title.replace(/\s+/gu, ' ').trim()
  return {
    raw: document.text.slice(section.span.start, section.span.end),
    span: section.span,
    confidence: 0.9,
    kind: kindOf(label),
    label,
    title: title === '' || compareKey(title) === compareKey(label) ? null : title,
    printed: true,
    mentions: [],
  }
}

/** `Phụ lục số 01` and `PHỤ LỤC 1` are one. */
const keyOf = (label: string): string =>
  compareKey(label)
    .replace(/ số /u, ' ')
    .replace(/ 0+(?=\d)/u, ' ')
    .replace(/[.:]$/u, '')

function kindOf(noun: string): Attachment['kind'] {
  const folded = fold(noun)
  if (/^phu (?:luc|bieu)/u.test(folded)) return 'appendix'
  if (/^(?:bieu|mau)/u.test(folded)) return 'form'
  return /^danh/u.test(folded) ? 'list' : 'other'
}
