import type { Section } from '../schema/fields.ts'
import type { Span } from '../schema/geometry.ts'
import type { Plan } from '../schema/plan.ts'

/** A section with its place in the flat list of all sections. */
export interface FlatSection {
  id: string
  parent: string | null
  depth: number
  section: Section
}

/** A Plan under the id that its rows and files carry. */
export interface Entry {
  /** The first 16 hexadecimal digits of the source's SHA-256; `…-2` for the second Plan of the same bytes. */
  id: string
  plan: Plan
  sections: FlatSection[]
  /** The page and the line on it, both from 1, where `span` starts; null outside every page. */
  place(span: Span): { page: number; line: number } | null
  /** The section of that path which holds the stretch: an appendix may count its sections from `I` again. */
  sectionOf(path: string, span: Span): FlatSection | null
}

/** Makes the entries of one export; ids depend on the bytes of the sources and their order alone. */
export function entryMaker(): (plan: Plan) => Entry {
  const count = counter()
  return (plan) => {
    const id = count(plan.source.sha256.slice(0, 16))
    const sections = flatten(id, plan.sections)
    const byPath = new Map<string, FlatSection[]>()
    for (const flat of sections) {
      const same = byPath.get(flat.section.path)
      if (same === undefined) byPath.set(flat.section.path, [flat])
      else same.push(flat)
    }
    return {
      id,
      plan,
      sections,
      place: (span) => placeOf(plan, span),
      sectionOf: (path, span) =>
        byPath.get(path)?.find(({ section }) => span.start < section.span.end && span.end > section.span.start) ?? null,
    }
  }
}

/** `base`, then `base-2`, `base-3` … each time that it is asked again; never a name that it gave before, whatever the case. */
export function counter(): (base: string) => string {
  const given = new Set<string>()
  const next = new Map<string, number>()
  return (base) => {
    const key = base.toLowerCase()
    let name = base
    let times = next.get(key) ?? 2
    while (given.has(name.toLowerCase())) name = `${base}-${times++}`
    next.set(key, times)
    given.add(name.toLowerCase())
    return name
  }
}

/** Depth first; a path that comes twice (two appendices may both hold `I.1`) is counted. */
function flatten(document: string, sections: readonly Section[]): FlatSection[] {
  const count = counter()
  const flat: FlatSection[] = []
  const visit = (list: readonly Section[], parent: string | null, depth: number): void => {
    for (const section of list) {
      const id = count(`${document}:s:${section.path}`)
      flat.push({ id, parent, depth, section })
      visit(section.children, id, depth + 1)
    }
  }
  visit(sections, null, 1)
  return flat
}

function placeOf(plan: Plan, span: Span): { page: number; line: number } | null {
  const page = plan.pages.find(({ span: whole }) => span.start >= whole.start && span.start < whole.end)
  if (page === undefined) return null
  // By halving: a long document has many lines, and many rows ask.
  let [low, high] = [0, page.lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((page.lines[middle]?.span.end ?? 0) > span.start) high = middle
    else low = middle + 1
  }
  return { page: page.number, line: low + 1 }
}
