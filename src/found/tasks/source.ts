import type { OwnLine } from '../../outline/title.ts'
import type { Section } from '../../schema/fields.ts'
import type { TextDocument } from '../document.ts'
import type { TimeReference } from '../time/index.ts'
import type { BodyNames } from './canonical.ts'
import type { Placed } from './placed.ts'

export interface PlacedLine extends OwnLine, Placed {}

/** The document and what each section says of its own, before its children. */
export interface Source {
  document: TextDocument
  reference: TimeReference
  bodies: BodyNames
  own: (section: Section) => PlacedLine[]
}

export function toSource(document: TextDocument, reference: TimeReference, bodies: BodyNames): Source {
  const { lines, shapes } = document
  const at = new Map(lines.map((line, i) => [line.start, i]))
  const own = (section: Section): PlacedLine[] => {
    const end = section.children[0]?.span.start ?? section.span.end
    const out: PlacedLine[] = []
    for (let i = at.get(section.span.start) ?? lines.length; i < lines.length; i++) {
      const line = lines[i]
      const shape = shapes[i]
      if (!line || !shape || line.start >= end) break
      if (shape.furniture && out.length > 0) continue
      const skip = out.length === 0 ? labelLength(section, shape.content) : 0
      const content = shape.content.slice(skip)
      if (content !== '') out.push({ content, shape, start: line.start + skip, end: line.end })
    }
    return out
  }
  return { document, reference, bodies, own }
}

/** How much of the first line the label takes; the section's own words tell where it ends. */
function labelLength(section: Section, content: string): number {
  const first = section.text.split(' ', 1)[0] ?? ''
  const at = content.indexOf(first, section.label.length)
  return at < 0 ? section.label.length : at
}

export function paragraphs(lines: PlacedLine[]): PlacedLine[][] {
  const out: PlacedLine[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last && line.shape.opens < 0.7) last.push(line)
    else out.push([line])
  }
  return out
}
