import { blocksOf, cellsOf, groupRows, oneLine, paragraphsOf } from '../../plan/paragraphs.ts'
import type { Span } from '../../schema/geometry.ts'
import type { Element, XmlContent } from '../xml.ts'
import type { AknContext } from './context.ts'

/** The text of `span` with what was found in it as elements; line breaks are spaces. */
export function inlineOf({ entry, annotations }: AknContext, span: Span): XmlContent[] {
  const { text } = entry.plan
  const content: XmlContent[] = []
  let at = span.start
  for (const annotation of annotations.slice(firstAfter(annotations, span.start), firstAfter(annotations, span.end))) {
    if (annotation.span.end > span.end) continue
    content.push(
      oneLine(text.slice(at, annotation.span.start)),
      annotation.element([oneLine(text.slice(annotation.span.start, annotation.span.end))]),
    )
    at = annotation.span.end
  }
  content.push(oneLine(text.slice(at, span.end)))
  return content
}

/** By halving, so that a long document with many citations stays linear enough. */
function firstAfter(annotations: AknContext['annotations'], start: number): number {
  let [low, high] = [0, annotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((annotations[middle]?.span.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Running text as paragraphs, and rows of a table as a table. */
export function paragraphs(context: AknContext, span: Span): Element[] {
  const { element } = context.xml
  const { text } = context.entry.plan
  return groupRows(text, paragraphsOf(text, span, annotationsIn(context, span))).map((group) => {
    if (group.kind === 'paragraph') return element('p', {}, inlineOf(context, group.span))
    const rows = group.rows.map((row) =>
      element(
        'tr',
        {},
        cellsOf(text, row).map((cell) => element('td', {}, [element('p', {}, inlineOf(context, cell))])),
      ),
    )
    return element('table', { eId: context.next('table') }, rows)
  })
}

/** Printed lines as they stand, one a paragraph: letterhead and closing. */
export function printedLines(context: AknContext, span: Span): Element[] {
  const blocks = blocksOf(context.entry.plan.text, span, annotationsIn(context, span))
  return blocks.map((block) => context.xml.element('p', {}, inlineOf(context, block)))
}

function annotationsIn({ annotations }: AknContext, span: Span): AknContext['annotations'] {
  // One that begins before `span` may reach into it.
  const from = Math.max(0, firstAfter(annotations, span.start) - 1)
  return annotations.slice(from, firstAfter(annotations, span.end)).filter((annotation) => annotation.span.end > span.start)
}
