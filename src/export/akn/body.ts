import { trim } from '../../plan/paragraphs.ts'
import { headOf } from '../../plan/parts.ts'
import type { Section, SectionKind } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { slug } from '../slug.ts'
import type { Element } from '../xml.ts'
import { inlineOf, paragraphs } from './blocks.ts'
import type { AknContext } from './context.ts'

/** The standard's own element for each level of a plan's outline, and what its eId begins with. */
const LEVELS: Record<SectionKind, { element: string; prefix: string }> = {
  part: { element: 'part', prefix: 'part' },
  roman: { element: 'section', prefix: 'sec' },
  arabic: { element: 'paragraph', prefix: 'para' },
  letter: { element: 'point', prefix: 'point' },
  dash: { element: 'indent', prefix: 'indent' },
  appendix: { element: 'division', prefix: 'dvs' },
}

/** Sections as a hierarchy; text that stands between two of them goes into a container of its own. */
export function hierarchy(context: AknContext, sections: readonly Section[], parent: string | null, whole: Span): Element[] {
  const elements: Element[] = []
  let at = sections[0]?.span.start ?? whole.end
  for (const section of sections) {
    elements.push(...between(context, { start: at, end: section.span.start }))
    elements.push(level(context, section, parent))
    at = section.span.end
  }
  return [...elements, ...between(context, { start: at, end: whole.end })]
}

function between(context: AknContext, span: Span): Element[] {
  if (trim(context.entry.plan.text, span) === null) return []
  const { element } = context.xml
  return [element('hcontainer', { name: 'text', eId: context.next('hcontainer') }, [element('content', {}, paragraphs(context, span))])]
}

function level(context: AknContext, section: Section, parent: string | null): Element {
  const { element } = context.xml
  const { element: name, prefix } = LEVELS[section.kind]
  const step = slug(section.path.slice(section.path.lastIndexOf('.') + 1)) || '1'
  const eId = context.id(`${parent === null ? '' : `${parent}__`}${prefix}_${step}`)
  context.sectionIds.set(section.span.start, eId)
  const { label, heading, own } = headOf(context.entry.plan.text, section)
  const content: Element[] = []
  if (label !== '') content.push(element('num', {}, [label]))
  if (heading !== null) content.push(element('heading', {}, headingOf(context, section, heading)))
  const words = own === null ? [] : paragraphs(context, own)
  if (section.children.length === 0) content.push(element('content', {}, words.length === 0 ? [element('p', {})] : words))
  else {
    if (words.length > 0) content.push(element('intro', {}, words))
    content.push(...hierarchy(context, section.children, eId, section.span))
  }
  return element(name, { eId }, content)
}

/** The heading with what was found in it, where it stands in one piece. */
function headingOf(context: AknContext, section: Section, heading: string) {
  const at = context.entry.plan.text.indexOf(heading, section.span.start)
  return at >= 0 && at + heading.length <= section.span.end && at < section.span.start + section.label.length + 8
    ? inlineOf(context, { start: at, end: at + heading.length })
    : [heading]
}
