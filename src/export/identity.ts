import type { Citation } from '../schema/fields.ts'
import type { Plan } from '../schema/plan.ts'
import { fold } from '../vietnamese/letters.ts'
import { localityOf } from './locality.ts'

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
  const { number, year, symbol } = citation
  const full = fullMentions(plan).get(mentionKey(citation))
  return { number, year, symbol, date: citation.date?.iso ?? full?.date ?? null, issuer: citation.issuer ?? full?.issuer ?? null }
}

interface FullMention {
  date: string | null
  issuer: string | null
}

const memo = new WeakMap<Plan, Map<string, FullMention>>()
const mentionKey = ({ number, year, symbol }: Citation): string => `${number}/${year ?? ''}/${symbol}`

/** What the first full mention of each cited document says of it. */
function fullMentions(plan: Plan): Map<string, FullMention> {
  const known = memo.get(plan)
  if (known !== undefined) return known
  const mentions = new Map<string, FullMention>()
  for (const citation of plan.citations) {
    const key = mentionKey(citation)
    const full = mentions.get(key) ?? { date: null, issuer: null }
    full.date ??= citation.date?.iso ?? null
    full.issuer ??= citation.issuer
    mentions.set(key, full)
  }
  memo.set(plan, mentions)
  return mentions
}
