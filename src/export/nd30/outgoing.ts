import { partsOf } from '../../plan/parts.ts'
import type { Plan } from '../../schema/plan.ts'
import { fold } from '../../vietnamese/letters.ts'
import { cut, date10, type Field } from './record.ts'

const LANGUAGE = 'Tiếng Việt'

/**
 * The record of an outgoing document, decree 30/2020/NĐ-CP, appendix VI, part II, I, field for field in its order. What a Plan cannot know (codes
 * of organs and files, copies, the day by which to answer) is left empty for the records clerk.
 */
export function outgoingRecord(plan: Plan): Field[] {
  const { number, date, documentType, issuer, title, signer, source } = plan
  const year = date?.iso?.slice(0, 4) ?? null
  return [
    { name: 'FileCode', fields: [empty('OrganId'), { name: 'FileCatalog', value: year }, empty('FileNotation')] },
    empty('DocOrdinal'),
    { name: 'TypeName', value: cut(documentType?.name, 100) },
    { name: 'CodeNumber', value: cut(number?.number, 11) },
    {
      name: 'CodeNotation',
      value: cut(number === null ? null : [number.year, number.symbol].filter((part) => part !== null).join('/'), 30),
    },
    { name: 'IssuedDate', value: date10(date) },
    { name: 'OrganName', value: cut(issuer?.name, 200) },
    { name: 'Subject', value: cut(title?.text, 500) },
    { name: 'Language', value: LANGUAGE },
    { name: 'PageAmount', value: source.kind === 'text' ? null : String(source.pageCount) },
    empty('Description'),
    {
      name: 'SignerInfo',
      fields: [
        { name: 'Position', value: cut(signer?.title, 100) },
        { name: 'FullName', value: cut(signer?.name, 50) },
      ],
    },
    ...receivers(plan).map((name) => ({ name: 'To', fields: [empty('OrganId'), { name: 'OrganName', value: cut(name, 200) }] })),
    { name: 'Priority', value: priority(plan) },
    empty('IssuedAmount'),
    empty('DueDate'),
  ]
}

const empty = (name: string): Field => ({ name, value: null })

/** Who receives it: `Lưu: VT` keeps a copy, and `Như trên` names nobody. */
function receivers({ recipients }: Plan): string[] {
  return recipients.map(({ name }) => name).filter((name) => !/^(?:luu|nhu (?:tren|kinh gui))/u.test(fold(name)))
}

/** 0 as usual, 1 KHẨN, 2 THƯỢNG KHẨN, 3 HỎA TỐC: by the mark in the letterhead. */
function priority(plan: Plan): string {
  const { letterhead } = partsOf(plan)
  const lines = plan.text.slice(letterhead.start, letterhead.end).split(/[\n\f]/u)
  const marks = lines.map((line) => fold(line).trim())
  if (marks.some((mark) => /^hoa toc(?:$|\s|,)/u.test(mark))) return '3'
  if (marks.includes('thuong khan')) return '2'
  return marks.includes('khan') ? '1' : '0'
}
