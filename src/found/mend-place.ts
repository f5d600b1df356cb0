import type { Found, Issuer } from '../schema/fields.ts'
import { foldAligned } from './document.ts'
import { PROVINCES } from './gazetteer/provinces.ts'
import { withinOneEdit } from './vocabulary/similarity.ts'

type Place = Found & { name: string }

/** A place one letter off a province that the issuer's name tells (`Xiên Giang` under `UBND TỈNH KIÊN GIANG`) is that province; `raw` stays. */
export function mendPlace(place: Place | null, issuer: Issuer | null): Place | null {
  if (place === null || issuer === null) return place
  const folded = foldAligned(place.name)
  const above = foldAligned(`${issuer.parent ?? ''} ${issuer.name}`)
  const province = PROVINCES.find(({ name }) => {
    const key = foldAligned(name)
    return above.includes(key) && withinOneEdit(key, folded)
  })
  return province === undefined || foldAligned(province.name) === folded ? place : { ...place, name: province.name, confidence: 0.8 }
}
