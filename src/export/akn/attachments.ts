import { headOf } from '../../plan/parts.ts'
import type { Section } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import type { Element } from '../xml.ts'
import { paragraphs } from './blocks.ts'
import { hierarchy } from './body.ts'
import type { AknContext } from './context.ts'
import { meta } from './meta.ts'

/** Appendices as documents of their own inside the document. `rest` is the text behind the last of them. */
export function attachments(context: AknContext, appendices: readonly Section[], rest: Span): Element[] {
  if (appendices.length === 0) return []
  const { element } = context.xml
  return [
    element(
      'attachments',
      {},
      appendices.map((appendix, index) => {
        const { label, heading, own } = headOf(context.entry.plan.text, appendix)
        const eId = context.id(`att_${index + 1}`)
        context.sectionIds.set(appendix.span.start, eId)
        const body = [
          ...(own === null ? [] : paragraphs(context, own)),
          ...hierarchy(context, appendix.children, eId, appendix.span),
          ...(index === appendices.length - 1 ? paragraphs(context, rest) : []),
        ]
        return element('attachment', { eId }, [
          ...(label === '' ? [] : [element('num', {}, [label])]),
          ...(heading === null ? [] : [element('heading', {}, [heading])]),
          element('doc', { name: 'phu-luc' }, [
            meta(context, `att_${index + 1}`),
            element('mainBody', {}, body.length === 0 ? [element('p', {})] : body),
          ]),
        ])
      }),
    ),
  ]
}
