// The documents of test/corpus/documents with what is in them, in the shape of a gold record.
import { type CorpusCase, readCorpus } from '../../test/corpus-files.ts'
import type { Record_ } from './gold.ts'

export interface CorpusDocument {
  name: string
  text: string
  gold: Record_
}

/** All documents of the corpus, named by their title's first words. */
export function corpusDocuments(): CorpusDocument[] {
  return readCorpus('documents').map((entry, i) => ({
    name: `${String(i + 1).padStart(2, '0')} ${entry.title.slice(0, 48)}`,
    text: entry.input,
    gold: toGold(entry),
  }))
}

function toGold({ expected }: CorpusCase): Record_ {
  const all = (field: string): string[] =>
    expected.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2))
  const one = (field: string): string | null => all(field)[0] ?? null
  const [authority = '', title = '', name = ''] = one('signer')?.split(' / ') ?? []
  return {
    documentType: one('type'),
    number: one('number') === null ? null : numberParts(one('number') ?? ''),
    date: one('date'),
    place: one('place'),
    issuer: { name: one('issuer'), parent: one('parent'), level: one('level'), unit: one('unit') },
    title: one('title'),
    citations: all('citation').map(numberParts),
    indices: all('index').map((code) => ({ code })),
    sections: (one('sections') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((path) => ({ path })),
    recipients: all('recipient'),
    signer: { authority: authority || null, title: title || null, name: name || null },
  }
}

/** `61/2018/NĐ-CP`, `35/NQ/TU`: number, year, symbol. */
function numberParts(printed: string): Record_ {
  const { number, year = null, symbol } = /^(?<number>[^/]+)\/(?:(?<year>(?:19|20)\d\d)\/)?(?<symbol>.+)$/u.exec(printed)?.groups ?? {}
  return { number, year, symbol }
}
