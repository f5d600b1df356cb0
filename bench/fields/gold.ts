// What the gold says and what a Plan says, field by field, as lists of comparable strings.
import { compareKey } from '../../src/vietnamese/letters.ts'

/** A gold record of `gold/*.json`, or a Plan: both are read loosely. */
// biome-ignore lint/suspicious/noExplicitAny: two shapes of JSON from outside
export type Record_ = any

export interface Field {
  name: string
  gold: (gold: Record_) => string[] | undefined
  found: (plan: Record_) => string[]
  /** Likeness from which a soft pair counts. */
  soft: number
}

const list = <T>(value: T | null | undefined): T[] => (value === null || value === undefined || value === '' ? [] : [value])
const nameOf = (value: Record_): string => (typeof value === 'string' ? value : (value?.name ?? value?.raw ?? ''))
const isoOf = (value: Record_): string | null => (typeof value === 'string' ? value : (value?.iso ?? null))
const numberOf = ({ number, year, symbol }: Record_): string =>
  [String(number ?? '').replace(/^0+(?=\d)/u, ''), year ?? '', String(symbol).replace(/[^\p{L}\p{N}]+/gu, '')].join('/')
const flatten = (sections: Record_[]): Record_[] => sections.flatMap((section) => [section, ...flatten(section.children ?? [])])
const headed = (sections: Record_[]): Record_[] =>
  flatten(sections).filter(({ kind }) => kind === undefined || ['roman', 'arabic', 'letter'].includes(kind))
const distinct = (codes: string[]): string[] => [...new Set(codes)]

const one = (name: string, gold: (gold: Record_) => Record_, found: (plan: Record_) => Record_, soft = 0.9): Field => ({
  name,
  gold: (record) => (gold(record) === undefined ? undefined : list(gold(record)).map(String)),
  found: (plan) => list(found(plan)).map(String),
  soft,
})
const each = (name: string, gold: (gold: Record_) => Record_[] | undefined, found: (plan: Record_) => Record_[], soft = 0.8): Field => ({
  name,
  gold: (record) => gold(record)?.map(String),
  found: (plan) => (found(plan) ?? []).map(String),
  soft,
})
/** What is said of citations beside their numbers; a gold that says nothing of it is not compared. */
const cited = (part: (citation: Record_) => Record_) => (record: Record_) =>
  record.citations?.every((citation: Record_) => part(citation) === undefined)
    ? undefined
    : record.citations?.filter((citation: Record_) => part(citation)).map((citation: Record_) => `${numberOf(citation)} ${part(citation)}`)

export const FIELDS: Field[] = [
  one(
    'documentType',
    (g) => g.documentType,
    (p) => p.documentType?.name,
  ),
  one(
    'number',
    (g) => (g.number?.number ? numberOf(g.number) : g.number === undefined ? undefined : null),
    (p) => (p.number?.number ? numberOf(p.number) : null),
    1,
  ),
  one(
    'date',
    (g) => g.date,
    (p) => p.date?.iso,
    1,
  ),
  one(
    'place',
    (g) => g.place,
    (p) => p.place?.name,
  ),
  one(
    'issuer.name',
    (g) => g.issuer?.name,
    (p) => p.issuer?.name,
  ),
  one(
    'issuer.parent',
    (g) => g.issuer?.parent,
    (p) => p.issuer?.parent,
  ),
  one(
    'issuer.level',
    (g) => g.issuer?.level,
    (p) => p.issuer?.level,
    1,
  ),
  one(
    'issuer.unit',
    (g) => g.issuer?.unit,
    (p) => p.issuer?.unit?.code,
    1,
  ),
  one(
    'title',
    (g) => g.title,
    (p) => p.title?.text,
  ),
  each(
    'citations',
    (g) => g.citations?.map(numberOf),
    (p) => (p.citations ?? []).map(numberOf),
    1,
  ),
  each(
    'citations.type',
    cited((c) => c.type?.name ?? c.type),
    cited((c) => c.type?.name ?? c.type),
  ),
  each(
    'citations.date',
    cited((c) => (c.date === undefined ? undefined : isoOf(c.date))),
    cited((c) => isoOf(c.date)),
  ),
  each(
    'citations.issuer',
    cited((c) => c.issuer),
    cited((c) => c.issuer),
  ),
  each(
    'indices',
    (g) => g.indices && distinct(g.indices.map((i: Record_) => i.code)),
    (p) => (p.indices ?? []).map((i: Record_) => i.code),
    1,
  ),
  each(
    'sections',
    (g) => g.sections?.map((s: Record_) => s.path),
    (p) => headed(p.sections ?? []).map((s) => s.path),
    1,
  ),
  each(
    'sections.title',
    (g) => (g.sections?.some((s: Record_) => s.title === undefined) ? undefined : g.sections?.map((s: Record_) => `${s.path} ${s.title}`)),
    (p) => headed(p.sections ?? []).map((s) => `${s.path} ${s.title}`),
    0.9,
  ),
  each(
    'tasks.action',
    (g) => g.tasks?.map((t: Record_) => t.action),
    (p) => (p.tasks ?? []).map((t: Record_) => t.action),
    0.6,
  ),
  each(
    'tasks.lead',
    (g) => g.tasks?.flatMap((t: Record_) => (t.assignees?.lead ?? []).map((l: string) => `${t.section} ${l}`)),
    (p) => (p.tasks ?? []).flatMap((t: Record_) => t.lead.map((l: string) => `${t.section} ${l}`)),
  ),
  each(
    'tasks.when',
    (g) => g.tasks?.flatMap((t: Record_) => list(t.deadline ?? t.frequency)),
    (p) => (p.tasks ?? []).flatMap((t: Record_) => list((t.deadline ?? t.recurrence)?.raw)),
  ),
  each(
    'schedule',
    (g) => g.schedule?.map((row: Record_) => row.content),
    (p) => (p.schedule ?? []).map((row: Record_) => row.content),
  ),
  each(
    'recipients',
    (g) => g.recipients?.map(nameOf),
    (p) => (p.recipients ?? []).map(nameOf),
  ),
  one(
    'signer.authority',
    (g) => g.signer?.authority ?? undefined,
    (p) => p.signer?.authority,
  ),
  one(
    'signer.title',
    (g) => g.signer?.title ?? undefined,
    (p) => p.signer?.title,
  ),
  one(
    'signer.name',
    (g) => g.signer?.name ?? undefined,
    (p) => p.signer?.name,
  ),
]

/** What a strict comparison sees: letters and digits, without case, tone place and punctuation. */
export const strictKey = (value: string): string =>
  compareKey(value)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
