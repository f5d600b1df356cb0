import { describe, expect, test } from 'vitest'
import { corpusDocuments } from '../bench/fields/corpus.ts'
import { asPages } from '../bench/fields/distort.ts'
import { FIELDS, strictKey } from '../bench/fields/gold.ts'
import { findFields, toDocument } from '../src/found/index.ts'
import { outline } from '../src/outline/index.ts'

const documents = corpusDocuments()
const read = (text: string) => {
  const document = toDocument(text)
  return { ...findFields(document), ...outline(document.text, document.lines) }
}
const values = (list: readonly string[] | undefined) => (list ?? []).map(strictKey).sort()

describe('documents of all bodies', () => {
  test('are of every level, before and after 5 March 2020 and 1 July 2025', () => {
    const levels = new Set(documents.flatMap(({ gold }) => gold.issuer.level ?? []))
    expect([...levels].sort()).toEqual(
      ['central', 'commune', 'department', 'district', 'hospital', 'organisation', 'party', 'province', 'school'].sort(),
    )
    const days = documents.map(({ gold }) => gold.date).filter((day) => day !== null)
    for (const [from, to] of [
      ['2010', '2020-03-05'],
      ['2020-03-05', '2025-07-01'],
      ['2025-07-01', '2027'],
    ] as const)
      expect(days.filter((day) => day >= from && day < to).length).toBeGreaterThan(8)
  })

  describe.each([
    ['as they are', (text: string) => text],
    ['printed on pages, their columns read into one', asPages],
  ] as const)('%s', (_, print) => {
    test.each(documents.map(({ name, text, gold }, i) => [name, print(text, i), gold] as const))('%s', (_, text, gold) => {
      const plan = read(text)
      for (const field of FIELDS) {
        const wanted = field.gold(gold)
        if (wanted !== undefined) expect({ [field.name]: values(field.found(plan)) }).toEqual({ [field.name]: values(wanted) })
      }
    })
  })
})
