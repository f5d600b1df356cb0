import type { Section } from '../schema/fields.ts'
import type { TextLine } from '../text/lines.ts'
import type { Marker } from './decode.ts'
import { isMarkList } from './label.ts'
import type { LineShape } from './layout.ts'
import { type Opening, type OwnLine, readOpening, titlesOf } from './title.ts'

/** The document as the tree builder needs it. */
export interface Lines {
  text: string
  lines: TextLine[]
  shapes: LineShape[]
}

interface Node {
  marker: Marker
  /** Lines of the section, `to` exclusive, and the end of those before its first child. */
  to: number
  ownTo: number
  children: Node[]
}

/** Nests `markers` into sections that fill the lines from the first marker to `to`; `prefix` goes before every path. */
export function buildTree(document: Lines, markers: Marker[], to: number, prefix = ''): Section[] {
  const roots: Node[] = []
  const stack: Node[] = []
  markers.forEach((marker, i) => {
    while ((stack.at(-1)?.marker.depth ?? -1) >= marker.depth) stack.pop()
    const next = markers[i + 1]
    const node: Node = { marker, to, ownTo: next ? next.line : to, children: [] }
    const siblings = stack.at(-1)?.children ?? roots
    siblings.push(node)
    stack.push(node)
  })
  close(roots, to)
  return toSections(document, roots, prefix, [])
}

function close(nodes: Node[], to: number): void {
  nodes.forEach((node, i) => {
    node.to = nodes[i + 1]?.marker.line ?? to
    close(node.children, node.to)
  })
}

function toSections(document: Lines, nodes: Node[], prefix: string, above: number[]): Section[] {
  const owns = nodes.map((node) => ownLines(document, node))
  const openings = owns.map((own, i) => readOpening(own, (nodes[i]?.children.length ?? 0) > 0))
  const titles = titlesInLists(nodes, openings)
  let dashes = 0
  return nodes.map((node, i) => {
    const { reading, broken } = node.marker
    const steps = reading.step === '' ? [`-${++dashes}`] : stepsUnder(reading.numbers, reading.step, above)
    const path = [prefix, ...steps].filter(Boolean).join('.')
    const span = spanOf(document, node)
    return {
      raw: document.text.slice(span.start, span.end),
      span,
      confidence: Math.round(100 * Math.exp(-0.35 * (reading.cost + broken))) / 100,
      path,
      label: reading.label,
      kind: reading.kind,
      title: titles[i] ?? '',
      text: (owns[i] ?? []).map((line) => line.content).join(' '),
      children: toSections(document, node.children, path, isMarkList(reading.list) ? [] : reading.numbers),
    }
  })
}

/** `1.2` under `1` adds `2`; where the numbers above are not its own, the whole label is a step. */
function stepsUnder(numbers: number[], step: string, above: number[]): string[] {
  if (numbers.length < 2) return [step]
  const lead = numbers.slice(0, -1)
  const known = lead.length === above.length && lead.every((number, i) => number === above[i])
  return known ? [step] : [...lead.map(String), step]
}

/** Titles are judged list by list: brothers of one list have headings, or have none. */
function titlesInLists(nodes: Node[], openings: Opening[]): string[] {
  const lists = new Map<string, number[]>()
  nodes.forEach((node, i) => {
    const { list } = node.marker.reading
    const places = lists.get(list)
    if (places) places.push(i)
    else lists.set(list, [i])
  })
  const titles: string[] = []
  for (const [list, places] of lists) {
    const headed = list === 'roman' || list === 'part' || list === 'upper'
    const found = titlesOf(
      places.map((i) => openings[i] as Opening),
      headed,
    )
    places.forEach((i, k) => {
      titles[i] = found[k] ?? ''
    })
  }
  return titles
}

function ownLines(document: Lines, node: Node): OwnLine[] {
  const out: OwnLine[] = []
  for (let i = node.marker.line; i < node.ownTo; i++) {
    const shape = document.shapes[i]
    if (!shape || (shape.furniture && i > node.marker.line)) continue
    const content = i === node.marker.line ? shape.content.slice(node.marker.reading.contentAt) : shape.content
    if (content !== '') out.push({ content, shape })
  }
  return out
}

function spanOf(document: Lines, node: Node): { start: number; end: number } {
  const first = document.lines[node.marker.line]
  const last = document.lines[node.to - 1]
  return { start: first?.start ?? 0, end: last?.end ?? 0 }
}
