import type { Plan } from '../../schema/plan.ts'
import { slug } from '../slug.ts'
import type { Element } from '../xml.ts'
import type { AknContext } from './context.ts'
import { planUri } from './uri.ts'

const SOURCE = '#kehoach'
/** The schema demands a date; the name says that this is none. */
const UNKNOWN_DATE = { date: '0001-01-01', name: 'unknown' }

/** `meta` of the document, or of its appendix `component`. */
export function meta(context: AknContext, component: string): Element {
  const { element } = context.xml
  const content = [identification(context, component)]
  if (component === 'main') content.push(references(context), proprietary(context))
  return element('meta', {}, content)
}

function identification({ entry, xml }: AknContext, component: string): Element {
  const { element } = xml
  const { plan } = entry
  const work = planUri(plan)
  const date = dateOf(plan)
  const expression = `${work}/vie@${date.name === 'unknown' ? '' : date.date}`
  const level = (name: string, uri: string, more: Element[]) =>
    element(name, {}, [
      element('FRBRthis', { value: `${uri}/!${component}` }),
      element('FRBRuri', { value: uri }),
      element('FRBRdate', { date: date.date, name: date.name }),
      element('FRBRauthor', { href: name === 'FRBRManifestation' ? '#kehoach' : '#issuer' }),
      ...more,
    ])
  const number = plan.number?.number == null ? [] : [element('FRBRnumber', { value: plan.number.raw.replace(/\s+/gu, '') })]
  return element('identification', { source: SOURCE }, [
    level('FRBRWork', work, [
      element('FRBRcountry', { value: 'vn' }),
      element('FRBRsubtype', { value: slug(plan.documentType?.name ?? 'văn bản') }),
      ...number,
      ...(plan.title === null ? [] : [element('FRBRname', { value: plan.title.text })]),
    ]),
    level('FRBRExpression', expression, [element('FRBRlanguage', { language: 'vie' })]),
    level('FRBRManifestation', `${expression}.xml`, [element('FRBRformat', { value: 'application/akn+xml' })]),
  ])
}

/** A month, quarter or year is dated by its first day, and says so. */
function dateOf({ date }: Plan): { date: string; name: string } {
  if (date === null || date.iso === null || date.precision === null) return UNKNOWN_DATE
  if (date.precision === 'day') return { date: date.iso, name: 'Generation' }
  const year = date.iso.slice(0, 4)
  const quarter = /Q(?<quarter>[1-4])$/u.exec(date.iso)?.groups?.quarter
  const month = quarter === undefined ? date.iso.slice(5, 7) : String(Number(quarter) * 3 - 2).padStart(2, '0')
  return { date: `${year}-${month === '' ? '01' : month}-01`, name: `first-day-of-${date.precision}` }
}

function references({ entry, xml }: AknContext): Element {
  const { plan } = entry
  const top = (name: string, eId: string, kind: string, showAs: string) =>
    xml.element(name, { eId, href: `/akn/ontology/${kind}/vn/${slug(showAs)}`, showAs })
  const signers = plan.signer === null ? plan.coSigners : [plan.signer, ...plan.coSigners]
  return xml.element('references', { source: SOURCE }, [
    xml.element('TLCOrganization', { eId: 'kehoach', href: '/akn/ontology/organization/kehoach', showAs: 'kehoach' }),
    top('TLCOrganization', 'issuer', 'organization', plan.issuer?.name ?? 'unknown'),
    ...(plan.place === null ? [] : [top('TLCLocation', 'place', 'location', plan.place.name)]),
    ...signers.flatMap(({ name, title }, index) => {
      const suffix = index === 0 ? '' : `-${index + 1}`
      return [
        ...(name === null ? [] : [top('TLCPerson', `signer${suffix}`, 'person', name)]),
        ...(title === null ? [] : [top('TLCRole', `signer-role${suffix}`, 'role', title)]),
      ]
    }),
    ...plan.indices.map(({ code, name }) => top('TLCConcept', `index-${slug(code)}`, 'concept', name)),
  ])
}

/** Source and tasks: the standard has no element for either. */
function proprietary({ entry, xml, sectionIds }: AknContext): Element {
  const { source, tasks } = entry.plan
  const list = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '))
  return xml.element('proprietary', { source: SOURCE }, [
    xml.element('kh:source', {
      name: source.name,
      sha256: source.sha256,
      mediaType: source.mediaType,
      kind: source.kind,
      pages: source.pageCount,
    }),
    ...tasks.map((task) => {
      const section = entry.sectionOf(task.section, task.span)
      const eId = section === null ? undefined : sectionIds.get(section.section.span.start)
      return xml.element(
        'kh:task',
        {
          section: eId === undefined ? null : `#${eId}`,
          lead: list(task.lead),
          coordinate: list(task.coordinate),
          deadline: task.deadline?.iso ?? null,
          recurrence: task.recurrence?.unit ?? null,
        },
        [task.action],
      )
    }),
  ])
}
