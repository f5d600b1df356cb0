import type { DocumentType, Law } from '../../schema/fields.ts'
import type { Plan } from '../../schema/plan.ts'
import { type DocumentIdentity, dateOfKey, documentKey } from '../identity.ts'
import { slug } from '../slug.ts'

const ACTS = new Set(['HP', 'BL', 'L', 'PL', 'Lệnh', 'NĐ', 'TT', 'TTLT', 'NQLT', 'SL', 'VBHN'])

/**
 * The work's IRI by the Akoma Ntoso naming convention: country, kind, subtype, author where it has one, date or year, number:
 * `/akn/vn/act/nghi-dinh/2021-07-06/66-2021-nd-cp`, `/akn/vn/doc/ke-hoach/tinh-quang-tri/2023-05-09/215-kh-ubnd`.
 */
export function workUri(type: DocumentType | null, identity: DocumentIdentity, plan: Plan): string {
  const { number, year, symbol, date } = identity
  const parts = documentKey(identity, plan).split('/')
  const author = parts[parts.length - 1] ?? ''
  const local = /^(?:tinh|thanh-pho|huyen|quan|thi-xa|thi-tran|xa|phuong|dac-khu)(?:-|$)/u.test(author) ? author : null
  const name = slug([number, year, symbol].filter((part) => part !== null).join('-'))
  return ['/akn/vn', ACTS.has(type?.code ?? '') ? 'act' : 'doc', slug(type?.name ?? 'van-ban'), local, date ?? year, name]
    .filter((part) => part !== null && part !== '')
    .join('/')
}

/** The work's IRI of a law cited by its name, which stands for the number: `/akn/vn/act/luat/2015-06-19/to-chuc-chinh-quyen-dia-phuong`. */
export function lawUri({ key, name, type }: Law, plan: Plan): string {
  const title = slug(name.slice(type.name.length)) || null
  return ['/akn/vn/act', slug(type.name), dateOfKey(key, plan), title].filter((part) => part !== null).join('/')
}

/** The work's IRI of the Plan itself; without a number, the SHA-256 of its source stands for it. */
export function planUri(plan: Plan): string {
  const { number, documentType } = plan
  return workUri(
    documentType,
    {
      number: number?.number ?? null,
      year: number?.year ?? null,
      symbol: number?.number == null ? `nn-${plan.source.sha256.slice(0, 12)}` : number.symbol,
      date: plan.date?.iso ?? null,
      issuer: plan.issuer?.name ?? null,
    },
    plan,
  )
}
