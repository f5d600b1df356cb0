import { linesOf, oneLine } from '../../plan/paragraphs.ts'
import { partsOf } from '../../plan/parts.ts'
import type { Citation, CitationRelation } from '../../schema/fields.ts'
import type { Plan } from '../../schema/plan.ts'
import type { Exporter } from '../exporter.ts'
import { fileStem } from '../file-stem.ts'
import { paragraphs, sections } from './body.ts'
import { escapeInline, escapeMarkdown, markdownTable } from './escape.ts'

/** One page a Plan to read: what it is, its text in order, then its tasks and the documents that it cites. */
export function markdownExporter(): Exporter {
  const stem = fileStem()
  return {
    add: (plan) => [{ name: `${stem(plan)}.md`, content: toMarkdown(plan) }],
    finish: () => [],
  }
}

function toMarkdown(plan: Plan): string {
  const parts = partsOf(plan)
  const { text } = plan
  const blocks = [
    `# ${escapeInline(titleOf(plan))}`,
    facts(plan),
    ...paragraphs(text, parts.preamble),
    ...sections(text, parts.sections, 2),
    ...paragraphs(text, parts.ending),
    // Line for line: names and offices of the closing are no running text.
    linesOf(text, parts.closing)
      .map(({ start, end }) => escapeMarkdown(oneLine(text.slice(start, end))))
      .join('  \n'),
    ...sections(text, parts.appendices, 2),
    ...paragraphs(text, parts.rest),
    ...lists(plan),
  ]
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`
}

function titleOf({ documentType, title, source }: Plan): string {
  const parts = [documentType?.name, title?.text].filter((part) => part !== undefined)
  return parts.length === 0 ? source.name : parts.join(': ')
}

function facts({ number, date, place, issuer, signer, source }: Plan): string {
  const rows: [string, string | null | undefined][] = [
    ['Số, ký hiệu', number?.raw],
    ['Ngày', date?.iso ?? date?.raw],
    ['Địa danh', place?.name],
    ['Cơ quan ban hành', issuer?.name],
    ['Cơ quan chủ quản', issuer?.parent],
    ['Người ký', signer === null ? null : [signer.authority, signer.title, signer.name].filter((part) => part !== null).join(', ')],
    ['Tệp nguồn', source.name],
  ]
  return markdownTable(
    ['Thông tin', 'Nội dung'],
    rows.flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  )
}

const RELATIONS: Record<CitationRelation, string> = {
  basis: 'Căn cứ',
  implements: 'Thực hiện',
  amends: 'Sửa đổi, bổ sung',
  'amended-by': 'Được sửa đổi, bổ sung bởi',
  replaces: 'Thay thế',
  'replaced-by': 'Được thay thế bởi',
  repeals: 'Bãi bỏ',
  'repealed-by': 'Bị bãi bỏ bởi',
  guides: 'Hướng dẫn, quy định chi tiết',
  'guided-by': 'Theo hướng dẫn của',
  'attached-to': 'Kèm theo',
  mentioned: 'Viện dẫn',
}

/** `Thực hiện`, or with the document that does it: `12/KH-UBND: Thực hiện`. */
const relationOf = ({ relation, relationOf: of }: Pick<Citation, 'relation' | 'relationOf'>): string =>
  of === null || of === 'self' ? RELATIONS[relation] : `${of}: ${RELATIONS[relation]}`

function lists({ tasks, citations, laws, indices }: Plan): string[] {
  const blocks: string[] = []
  if (tasks.length > 0) {
    const rows = tasks.map(({ section, lead, coordinate, action, deadline, recurrence }) => [
      section,
      lead.join('; '),
      coordinate.join('; '),
      action,
      deadline?.raw ?? recurrence?.raw ?? null,
    ])
    blocks.push('## Nhiệm vụ', markdownTable(['Mục', 'Chủ trì', 'Phối hợp', 'Nội dung', 'Thời hạn'], rows))
  }
  if (citations.length > 0) {
    const rows = citations.map((citation) => {
      const { raw, date, issuer, subject } = citation
      return [oneLine(raw), date?.iso ?? null, issuer, subject, relationOf(citation)]
    })
    blocks.push('## Văn bản viện dẫn', markdownTable(['Văn bản', 'Ngày', 'Cơ quan ban hành', 'Trích yếu', 'Quan hệ'], rows))
  }
  if (laws.length > 0) {
    const rows = laws.map((law) => [law.name, law.date?.iso ?? null, relationOf(law)])
    blocks.push('## Luật, pháp lệnh viện dẫn', markdownTable(['Tên', 'Ngày', 'Quan hệ'], rows))
  }
  if (indices.length > 0) {
    blocks.push(
      '## Chỉ số',
      markdownTable(
        ['Mã', 'Tên', 'Số lần'],
        indices.map(({ code, name, mentions }) => [code, name, String(mentions.length)]),
      ),
    )
  }
  return blocks
}
