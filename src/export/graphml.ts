import type { Plan } from '../schema/plan.ts'
import { entryMaker } from './entry.ts'
import type { Exporter } from './exporter.ts'
import { citationIdentity, citationKey, ownKey } from './identity.ts'
import { type Element, xmlBuilder } from './xml.ts'

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns'

interface DocumentNode {
  kind: 'plan' | 'cited'
  label: string
  type: string | null
  date: string | null
  issuer: string | null
  title: string | null
}

interface CitationEdge {
  source: string
  target: string
  role: string
  count: number
}

const NODE_KEYS = ['kind', 'label', 'type', 'date', 'issuer', 'title'] as const

/**
 * The graph of which document cites which: an edge for each role, `basis` for what a plan carries out. A cited document that is itself one of
 * the exported Plans is one node with it. GraphML 1.0, for Gephi, yEd, NetworkX, igraph.
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
        const { date, issuer } = citationIdentity(citation, plan)
        const label = [citation.number, citation.year, citation.symbol].filter((part) => part !== null).join('/')
        const known = nodes.get(target)
        if (known === undefined)
          nodes.set(target, { kind: 'cited', label, type: citation.type.name, date, issuer, title: citation.subject })
        else if (known.kind === 'cited') known.title ??= citation.subject
        const id = `${own} ${target} ${citation.role}`
        const edge = edges.get(id)
        if (edge === undefined) edges.set(id, { source: own, target, role: citation.role, count: 1 })
        else edge.count++
      }
      return []
    },
    finish: () => [{ name: 'plans.graphml', content: toGraphml(nodes, edges) }],
  }
}

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
    ...[...edges.values()].map(({ source, target, role, count }) =>
      element('edge', { source, target }, [...data('role', role), ...data('count', String(count))]),
    ),
  ])
  return xml.serialise([...keys, graph])
}
