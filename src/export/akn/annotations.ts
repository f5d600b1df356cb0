import type { Span } from '../../schema/geometry.ts'
import type { Plan } from '../../schema/plan.ts'
import { citationIdentity } from '../identity.ts'
import { slug } from '../slug.ts'
import type { AknContext, Annotation } from './context.ts'
import { lawUri, workUri } from './uri.ts'

const isDay = (when: { iso: string | null; precision: string | null } | null): when is { iso: string; precision: string } =>
  when?.precision === 'day' && when.iso !== null

/** What the Plan found in the text, as inline elements where it stands; of two that overlap the first and longer one stays. */
export function annotate(context: AknContext): Annotation[] {
  const { plan } = context.entry
  const { element } = context.xml
  const all: Annotation[] = [...letterhead(context), ...signature(context)]
  const works = worksOf(plan)
  for (const { key, span } of [...plan.citations, ...plan.laws, ...plan.shortMentions]) {
    const href = key === null ? undefined : works.get(key)
    if (href !== undefined) all.push({ span, element: (content) => element('ref', { eId: context.next('ref'), href }, content) })
  }
  for (const { date } of [...plan.citations, ...plan.laws]) if (isDay(date)) all.push(dated(context, date.span, date.iso))
  for (const { deadline } of plan.tasks) if (isDay(deadline)) all.push(dated(context, deadline.span, deadline.iso))
  for (const { code, mentions } of plan.indices) {
    for (const { span } of mentions) {
      const refersTo = `#index-${slug(code)}`
      all.push({ span, element: (content) => element('concept', { eId: context.next('concept'), refersTo }, content) })
    }
  }
  return apart(all)
}

/** The IRIs of all that the Plan cites, by key; the first citation of a document has its date and issuer at hand. */
function worksOf(plan: Plan): Map<string, string> {
  const works = new Map<string, string>()
  for (const citation of plan.citations) {
    if (!works.has(citation.key)) works.set(citation.key, workUri(citation.type, citationIdentity(citation, plan), plan))
  }
  for (const law of plan.laws) if (!works.has(law.key)) works.set(law.key, lawUri(law, plan))
  return works
}

function dated(context: AknContext, span: Span, date: string): Annotation {
  return { span, element: (content) => context.xml.element('date', { date }, content) }
}

function letterhead(context: AknContext): Annotation[] {
  const { plan } = context.entry
  const { element } = context.xml
  const found: Annotation[] = []
  const add = (span: Span | undefined, name: string, attributes: Record<string, string> = {}): void => {
    if (span !== undefined) found.push({ span, element: (content) => element(name, attributes, content) })
  }
  add(plan.issuer?.span, 'docProponent', { refersTo: '#issuer' })
  // A letter's kind is known by its number: then that stretch is the number's.
  if (plan.documentType?.span.start !== plan.number?.span.start) add(plan.documentType?.span, 'docType')
  add(plan.number?.span, 'docNumber')
  add(plan.title?.span, 'docTitle')
  if (isDay(plan.date)) add(plan.date.span, 'docDate', { date: plan.date.iso })
  const { place } = plan
  if (place !== null) {
    found.push({
      span: place.span,
      element: (content) => element('location', { eId: context.next('location'), refersTo: '#place' }, content),
    })
  }
  return found
}

function signature(context: AknContext): Annotation[] {
  const { plan } = context.entry
  const { next } = context
  const { element } = context.xml
  const signers = plan.signer === null ? plan.coSigners : [plan.signer, ...plan.coSigners]
  const found: Annotation[] = plan.recipients.map(({ span }) => ({
    span,
    element: (content) => element('inline', { name: 'recipient' }, content),
  }))
  signers.forEach((signer, index) => {
    const suffix = index === 0 ? '' : `-${index + 1}`
    const title = signer.title === null ? null : within(plan.text, signer.span, signer.title)
    if (title !== null) {
      const refersTo = `#signer-role${suffix}`
      found.push({ span: title, element: (content) => element('role', { eId: next('role'), refersTo }, content) })
    }
    const name = signer.name === null ? null : within(plan.text, signer.span, signer.name)
    if (name === null) return
    const attributes = { refersTo: `#signer${suffix}`, as: signer.title === null ? null : `#signer-role${suffix}` }
    found.push({
      span: name,
      element: (content) => element('signature', {}, [element('person', { eId: next('person'), ...attributes }, content)]),
    })
  })
  return found
}

/** The last place inside `span` that prints `words`: a title stands below the authority that names it too. */
function within(text: string, span: Span, words: string): Span | null {
  const at = text.slice(span.start, span.end).lastIndexOf(words)
  return at < 0 ? null : { start: span.start + at, end: span.start + at + words.length }
}

function apart(all: Annotation[]): Annotation[] {
  const sorted = all.filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: Annotation[] = []
  for (const annotation of sorted) {
    const last = kept[kept.length - 1]
    if (last === undefined || annotation.span.start >= last.span.end) kept.push(annotation)
  }
  return kept
}
