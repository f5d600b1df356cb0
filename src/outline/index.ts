import type { Section } from '../schema/fields.ts'
import type { Warning } from '../schema/warning.ts'
import { splitLines, type TextLine } from '../text/lines.ts'
import { type Candidate, decode, type Marker } from './decode.ts'
import { isMarkList, readLabels } from './label.ts'
import { type LineShape, shapeLines } from './layout.ts'
import { buildTree, type Lines } from './tree.ts'
import { findZones, type LineRange, tailStart, type Zones } from './zones.ts'

export interface Outline {
  sections: Section[]
  warnings: Warning[]
}

/**
 * The outline of a restored text: nested sections from the first label to the sentence that closes the text, then the appendices.
 * `text` of a section is its own words, label and children left out, lines joined by spaces. Reads numbering that a recogniser
 * broke (`|.`, `I11.`, `1. 1.`) by what continues the sequence. Linear in the length of the text.
 */
export function outline(text: string, lines: TextLine[] = splitLines(text), shapes: LineShape[] = shapeLines(text, lines)): Outline {
  const zones = findZones(shapes)
  const document: Lines = { text, lines, shapes }
  const markers = markersIn(shapes, zones.body)
  const lastMarker = markers.at(-1)?.line ?? zones.body.from
  const end = tailStart(shapes, lastMarker, zones.body.to, true)
  const sections = buildTree(document, markers, end)
  const warnings = markers.filter((marker) => marker.broken >= 2).map((marker) => brokenNumbering(document, marker))
  for (const zone of zones.appendices) sections.push(appendix(document, zone))
  return { sections, warnings }
}

function* candidatesIn(shapes: LineShape[], range: LineRange): Generator<Candidate> {
  for (let line = range.from; line < range.to; line++) {
    const shape = shapes[line]
    if (!shape || shape.row || shape.furniture) continue
    const readings = readLabels(shape.content)
    if (readings.length > 0) yield { line, shape, readings }
  }
}

function markersIn(shapes: LineShape[], range: LineRange): Marker[] {
  const markers = decode(candidatesIn(shapes, range))
  // Dashes before the first number are grounds or mottoes, unless the whole text is numbered by dashes alone.
  const first = markers.findIndex((marker) => !isMarkList(marker.reading.list))
  return first > 0 ? markers.slice(first) : markers
}

function appendix(document: Lines, zone: Zones['appendices'][number]): Section {
  const table = document.shapes.slice(zone.from, zone.to).some((shape) => shape.row)
  const found = markersIn(document.shapes, { from: zone.from + 1, to: zone.to })
  // Beside a table stand notes; only a text with headings of its own, as an attached plan has, has an outline.
  const headed = found.filter((marker) => /^(?:roman|part|chapter|article|upper)$/u.test(marker.reading.list)).length >= 2
  const markers = table && !headed ? [] : found
  const children = buildTree(document, markers, zone.to, zone.step)
  const ownTo = markers[0]?.line ?? zone.to
  const own = document.shapes.slice(zone.from, ownTo).filter((shape) => !shape.furniture)
  const start = document.lines[zone.from]?.start ?? 0
  const end = document.lines[zone.to - 1]?.end ?? start
  const heads = own.filter((shape) => !shape.row).map((shape, i) => (i === 0 ? shape.content.slice(zone.titleAt).trim() : shape.content))
  const title = heads.find((head) => head !== '' && !head.endsWith(':') && !KEM_THEO.test(head)) ?? ''
  return {
    raw: document.text.slice(start, end),
    span: { start, end },
    confidence: zone.label === '' ? 0.7 : 0.95,
    path: zone.step,
    label: zone.label,
    kind: 'appendix',
    title,
    text: own.map((shape) => shape.content).join(' '),
    children,
  }
}

/** `(Kèm theo Kế hoạch số …)` under an appendix's label is no title. */
const KEM_THEO = /^\(?\s?(?:Ban hành )?[Kk]èm theo/u

function brokenNumbering(document: Lines, marker: Marker): Warning {
  const line = document.lines[marker.line]
  const span = line ? { start: line.start, end: Math.max(line.start + 1, line.start + marker.reading.contentAt) } : null
  return { code: 'BROKEN_NUMBERING', message: `“${marker.reading.label}” does not follow its neighbours`, span }
}
