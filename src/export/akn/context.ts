import type { Span } from '../../schema/geometry.ts'
import { counter, type Entry } from '../entry.ts'
import { type Element, type XmlBuilder, type XmlContent, xmlBuilder } from '../xml.ts'

export const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
/** Of what the standard has no element for: source and tasks, inside `proprietary`. */
export const OWN_NAMESPACE = 'urn:kehoach:plan:1'

/** A stretch of the text that becomes an inline element around what it holds. */
export interface Annotation {
  span: Span
  element: (content: readonly XmlContent[]) => Element
}

/** One Akoma Ntoso document as it is built. */
export interface AknContext {
  entry: Entry
  xml: XmlBuilder
  /** `sec_I`, and `sec_I-2` where that is taken: an eId stands once in a document. */
  id: (base: string) => string
  /** `ref_1`, `ref_2` … */
  next: (prefix: string) => string
  /** In order of their start; none overlaps another. */
  annotations: Annotation[]
  /** The eId of each section, by where it starts. */
  sectionIds: Map<number, string>
}

export function createContext(entry: Entry): AknContext {
  const counts = new Map<string, number>()
  return {
    entry,
    xml: xmlBuilder(NAMESPACE, 'akomaNtoso', { kh: OWN_NAMESPACE }),
    id: counter(),
    next(prefix) {
      const count = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, count)
      return `${prefix}_${count}`
    },
    annotations: [],
    sectionIds: new Map(),
  }
}
