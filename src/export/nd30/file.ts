import type { Plan } from '../../schema/plan.ts'
import { date10, type Field } from './record.ts'

/** What the record of a file counts over its documents. */
export interface FileSummary {
  documents: number
  pages: number
  first: Plan['date']
  last: Plan['date']
}

export const emptySummary = (): FileSummary => ({ documents: 0, pages: 0, first: null, last: null })

export function addToSummary(summary: FileSummary, { source, date }: Plan): void {
  summary.documents++
  summary.pages += source.pageCount
  if (date?.precision !== 'day' || date.iso === null) return
  if (summary.first?.iso == null || date.iso < summary.first.iso) summary.first = date
  if (summary.last?.iso == null || date.iso > summary.last.iso) summary.last = date
}

/** The record of the file that the documents make, appendix VI, part II, III; title, creator and keeping time are the clerk's to give. */
export function fileRecord({ documents, pages, first, last }: FileSummary): Field[] {
  const empty = (name: string): Field => ({ name, value: null })
  return [
    empty('Title'),
    empty('Maintenance'),
    empty('Rights'),
    empty('Creator'),
    { name: 'Language', value: 'Tiếng Việt' },
    { name: 'StartDate', value: date10(first) },
    { name: 'EndDate', value: date10(last) },
    { name: 'DocTotal', value: String(documents) },
    { name: 'PageTotal', value: String(pages) },
    empty('Description'),
  ]
}
