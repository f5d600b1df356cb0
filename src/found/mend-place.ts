import type { Found, Issuer } from '../schema/fields.ts'
import { capitalise, compareKey } from '../vietnamese/letters.ts'
import { foldAligned, type TextDocument } from './document.ts'
import { PROVINCES } from './gazetteer/provinces.ts'
import { withinOneEdit } from './vocabulary/similarity.ts'

type Place = Found & { name: string }

/** A place with other marks than the unit that the issuer's name ends in, or one letter off a province that the issuer's name tells (`Xiên Giang` under `UBND TỈNH KIÊN GIANG`) is that province; `raw` stays. */
export function mendPlace(place: Place | null, issuer: Issuer | null): Place | null {
  if (place === null || issuer === null) return place
  const folded = foldAligned(place.name)
  for (const body of [issuer.name, issuer.parent ?? '']) {
    const own = PLACE.exec(foldAligned(body))?.groups?.name
    if (own === undefined || own.length < 4 || !withinOneEdit(own, folded)) continue
    const printed = body.slice(body.length - own.length)
    if (compareKey(printed) === compareKey(place.name)) return place
    return { ...place, name: printed.toLowerCase().split(' ').map(capitalise).join(' '), confidence: 0.8 }
  }
  const above = foldAligned(`${issuer.parent ?? ''} ${issuer.name}`)
  const province = PROVINCES.find(({ name }) => {
    const key = foldAligned(name)
    return above.includes(key) && withinOneEdit(key, folded)
  })
  return province === undefined || compareKey(province.name) === compareKey(place.name)
    ? place
    : { ...place, name: province.name, confidence: 0.8 }
}

const PLACE = /(?:^| )(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) (?<name>\S.{0,100})$/su

/**
 * The issuer with its place spelt as the body mostly spells it, where the letterhead stands alone against it (`PHƯỜNG HẢI HÓA` over a text that says
 * `phường Hải Hòa` twice or more): capitals are read worse than small letters. A name with signs in it is spelt as the place beside it.
 */
export function mendIssuer(issuer: Issuer | null, document: TextDocument, place: Place | null): Issuer | null {
  const name = issuer === null ? undefined : PLACE.exec(foldAligned(issuer.name))?.groups?.name
  if (issuer === null || name === undefined || name.length < 3) return issuer
  const printed = issuer.name.slice(issuer.name.length - name.length)
  const spelling = commonest(document, name, issuer.span.end) ?? besides(name, place)
  if (spelling === null || compareKey(spelling) === compareKey(printed)) return issuer
  return {
    ...issuer,
    name: issuer.name.slice(0, -name.length) + (printed === printed.toUpperCase() ? spelling.toUpperCase() : spelling),
    confidence: 0.8,
  }
}

//  TỈNH TÂY 1'4/NH beside `Tây Ninh, ngày …`
const NO_NAME = /[\d/|\\()[\]{}<>*=+]/u

/** The name of the place, where `folded` has signs in it that no name has and is like it in length and one of its words. */
function besides(folded: string, place: Place | null): string | null {
  if (place === null || !NO_NAME.test(folded) || NO_NAME.test(place.name)) return null
  const words = foldAligned(place.name).split(' ')
  const alike = words.length > 1 && folded.split(' ').some((word) => word.length > 1 && words.includes(word))
  return alike && Math.abs(folded.length - place.name.length) <= 4 ? place.name : null
}

/** The spelling of `folded` that the text uses from `from` on, if it is used twice or more and more than twice as often as any other. */
function commonest(document: TextDocument, folded: string, from: number): string | null {
  const counts = new Map<string, { spelling: string; count: number }>()
  for (let at = document.folded.indexOf(folded, from); at >= 0; at = document.folded.indexOf(folded, at + folded.length)) {
    const spelling = document.flat.slice(at, at + folded.length)
    if (/[\p{L}\p{N}]/u.test(`${document.flat.charAt(at - 1)}${document.flat.charAt(at + folded.length)}`) || !/^\p{Lu}/u.test(spelling))
      continue
    const known = counts.get(compareKey(spelling))
    if (known === undefined) counts.set(compareKey(spelling), { spelling, count: 1 })
    else known.count++
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count)
  return first !== undefined && first.count >= 2 && first.count > 2 * (second?.count ?? 0) ? first.spelling : null
}
