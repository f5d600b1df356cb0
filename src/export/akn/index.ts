import { partsOf } from '../../plan/parts.ts'
import { type Entry, entryMaker } from '../entry.ts'
import type { Exporter } from '../exporter.ts'
import { fileStem } from '../file-stem.ts'
import { slug } from '../slug.ts'
import { annotate } from './annotations.ts'
import { attachments } from './attachments.ts'
import { paragraphs, printedLines } from './blocks.ts'
import { hierarchy } from './body.ts'
import { createContext } from './context.ts'
import { meta } from './meta.ts'

/** Akoma Ntoso 3.0 (OASIS LegalDocML), one `doc` a Plan. All of the Plan's text stands in it, in order. */
export function aknExporter(): Exporter {
  const toEntry = entryMaker()
  const stem = fileStem()
  return {
    add(plan) {
      const entry = toEntry(plan)
      return [{ name: `${stem(plan)}.akn.xml`, content: toAkomaNtoso(entry) }]
    },
    finish: () => [],
  }
}

function toAkomaNtoso(entry: Entry): string {
  const context = createContext(entry)
  const { element } = context.xml
  const { plan } = entry
  context.annotations = annotate(context)
  const parts = partsOf(plan)
  const preface = printedLines(context, parts.letterhead)
  const preamble = paragraphs(context, parts.preamble)
  const ending = paragraphs(context, parts.ending)
  // Without sections the text before the closing is the body itself.
  const body = parts.sections.length === 0 ? preamble : [...hierarchy(context, parts.sections, null, lastOf(parts.sections)), ...ending]
  const conclusions = printedLines(context, parts.closing)
  const attached = attachments(context, parts.appendices, parts.rest)
  const content = [
    ...(preface.length === 0 ? [] : [element('preface', {}, preface)]),
    ...(preamble.length === 0 || parts.sections.length === 0 ? [] : [element('preamble', {}, preamble)]),
    element('mainBody', {}, body.length === 0 ? [element('p', {})] : body),
    ...(conclusions.length === 0 ? [] : [element('conclusions', {}, conclusions)]),
    ...attached,
  ]
  // The tasks of `meta` point at sections, which have their ids by now.
  const name = slug(plan.documentType?.name ?? 'văn bản')
  return context.xml.serialise([element('doc', { name }, [meta(context, 'main'), ...content])])
}

const lastOf = (sections: { span: { start: number; end: number } }[]) => ({
  start: sections[0]?.span.start ?? 0,
  end: sections[sections.length - 1]?.span.end ?? 0,
})
