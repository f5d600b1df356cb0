import type { Citation, Law } from '../schema/fields.ts'
import type { Plan } from '../schema/plan.ts'
import { fold } from '../vietnamese/letters.ts'
import { localityOf } from './locality.ts'
import { slug } from './slug.ts'

/** Organs of the centre: their documents need no place to tell them apart. */
const CENTRAL =
  /(?:^|[-/])(?:CP|TTg|CTN|QH\d{0,2}|UBTVQH\d{0,2}|TW|VPTW|VPCP|TTCP|KTNN|NHNN|TANDTC|VKSNDTC|TLĐ|TWĐTN|MTTW|B[A-ZĐ]{1,8})(?:$|[-/])|^(?:QH|UBTVQH)\d/u

/** Where a document stands that a Plan cites, or the Plan itself. */
export interface DocumentIdentity {
  number: string | null
  year: string | null
  symbol: string
  /** `YYYY-MM-DD`, or less of it. */
  date: string | null
  issuer: string | null
}

/**
 * What makes a document one. Numbers start again each year and in each body (decree 30/2020/NĐ-CP, appendix I, II.3), so that number and
 * symbol are not enough: a normative document has its year inside, others take that of their date, and what is not of the centre the
 * place of its body. `61/2018/nd-cp`, `131/qd-ttg/2022`, `215/kh-ubnd/2023/tinh-quang-tri`.
 */
export function documentKey({ number, year, symbol, date, issuer }: DocumentIdentity, plan: Plan): string {
  const plain = (number ?? '').replace(/^0+(?=\d)/u, '')
  const folded = fold(symbol)
  const dated = year === null ? [`${plain}/${folded}`, date?.slice(0, 4) ?? ''] : [`${plain}/${year}/${folded}`]
  const local = CENTRAL.test(symbol) ? '' : localityOf(issuer, symbol, plan)
  return [...dated, local].filter((part) => part !== '').join('/')
}

/** The key of the Plan itself; null where its number is not known. */
export function ownKey(plan: Plan): string | null {
  return plan.number === null || plan.number.number === null ? null : documentKey(identityOf(plan, plan.number), plan)
}

const identityOf = (plan: Plan, number: NonNullable<Plan['number']>): DocumentIdentity => ({
  number: number.number,
  year: number.year,
  symbol: number.symbol,
  date: plan.date?.iso ?? null,
  issuer: plan.issuer?.name ?? null,
})

/** The key of a cited document; a short mention takes date and issuer from the full one. */
export function citationKey(citation: Citation, plan: Plan): string {
  if (citation.role === 'self') {
    const own = ownKey(plan)
    if (own !== null) return own
  }
  return documentKey(citationIdentity(citation, plan), plan)
}

export function citationIdentity(citation: Citation, plan: Plan): DocumentIdentity {
  const { number, symbol, key } = citation
  const full = fullMentions(plan).get(key)
  return {
    number,
    year: citation.year ?? full?.year ?? null,
    symbol,
    date: citation.date?.iso ?? full?.date ?? null,
    issuer: citation.issuer ?? full?.issuer ?? null,
  }
}

/**
 * The key of a law cited by its name: that of its number where the Plan cites that too, else its name, with the year where it is printed:
 * `80/2015/qh13`, `luat-dat-dai/2024`.
 */
export function lawKey({ key, name, date }: Law, plan: Plan): string {
  const full = fullMentions(plan).get(key)
  if (full?.citation != null) return citationKey(full.citation, plan)
  const year = date?.iso?.slice(0, 4) ?? full?.date?.slice(0, 4)
  return [slug(name), year].filter((part) => part !== undefined).join('/')
}

/** The day, or the year, of what has that key, as its first mention with one prints it. */
export function dateOfKey(key: string, plan: Plan): string | null {
  return fullMentions(plan).get(key)?.date ?? null
}

/** The keys across Plans of all that the Plan cites, by its own keys. */
export function referenceKeys(plan: Plan): ReadonlyMap<string, string> {
  const known = keysMemo.get(plan)
  if (known !== undefined) return known
  const keys = new Map<string, string>()
  for (const citation of plan.citations) if (!keys.has(citation.key)) keys.set(citation.key, citationKey(citation, plan))
  for (const law of plan.laws) if (!keys.has(law.key)) keys.set(law.key, lawKey(law, plan))
  keysMemo.set(plan, keys)
  return keys
}

/** Whose relation, by its key across Plans; `self` for the Plan, null for what the text does not name. */
export function relationKey({ relationOf }: Pick<Citation, 'relationOf'>, plan: Plan): string | null {
  return relationOf === null || relationOf === 'self' ? relationOf : (referenceKeys(plan).get(relationOf) ?? null)
}

interface FullMention {
  /** Null for a law that is cited by its name alone. */
  citation: Citation | null
  year: string | null
  date: string | null
  issuer: string | null
}

const memo = new WeakMap<Plan, Map<string, FullMention>>()
const keysMemo = new WeakMap<Plan, Map<string, string>>()

/** What the mentions of each cited document say of it, the first first. */
function fullMentions(plan: Plan): Map<string, FullMention> {
  const known = memo.get(plan)
  if (known !== undefined) return known
  const mentions = new Map<string, FullMention>()
  for (const citation of plan.citations) {
    const full = mentions.get(citation.key) ?? { citation, year: null, date: null, issuer: null }
    full.year ??= citation.year
    full.date ??= citation.date?.iso ?? null
    full.issuer ??= citation.issuer
    mentions.set(citation.key, full)
  }
  for (const { key, date } of plan.laws) {
    const full = mentions.get(key) ?? { citation: null, year: null, date: null, issuer: null }
    full.date ??= date?.iso ?? null
    mentions.set(key, full)
  }
  memo.set(plan, mentions)
  return mentions
}
