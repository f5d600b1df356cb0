import type { Signer } from '../../schema/fields.ts'
import { fold } from '../../vietnamese/letters.ts'
import type { Body } from '../regime.ts'
import type { Departure, Rule } from '../rule.ts'

const DEPUTY = /^(?:(?:pho|thu) |quyen |q\. ?)/u
// The deputy of a minister is thứ trưởng, every other one phó.
const MARK = /(?<![\p{L}])(?<mark>KT|K\/T|TM|T\/M|TL|T\/L|TUQ|T\/UQ)(?<dot>[.,]?)(?=[ ./,:]|\p{Lu}{2}|$)/gu

/**
 * `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`: a deputy signs in the head's place, and the head is named; `TM.` goes before a body, `TL.` and `TUQ.`
 * before an office.
 */
export const signerAuthority: Rule = {
  id: 'signer-authority',
  severity: 'error',
  component: 'signer',
  check: ({ plan: { signer, coSigners }, regime }) =>
    [...(signer === null ? [] : [signer]), ...coSigners].flatMap((one) => checkSigner(one, regime.body)),
}

function checkSigner({ authority, title, span }: Signer, body: Body): Departure[] {
  const party = body !== 'state'
  const departures: Departure[] = []
  const printed = authority ?? ''
  const marks = [...printed.matchAll(MARK)].map(({ groups }) => ({
    mark: (groups?.mark ?? '').replace('/', ''),
    dotted: groups?.dot === '.' || party,
  }))
  const deputy = title !== null && DEPUTY.test(fold(title))
  const inPlace = marks.some(({ mark }) => mark === 'KT')
  if (inPlace && title !== null && !deputy) {
    departures.push({ message: `KT. is signed by a deputy, and ${title} is none.`, span })
  }
  // A standing committee has deputies of its own, who sign for it.
  const collegiate = /^T\/?M[., ]+(?:BAN|THƯỜNG TRỰC|ĐẢNG ỦY|CHI ỦY)/u.test(printed)
  const delegated = marks.some(({ mark }) => mark === 'TUQ' || mark === 'TL')
  if (!party && !inPlace && !collegiate && !delegated && title !== null && /^(?:pho|thu truong)(?![\p{L}])/u.test(fold(title))) {
    departures.push({ message: `${title} signs in the place of the head: KT. and the head’s title stand above.`, span })
  }
  const head = inPlace ? /KT[., ]\s{0,9}(?<head>[^.]{1,200})$/u.exec(printed)?.groups?.head?.trim() : undefined
  if (inPlace && head === undefined && !party) departures.push({ message: 'Behind KT. stands the title of the head.', span })
  if (head !== undefined && deputy && title !== null && !sameOffice(head, title)) {
    departures.push({ message: `The deputy’s title ${title} is not that of a deputy of ${head}.`, span })
  }
  if (marks.some(({ dotted }) => !dotted)) {
    departures.push({ message: 'A full stop stands behind the mark of authority: TM., KT., TL., TUQ.', span, severity: 'info' })
  }
  return departures
}

/** `CHỦ TỊCH` and `PHÓ CHỦ TỊCH`; `BỘ TRƯỞNG` and `THỨ TRƯỞNG`; additions (`THƯỜNG TRỰC`, `PHỤ TRÁCH`) apart. */
function sameOffice(head: string, deputy: string): boolean {
  const office = fold(head).replace(/\s+/gu, ' ').trim()
  const under = fold(deputy)
    .replace(/\s+/gu, ' ')
    .replace(/^(?:pho|quyen|q\.) ?/u, '')
    .trim()
  if (/^bo truong/u.test(office)) return /^thu truong/u.test(under)
  const short = office.length < under.length ? office : under
  const long = short === office ? under : office
  return long.startsWith(short) || similarWords(office, under)
}

/** A scan spoils a letter here and there: half of the words agree. */
function similarWords(a: string, b: string): boolean {
  const words = a.split(' ')
  return words.filter((word) => b.split(' ').includes(word)).length * 2 >= words.length
}
