import type { Plan } from '../schema/plan.ts'
import { fold } from '../vietnamese/letters.ts'

/** The components of a document in the order of decree 30/2020/NĐ-CP, article 8. */
export type Component = 'motto' | 'issuer' | 'number' | 'date' | 'title' | 'body' | 'signer' | 'recipients' | 'appendix'

/** Whose rules of form a document follows: those of the state's bodies and of organisations that keep to them, the party's, the youth union's. */
export type Body = 'state' | 'party' | 'youth-union'

/** The rules of form that hold for a document, by who issued it and when. */
export interface Regime {
  id: 'circular-55-2005' | 'circular-01-2011' | 'decree-30-2020' | 'party-36-2018' | 'party-05-2026' | 'youth-union'
  name: string
  body: Body
  /** Its first day, `YYYY-MM-DD`. */
  since: string
  articles: Partial<Record<Component, string>>
}

/** Articles 6 to 15 of the circular take one component each. */
const CIRCULAR_01: Regime['articles'] = {
  motto: 'Điều 6',
  issuer: 'Điều 7',
  number: 'Điều 8',
  date: 'Điều 9',
  title: 'Điều 10',
  body: 'Điều 11',
  signer: 'Điều 12',
  recipients: 'Điều 14',
  appendix: 'Điều 15',
}

const DECREE_30: Regime['articles'] = {
  motto: 'Điều 8 khoản 2 điểm a; Phụ lục I, phần I, mục II.1',
  issuer: 'Điều 8 khoản 2 điểm b; Phụ lục I, phần I, mục II.2',
  number: 'Điều 8 khoản 2 điểm c; Phụ lục I, phần I, mục II.3',
  date: 'Điều 8 khoản 2 điểm d; Phụ lục I, phần I, mục II.4',
  title: 'Điều 8 khoản 2 điểm đ; Phụ lục I, phần I, mục II.5',
  body: 'Điều 8 khoản 2 điểm e; Phụ lục I, phần I, mục II.6',
  signer: 'Điều 8 khoản 2 điểm g; Phụ lục I, phần I, mục II.7',
  recipients: 'Điều 8 khoản 2 điểm i; Phụ lục I, phần I, mục II.9',
  appendix: 'Điều 8 khoản 3 điểm a; Phụ lục I, phần I, mục III.1',
}

/** The cells of the guidance's diagram of components. */
const PARTY_36: Regime['articles'] = {
  motto: 'sơ đồ bố trí, ô 1',
  issuer: 'sơ đồ bố trí, ô 2',
  number: 'sơ đồ bố trí, ô 3',
  date: 'sơ đồ bố trí, ô 4',
  title: 'sơ đồ bố trí, ô 5a',
  body: 'sơ đồ bố trí, ô 6',
  signer: 'sơ đồ bố trí, ô 7a, 7b, 7c',
  recipients: 'sơ đồ bố trí, ô 9b',
}

/** Newest first, the state's and the party's apart. Where no article is known the text alone is named. */
export const REGIMES: readonly Regime[] = [
  { id: 'decree-30-2020', name: 'Nghị định 30/2020/NĐ-CP', body: 'state', since: '2020-03-05', articles: DECREE_30 },
  { id: 'circular-01-2011', name: 'Thông tư 01/2011/TT-BNV', body: 'state', since: '2011-01-19', articles: CIRCULAR_01 },
  { id: 'circular-55-2005', name: 'Thông tư liên tịch 55/2005/TTLT-BNV-VPCP', body: 'state', since: '', articles: {} },
  { id: 'party-05-2026', name: 'Hướng dẫn 05-HD/VPTW', body: 'party', since: '2026-05-27', articles: {} },
  { id: 'party-36-2018', name: 'Hướng dẫn 36-HD/VPTW', body: 'party', since: '', articles: PARTY_36 },
  { id: 'youth-union', name: 'Thể thức văn bản của Đoàn TNCS Hồ Chí Minh', body: 'youth-union', since: '', articles: {} },
]

/** The rules for `plan`; a document whose day is not known is held to the newest that its year allows. */
export function regimeOf(plan: Plan): Regime {
  const body = bodyOf(plan)
  const iso = plan.date?.iso ?? null
  const day = iso === null ? '9999' : `${iso.slice(0, 4)}${plan.date?.precision === 'day' ? iso.slice(4) : '-12-31'}`
  const fitting = REGIMES.filter((regime) => regime.body === body)
  return fitting.find(({ since }) => day >= since) ?? (fitting[fitting.length - 1] as Regime)
}

const YOUTH_UNION = /^(?:.{0,200} )?doan (?:tncs|thanh nien cong san) ho chi minh$/mu
const STATE_MOTTO = /cong hoa xa hoi chu nghia/u

/** By the number where it tells (`12-NQ/TU`, `05/KH-ĐU`), else by the letterhead. */
function bodyOf({ number, issuer, text }: Plan): Body {
  const symbol = number?.symbol ?? ''
  const head = fold(text.slice(0, 1500))
  if (/(?:ĐTN|TĐTN|TWĐTN|ĐTNCS)/u.test(symbol) || YOUTH_UNION.test(head)) return 'youth-union'
  if (/[-/](?:TU|TW|HU|ĐU|QU|ThU|ĐUK|VPTW|VPTU|BTGTU|BTCTU|UBKTTU|UBKTHU|UBKTĐU|CB)$/u.test(symbol)) return 'party'
  if (STATE_MOTTO.test(head)) return 'state'
  if (/^\p{L}{2,5}\/\p{Lu}/u.test(symbol) || issuer?.level === 'party') return 'party'
  return /^dang cong san viet nam$/mu.test(head) ? 'party' : 'state'
}

/** The text and article that a finding about `component` stands on. */
export function articleOf(regime: Regime, component: Component): string {
  const article = regime.articles[component]
  return article === undefined ? regime.name : `${regime.name}, ${article}`
}
