import { DOMImplementation, type Document, XMLSerializer } from '@xmldom/xmldom'

/** An element before it is written; a text in its content is escaped by the library. */
export interface Element {
  name: string
  attributes: Attributes
  content: readonly XmlContent[]
}
export type XmlContent = Element | string
type Attributes = Record<string, string | number | null>

// What XML 1.0 cannot hold, not even escaped: control characters and lone surrogates.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Builds one XML document. */
export interface XmlBuilder {
  /** An element in the document's own namespace, or in that of a prefix declared at its root; an attribute that is null is left out. */
  element(name: string, attributes: Attributes, content?: readonly XmlContent[]): Element
  /** The document with `content` inside its root, indented. */
  serialise(content: readonly Element[]): string
}

/** A document with the root element `root`; `namespaces` are declared there by their prefix. */
export function xmlBuilder(namespace: string | null, root: string, namespaces: Record<string, string> = {}): XmlBuilder {
  return {
    element: (name, attributes, content = []) => ({ name, attributes, content }),
    serialise(content) {
      const document = new DOMImplementation().createDocument(namespace, root, null)
      const top = document.documentElement
      if (top === null) throw new TypeError('The document has no root.')
      for (const [prefix, uri] of Object.entries(namespaces)) top.setAttributeNS('http://www.w3.org/2000/xmlns/', `xmlns:${prefix}`, uri)
      fill(document, top, { name: root, attributes: {}, content }, 0, (prefix) =>
        prefix === null ? namespace : (namespaces[prefix] ?? null),
      )
      return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document, { requireWellFormed: true })}\n`
    },
  }
}

type DomElement = NonNullable<Document['documentElement']>

// Elements whose white space is text: what holds words, or may.
const MIXED = new Set(['p', 'num', 'heading', 'signature'])

/** Nodes are only ever appended, which the library does in constant time; elements that hold elements only get line breaks and indents. */
function fill(
  document: Document,
  node: DomElement,
  element: Element,
  depth: number,
  namespaceOf: (prefix: string | null) => string | null,
): void {
  const { name, attributes, content } = element
  for (const [key, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(key, String(value).replace(FORBIDDEN, ' '))
  const indented = content.length > 0 && !MIXED.has(name) && content.every((part) => typeof part !== 'string')
  for (const part of content) {
    if (indented) node.appendChild(document.createTextNode(`\n${'  '.repeat(depth + 1)}`))
    if (typeof part === 'string') {
      if (part !== '') node.appendChild(document.createTextNode(part.replace(FORBIDDEN, ' ')))
      continue
    }
    const colon = part.name.indexOf(':')
    const child = document.createElementNS(namespaceOf(colon < 0 ? null : part.name.slice(0, colon)), part.name)
    fill(document, child, part, depth + 1, namespaceOf)
    node.appendChild(child)
  }
  if (indented) node.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
}
