import type { AdministrativeUnit, Found, Issuer, When } from '../../schema/fields.ts'
import { compareKey } from '../../vietnamese/letters.ts'
import { type GazetteerUnit, unitsOn } from './gazetteer.ts'
import { unitOfBody } from './place-of.ts'
import { MERGER } from './provinces.ts'

type Place = Found & { name: string; unit?: AdministrativeUnit | null }

/** Issuer and place with the unit that each is of on the document's day; null where gazetteer and text (`folded`) do not tell which. */
export function resolveUnits<Of extends Issuer | null>(
  issuer: Of,
  place: Place | null,
  date: When | null,
  folded = '',
): { issuer: Of; place: Place | null } {
  const day = dayOf(date)
  const own = issuer === null || day === null ? null : unitOfIssuer(issuer, place, day, folded)
  return {
    issuer: issuer === null ? issuer : { ...issuer, unit: toUnit(own) },
    place: place === null ? null : { ...place, unit: toUnit(day === null ? null : unitOfPlace(place.name, own, day)) },
  }
}

/** A day that the date falls on; the year of the merger alone does not tell which units stood. */
function dayOf(date: When | null): string | null {
  if (date?.iso == null) return null
  if (date.precision === 'day') return date.iso
  const year = date.iso.slice(0, 4)
  return year === MERGER.slice(0, 4) ? null : `${year}-12-31`
}

/** The unit in the body's own name, else in that of the body above it: `SỞ Y TẾ` under `UBND TỈNH BÌNH DƯƠNG`. */
function unitOfIssuer({ name, parent }: Issuer, place: Place | null, day: string, folded: string): GazetteerUnit | null {
  const above = [...(parent === null ? [] : [parent]), ...(place === null ? [] : [`tỉnh ${place.name}`, `thành phố ${place.name}`])]
  return (
    unitOfBody(name, above, day, folded) ??
    (parent === null ? null : unitOfBody(parent, above.slice(1), day, folded)) ??
    provinceOf([name, parent ?? ''], day)
  )
}

//  SỞ Y TẾ PHÚ THỌ
//          ^^^^^^^
const DEPARTMENT = /^(?:sở|chi cục) /u

/** The province that a department's name ends in without saying `tỉnh`. */
function provinceOf(names: readonly string[], day: string): GazetteerUnit | null {
  for (const name of names.map(compareKey).filter((key) => DEPARTMENT.test(key))) {
    const words = name.split(' ')
    for (let count = Math.min(5, words.length - 2); count > 0; count--) {
      const ending = words.slice(-count).join(' ')
      const [province] = ['tỉnh', 'thành phố'].flatMap((kind) => unitsOn(day, kind, ending)).filter(({ level }) => level === 'province')
      if (province !== undefined) return province
    }
  }
  return null
}

/** The place is the issuer's unit or one above it; else a province of that name. */
function unitOfPlace(name: string, own: GazetteerUnit | null, day: string): GazetteerUnit | null {
  for (let unit = own; unit !== null; unit = unit.parent) if (compareKey(unit.name) === compareKey(name)) return unit
  const provinces = ['tỉnh', 'thành phố'].flatMap((kind) => unitsOn(day, kind, name)).filter(({ level }) => level === 'province')
  return provinces.length === 1 ? (provinces[0] ?? null) : null
}

function toUnit(unit: GazetteerUnit | null): AdministrativeUnit | null {
  if (unit === null) return null
  const above: string[] = []
  for (let over = unit.parent; over !== null; over = over.parent) above.push(nameOf(over))
  return { level: unit.level, code: unit.code, name: nameOf(unit), parent: above.length === 0 ? null : above.join(', ') }
}

const nameOf = ({ kind, name }: GazetteerUnit): string => `${kind} ${name}`
