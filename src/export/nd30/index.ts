import type { Exporter } from '../exporter.ts'
import { fileStem } from '../file-stem.ts'
import { type Element, xmlBuilder } from '../xml.ts'
import { addToSummary, emptySummary, fileRecord } from './file.ts'
import { outgoingRecord } from './outgoing.ts'
import type { Field } from './record.ts'

/** The metadata records of decree 30/2020/NĐ-CP, appendix VI: one of an outgoing document a Plan, and one of the file that they make. */
export function nd30Exporter(): Exporter {
  const stem = fileStem('file')
  const summary = emptySummary()
  return {
    add(plan) {
      addToSummary(summary, plan)
      return [{ name: `${stem(plan)}.nd30.xml`, content: toXml('Document', outgoingRecord(plan)) }]
    },
    finish: () => [{ name: 'file.nd30.xml', content: toXml('File', fileRecord(summary)) }],
  }
}

function toXml(root: string, fields: readonly Field[]): string {
  const xml = xmlBuilder(null, root)
  const toElement = (field: Field): Element =>
    'fields' in field
      ? xml.element(field.name, {}, field.fields.map(toElement))
      : xml.element(field.name, {}, field.value === null ? [] : [field.value])
  return xml.serialise(fields.map(toElement))
}
