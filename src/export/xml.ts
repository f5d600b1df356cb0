import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'

export type { Element } from '@xmldom/xmldom'
export type XmlContent = Element | string
type Attributes = Record<string, string | number | null>

// What XML 1.0 cannot hold, not even escaped: control characters and lone surrogates.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Builds the elements of one XML document; the library escapes what they hold. */
export interface XmlBuilder {
  root: Element
  /** An element in the document's own namespace, or in that of a prefix declared at its root; an attribute that is null is left out. */
  element(name: string, attributes: Attributes, content?: readonly XmlContent[]): Element
  serialise(): string
}

/** A document with `root` as its root element; `namespaces` are declared there by their prefix. */
export function xmlBuilder(
  namespace: string | null,
  root: string,
  attributes: Attributes,
  namespaces: Record<string, string> = {},
): XmlBuilder {
  const document = new DOMImplementation().createDocument(namespace, root, null)
  const top = document.documentElement as Element
  for (const [prefix, uri] of Object.entries(namespaces)) top.setAttributeNS('http://www.w3.org/2000/xmlns/', `xmlns:${prefix}`, uri)
  fill(document, top, attributes, [])
  return {
    root: top,
    element(name, values, content = []) {
      const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : null
      const element = document.createElementNS(prefix === null ? namespace : (namespaces[prefix] ?? null), name)
      return fill(document, element, values, content)
    },
    serialise() {
      indent(document, top, 0)
      return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document, { requireWellFormed: true })}\n`
    },
  }
}

function fill(document: Document, element: Element, attributes: Attributes, content: readonly XmlContent[]): Element {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(name, String(value).replace(FORBIDDEN, ' '))
  for (const part of content) {
    if (typeof part !== 'string') element.appendChild(part)
    else if (part !== '') element.appendChild(document.createTextNode(part.replace(FORBIDDEN, ' ')))
  }
  return element
}

// Elements whose white space is text: what holds words, or may.
const MIXED = new Set(['p', 'num', 'heading', 'signature'])

/** Line breaks and two spaces a level inside elements that hold elements only. */
function indent(document: Document, element: Element, depth: number): void {
  const children = [...element.childNodes]
  if (children.length === 0 || MIXED.has(element.nodeName) || children.some((child) => child.nodeType !== 1)) return
  for (const child of children) {
    element.insertBefore(document.createTextNode(`\n${'  '.repeat(depth + 1)}`), child)
    indent(document, child as Element, depth + 1)
  }
  element.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
}
