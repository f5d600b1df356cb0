import type { Signer } from '../schema/fields.ts'
import { compareKey } from '../vietnamese/letters.ts'
import type { TextDocument } from './document.ts'
import type { Frame } from './frame.ts'
import { AUTHORITY, type SignerPart, SPOILT_MARK, signerParts } from './signer-column.ts'
import { signingChain } from './signing-chain.ts'
import { repairName } from './vocabulary/names.ts'
import { repairPosition } from './vocabulary/positions.ts'

/** Who signs, and who signs beside: each on whose behalf, by what title, by what name. */
export function findSigners(document: TextDocument, frame: Frame): { signer: Signer | null; coSigners: Signer[] } {
  const signers = group(signerParts(document, frame))
  return { signer: signers[0] ?? null, coSigners: signers.slice(1) }
}

function group(parts: SignerPart[]): Signer[] {
  const signers: Signer[] = []
  let current: SignerPart[] = []
  const close = (): void => {
    if (current.some(({ kind }) => kind !== 'name')) signers.push(toSigner(current))
    current = []
  }
  for (const part of parts) {
    const last = current[current.length - 1]
    const titled = current.some(({ kind }) => kind === 'title')
    if (part.kind !== 'name' && (last?.kind === 'name' || (part.kind === 'authority' && titled))) close()
    if (last?.kind === 'name' && part.kind === 'name') continue
    current.push(part)
  }
  close()
  return signers
}

function toSigner(printed: SignerPart[]): Signer {
  const parts = withLostMark(printed)
  const text = (kind: SignerPart['kind']): string | null => {
    const joined = parts.filter((part) => part.kind === kind).map((part) => (isPlain(part) ? part.text : repairOffice(part.text)))
    return joined.length === 0 ? null : joined.join(' ')
  }
  const start = Math.min(...parts.map((part) => part.start))
  const end = Math.max(...parts.map((part) => part.end))
  const [authority, title] = [authorityOf(text('authority'), text('title')), text('title')]
  return {
    authority,
    title,
    name: text('name'),
    chain: signingChain(authority, title),
    span: { start, end },
    confidence: title === null ? 0.6 : 0.9,
  }
}

/** `GIÁM ĐỐC` over `PHÓ GIÁM ĐỐC` is what a stamp leaves of `KT. GIÁM ĐỐC`. */
function withLostMark(parts: SignerPart[]): SignerPart[] {
  return parts.map((part, i) => {
    const next = parts[i + 1]
    // Under the collective's line the mark may be spoilt by itself: `A. CHỦ TỊCH` over `PHÓ CHỦ TỊCH`.
    const spoilt =
      part.kind === 'authority' && i > 0 && !AUTHORITY.test(part.text) ? SPOILT_MARK.exec(part.text)?.groups?.office : undefined
    if (spoilt !== undefined && next?.kind === 'title' && compareKey(repairOffice(next.text)) === compareKey(`PHÓ ${repairOffice(spoilt)}`))
      return { ...part, text: `KT. ${repairOffice(spoilt)}` }
    if (part.kind !== 'title' || next?.kind !== 'title') return part
    const office = repairOffice(part.text)
    return compareKey(repairOffice(next.text)) === compareKey(`PHÓ ${office}`)
      ? { ...part, kind: 'authority', text: `KT. ${office}` }
      : part
  })
}

/** Who signs as `PHÓ X` under `?. X` signs in the place of X. */
function authorityOf(printed: string | null, title: string | null): string | null {
  const office = printed === null || AUTHORITY.test(printed) ? undefined : SPOILT_MARK.exec(printed)?.groups?.office
  if (office === undefined || title === null) return printed
  const mended = repairPosition(office) ?? office
  return compareKey(title) === compareKey(`PHÓ ${mended}`) ? `KT. ${mended}` : printed
}

/** A name, or an office under a mark that a stamp spoilt: the mark would be taken for a part of the office. */
const isPlain = ({ kind, text }: SignerPart): boolean =>
  kind === 'name' || (kind === 'authority' && !AUTHORITY.test(text) && !/^KT/u.test(text))

/** The office with its marks; the mark of authority before it stays as printed (`KT.GIÁM ĐỐC`). */
function repairOffice(text: string): string {
  const mark = /^(?:(?:T ?\/ ?M|TM|KT|K ?\/ ?T|TL|T ?\/ ?L|TUQ|TƯQ|T ?\/ ?UQ|Q)[./,: ]{1,9}){1,4}/u.exec(text)?.[0] ?? ''
  const office = text.slice(mark.length)
  return mark + (repairPosition(office) ?? repairName(office))
}
