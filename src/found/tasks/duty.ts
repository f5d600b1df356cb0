import type { Task, TaskBody } from '../../schema/fields.ts'
import type { Span } from '../../schema/geometry.ts'
import { clauseOf } from '../clause.ts'
import { findDated, findRecurrences, findRelative, joinTimes, pickDeadline } from '../time/index.ts'
import { asksToCheck } from './check.ts'
import { coordinatesOf, type Lead, sameBodies } from './leads.ts'
import type { Name } from './names.ts'
import { joined, type Placed, placeOf } from './placed.ts'
import { findProducts } from './products.ts'
import { findQuantities } from './quantities.ts'
import { piecesOf } from './several.ts'
import type { PlacedLine, Source } from './source.ts'

/** A body named, and where in the document. */
export interface Named {
  name: string
  span: Span | null
}

/** What the headings above say to a duty: where it stands, and who has it. */
export interface Above {
  section: string
  path: string
  parent: string | null
  lead: Named[]
}

/** The duties that `lines` give, one for each body that is charged in turn: `Sở A chủ trì …; Sở B chủ trì …`. */
export const toDuties = (source: Source, lines: PlacedLine[], above: Above, lead: Lead | null): Task[] =>
  piecesOf(lines, lead).map((piece) => toDuty(source, piece.lines, above, piece.lead, piece.joining))

/** One duty, said by `lines`; its body is `lead`'s, or that of the heading above. `joining` are named as lending a hand. */
export function toDuty(source: Source, lines: PlacedLine[], above: Above, lead: Lead | null, joining: readonly Name[] = []): Task {
  const { document, reference } = source
  const { text } = document
  const start = lines[0]?.start ?? 0
  const end = lines.at(-1)?.end ?? start
  const action = joined(lines)
  const leads = lead === null ? above.lead : resolve(toNamed(lead.names, lines), above.lead)
  const coordinates = toNamed([...coordinatesOf(action), ...joining], lines)
  const checks = asksToCheck(action, lead?.end ?? 0) ? leads : []
  const clause = clauseOf(document, start, end)
  const dated = findDated(clause, reference)
  const relative = findRelative(clause)
  const recurrences = findRecurrences(clause)
  return {
    raw: text.slice(start, end),
    span: { start, end },
    confidence: leads.length > 0 ? (lead?.explicit === false ? 0.8 : 0.9) : 0.6,
    section: above.section,
    path: above.path,
    parent: above.parent,
    lead: leads.map(({ name }) => name),
    coordinate: coordinates.map(({ name }) => name),
    check: checks.map(({ name }) => name),
    bodies: [...toBodies(source, 'lead', leads), ...toBodies(source, 'coordinate', coordinates), ...toBodies(source, 'check', checks)],
    action,
    products: findProducts(clause),
    quantities: findQuantities(clause),
    deadline: pickDeadline(dated, relative),
    recurrence: recurrences[0] ?? null,
    times: joinTimes(
      text,
      dated.map(({ time }) => time),
      recurrences,
      relative,
    ),
  }
}

export const toNamed = (names: readonly Name[], lines: readonly Placed[]): Named[] =>
  names.map(({ text, start, end }) => ({ name: text.replace(/ {2,}/gu, ' ').replaceAll(' ,', ','), span: placeOf(lines, start, end) }))

/** A duty may name its bodies again, shortened: then the heading's names stand. */
export const resolve = (names: Named[], above: Named[]): Named[] =>
  names.length === above.length &&
  sameBodies(
    names.map(({ name }) => name),
    above.map(({ name }) => name),
  )
    ? above
    : names

const toBodies = ({ bodies }: Source, role: TaskBody['role'], named: readonly Named[]): TaskBody[] =>
  named.map(({ name, span }) => ({ role, name, canonical: bodies.canonical(name), span }))
