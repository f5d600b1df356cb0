import type { Citation } from '../../schema/fields.ts'
import { leadingCode } from '../symbol.ts'
import { typeOfCode } from '../vocabulary/document-types.ts'
import { bareLetters } from '../vocabulary/similarity.ts'
import type { Cited } from './cited.ts'
import { clusterMentions, type Mention } from './cluster.ts'
import { nameKey } from './law-names.ts'
import type { CitedLaw } from './laws.ts'

export interface Keys {
  citations: string[]
  laws: string[]
}

interface Named {
  base: string
  typeCode: string | null
  year: string | null
  issuer: string | null
}

/**
 * A key for each citation and each law, one for all mentions of one document: number and symbol as the rules print them, or the name; with kind, year or
 * issuer only where two documents would share a key. A law that is also cited by its number has that key.
 */
export function assignKeys(citations: readonly Cited[], laws: readonly CitedLaw[]): Keys {
  const lawGroups = numberedLaws(citations)
  const mentions: Mention[] = [
    ...citations.map((citation) => ({ group: groupOf(citation), year: yearOf(citation), issuer: citation.issuer })),
    ...laws.map(({ name, date }) => {
      const group = nameKey(name)
      return { group: lawGroups.get(group) ?? group, year: date?.iso?.slice(0, 4) ?? null, issuer: null }
    }),
  ]
  const ids = clusterMentions(mentions)
  const named: (Named | undefined)[] = []
  citations.forEach((citation, index) => {
    const id = ids[index] ?? 0
    const known = named[id]
    if (known === undefined) named[id] = nameOf(citation)
    else {
      // The first mention that has a year prints it: `61/NĐ-CP` is `61/2018/NĐ-CP`.
      if (citation.year !== null) known.base = nameOf(citation).base
      known.year ??= yearOf(citation)
      known.issuer ??= citation.issuer
    }
  })
  laws.forEach(({ name, date }, index) => {
    const id = ids[citations.length + index] ?? 0
    const year = date?.iso?.slice(0, 4) ?? null
    const known = named[id]
    if (known === undefined) named[id] = { base: name, typeCode: null, year, issuer: null }
    else known.year ??= year
  })
  const keys = tellApart(named.map((name) => name ?? { base: '', typeCode: null, year: null, issuer: null }))
  const all = ids.map((id) => keys[id] ?? '')
  return { citations: all.slice(0, citations.length), laws: all.slice(citations.length) }
}

// More documents under one key come from hostile text alone.
const MOST_ALIKE = 99

/** Adds to keys that are alike what tells them apart: kind, year, issuer, or else a count. */
function tellApart(named: readonly Named[]): string[] {
  const shared = new Map<string, Named[]>()
  for (const name of named) {
    const others = shared.get(name.base)
    if (others === undefined) shared.set(name.base, [name])
    else if (others.length < MOST_ALIKE) others.push(name)
  }
  const given = new Map<string, number>()
  return named.map((name) => {
    const others = shared.get(name.base) ?? []
    const differ = (part: 'typeCode' | 'year' | 'issuer'): boolean => others.some((other) => other[part] !== name[part])
    const kind = others.length > 1 && differ('typeCode') && name.typeCode !== null ? `${name.typeCode} ` : ''
    const marks = [differ('year') ? name.year : null, differ('issuer') ? name.issuer : null].filter((mark) => mark !== null)
    const key = `${kind}${name.base}${others.length > 1 && marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
    const times = (given.get(key) ?? 0) + 1
    given.set(key, times)
    return times === 1 ? key : `${key} #${times}`
  })
}

const yearOf = ({ year, date }: Cited): string | null => year ?? date?.iso?.slice(0, 4) ?? null

/** Number and symbol without what print varies: zeros, marks, separators, `TƯ` for `TW`; a symbol that names no kind has the one that the text names. */
function groupOf({ number, symbol, type }: Cited): string {
  const code = leadingCode(symbol)
  const kind = typeOfCode(code) === null && !/^(?:QH|UBTVQH)\d/u.test(code) ? type.code : ''
  return `${plainNumber(number)}/${bareLetters(canonical(symbol))}/${kind}`
}

const plainNumber = (number: string): string => number.replace(/^0+(?=\d)/u, '').toLowerCase()
const canonical = (symbol: string): string => symbol.replace(/(?<=[-/]|^)TƯ(?=$|[-/])/u, 'TW').replace(/(?<=[-/]|^)TTG$/u, 'TTg')

function nameOf(citation: Cited): Named {
  const { number, year, symbol, type, issuer } = citation
  // As the rules print it: with a zero before a single figure.
  const plain = plainNumber(number).replace(/^\d(?!\d)/u, '0$&')
  const printed = canonical(symbol)
  // The party's rules: `14-NQ/TU`, hyphen first, then slash.
  const isParty = year === null && /^[^-/]+\//u.test(printed)
  const base = isParty ? `${plain}-${printed}` : [plain, year, printed].filter((part) => part !== null).join('/')
  return { base, typeCode: type.code, year: yearOf(citation), issuer }
}

const LAWS = new Set(['BL', 'L', 'PL'])

/** The groups of laws cited with their number, by their name: `Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13`. */
function numberedLaws(citations: readonly Cited[]): Map<string, string> {
  const groups = new Map<string, string>()
  for (const citation of citations) {
    if (!LAWS.has(citation.type.code)) continue
    for (const name of lawNames(citation)) if (!groups.has(nameKey(name))) groups.set(nameKey(name), groupOf(citation))
  }
  return groups
}

/** The name between kind and number, or after the number as the subject. */
function lawNames({ raw, subject, type }: Pick<Citation, 'raw' | 'subject' | 'type'>): string[] {
  const flat = raw.replace(/\s+/gu, ' ')
  const before = flat
    .slice(0, Math.max(0, flat.search(/\d/u)))
    .replace(/[ (]{0,2}số[ :]{0,2}$/iu, '')
    .trim()
  const names = before.length > type.name.length ? [before] : []
  return subject === null ? names : [...names, `${type.name} ${subject}`]
}
