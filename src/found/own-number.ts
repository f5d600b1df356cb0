import type { DocumentNumber, When } from '../schema/fields.ts'
import type { Cited } from './citations/cited.ts'
import type { TextDocument } from './document.ts'

export interface Own {
  number: DocumentNumber | null
  date: When | null
}

/**
 * Number and date of the document from the line over its appendix (`Kèm theo Kế hoạch số 12/KH-SYT ngày 06/11/2017`) where the letterhead's hand could
 * not be read. The citations that turn out to be the document itself get the role `self`.
 */
export function resolveOwn(document: TextDocument, own: Own, citations: Cited[]): Own {
  const { number, date } = own
  for (const citation of citations) if (isOfAnotherDay(document, citation, date)) citation.role = citation.isGround ? 'basis' : 'reference'
  if (number === null || number.number !== null) return own
  const over = citations.find((citation) => citation.symbol === number.symbol && isOverAppendix(document, citation) && isWhole(citation))
  if (over === undefined) return own
  const digits = over.raw.search(/\d/u)
  for (const citation of citations) if (citation.symbol === over.symbol && citation.number === over.number) citation.role = 'self'
  return {
    number: {
      raw: over.raw.slice(digits),
      span: { start: over.span.start + digits, end: over.span.end },
      confidence: 0.85,
      number: over.number,
      year: over.year,
      symbol: over.symbol,
    },
    date: agrees(date, over.date) ? over.date : date,
  }
}

// `2 /KH-SYT`: over an appendix too a hand may have filled in, and left more than was read.
const isWhole = ({ raw }: Cited): boolean => !/\d\s+\//u.test(raw)

const isOverAppendix = (document: TextDocument, citation: Cited): boolean =>
  /kem theo[^.;]{0,30}$/u.test(document.folded.slice(Math.max(0, citation.span.start - 60), citation.span.start))

/** Another body may have given that number in the same year, and this one in another: a document of another day is another, but for a slip over the appendix. */
const isOfAnotherDay = (document: TextDocument, citation: Cited, own: When | null): boolean => {
  const [cited, printed] = [citation.date?.iso ?? null, own?.iso ?? null]
  if (citation.role !== 'self' || cited === null || printed === null || isOverAppendix(document, citation)) return false
  const length = Math.min(cited.length, printed.length)
  return cited.slice(0, length) !== printed.slice(0, length)
}

/** Whether `over` says more than the letterhead's date and does not contradict it. */
const agrees = (date: When | null, over: When | null): boolean =>
  over?.iso != null && date?.precision !== 'day' && (date?.iso == null || over.iso.startsWith(date.iso))
