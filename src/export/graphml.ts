import type { Citation, Law } from '../schema/fields.ts'
import type { Plan } from '../schema/plan.ts'
import { entryMaker } from './entry.ts'
import type { Exporter } from './exporter.ts'
import { citationIdentity, citationKey, lawKey, ownKey, relationKey } from './identity.ts'
import { type Element, xmlBuilder } from './xml.ts'

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns'

interface DocumentNode {
  kind: 'plan' | 'cited' | 'law'
  label: string
  type: string | null
  date: string | null
  issuer: string | null
  title: string | null
}

interface CitationEdge {
  source: string
  target: string
  /** Of the Plan alone: a ground of it, or only cited. */
  role: string | null
  relation: string
  count: number
}

const NODE_KEYS = ['kind', 'label', 'type', 'date', 'issuer', 'title'] as const

/**
 * The graph of which document cites which, and why: an edge for each role and relation, `implements` for what a plan carries out. Where a Plan tells what one
 * cited document has to do with another (a decree that guides a law), the edge goes out from that one. A cited document that is itself one of the exported
 * Plans is one node with it. GraphML 1.0, for Gephi, yEd, NetworkX, igraph.
 */
export function graphmlExporter(): Exporter {
  const toEntry = entryMaker()
  const nodes = new Map<string, DocumentNode>()
  const edges = new Map<string, CitationEdge>()
  return {
    add(plan) {
      const own = ownKey(plan) ?? toEntry(plan).id
      nodes.set(own, planNode(plan))
      for (const citation of plan.citations) {
        const target = citationKey(citation, plan)
        if (citation.role === 'self' || target === own) continue
        addNode(nodes, target, citedNode(citation, plan))
        addEdge(edges, own, target, citation, plan)
      }
      for (const law of plan.laws) {
        const target = lawKey(law, plan)
        addNode(nodes, target, lawNode(law))
        addEdge(edges, own, target, law, plan)
      }
      return []
    },
    finish: () => [{ name: 'plans.graphml', content: toGraphml(nodes, edges) }],
  }
}

function addNode(nodes: Map<string, DocumentNode>, id: string, node: DocumentNode): void {
  const known = nodes.get(id)
  if (known === undefined) nodes.set(id, node)
  else if (known.kind !== 'plan') known.title ??= node.title
}

function addEdge(edges: Map<string, CitationEdge>, own: string, target: string, cited: Citation | Law, plan: Plan): void {
  const of = relationKey(cited, plan)
  const isOwn = of === 'self' || of === null || of === target
  // What another document without a number does with it, the Plan only mentions.
  const relation = of === null || of === target ? 'mentioned' : cited.relation
  const edge = { source: isOwn ? own : of, target, role: isOwn ? cited.role : null, relation, count: 1 }
  const id = [edge.source, target, edge.role, relation].join(' ')
  const known = edges.get(id)
  if (known === undefined) edges.set(id, edge)
  else known.count++
}

function citedNode(citation: Citation, plan: Plan): DocumentNode {
  const { number, year, date, issuer } = citationIdentity(citation, plan)
  const label = [number, year, citation.symbol].filter((part) => part !== null).join('/')
  return { kind: 'cited', label, type: citation.type.name, date, issuer, title: citation.subject }
}

const lawNode = ({ key, name, type, date }: Law): DocumentNode => ({
  kind: 'law',
  label: key,
  type: type.name,
  date: date?.iso ?? null,
  issuer: null,
  title: name,
})

function planNode(plan: Plan): DocumentNode {
  return {
    kind: 'plan',
    label: plan.number?.raw.replace(/\s+/gu, '') ?? plan.source.name,
    type: plan.documentType?.name ?? null,
    date: plan.date?.iso ?? null,
    issuer: plan.issuer?.name ?? null,
    title: plan.title?.text ?? null,
  }
}

function toGraphml(nodes: Map<string, DocumentNode>, edges: Map<string, CitationEdge>): string {
  const xml = xmlBuilder(NAMESPACE, 'graphml')
  const { element } = xml
  const declare = (id: string, target: 'node' | 'edge', name: string, type: string): Element =>
    element('key', { id, for: target, 'attr.name': name, 'attr.type': type })
  const keys = [
    ...NODE_KEYS.map((name) => declare(name, 'node', name, 'string')),
    declare('role', 'edge', 'role', 'string'),
    declare('relation', 'edge', 'relation', 'string'),
    declare('count', 'edge', 'count', 'int'),
  ]
  const data = (key: string, value: string | null): Element[] => (value === null ? [] : [element('data', { key }, [value])])
  const graph = element('graph', { id: 'plans', edgedefault: 'directed' }, [
    ...[...nodes].map(([id, node]) =>
      element(
        'node',
        { id },
        NODE_KEYS.flatMap((key) => data(key, node[key])),
      ),
    ),
    ...[...edges.values()].map(({ source, target, role, relation, count }) =>
      element('edge', { source, target }, [...data('role', role), ...data('relation', relation), ...data('count', String(count))]),
    ),
  ])
  return xml.serialise([...keys, graph])
}
