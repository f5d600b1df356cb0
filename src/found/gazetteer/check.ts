import type { Issuer, When } from '../../schema/fields.ts'
import type { Warning } from '../../schema/warning.ts'
import { foldAligned } from '../document.ts'
import { unitsOn } from './gazetteer.ts'
import { outOfItsTime } from './lifetimes.ts'
import { namedUnit } from './place-of.ts'
import { MERGER, PROVINCES } from './provinces.ts'

const DISTRICT = /(?:^| )(?:huyen|quan|thi xa) /u
const PROVINCE = /(?:^| )(?:tinh|thanh pho|tp\.?) (?<name>.+)$/su

/** A warning where the issuer, or the body above it, did not exist on the document's day: a district, or a province merged away, since 1 July 2025; a department that was merged, or not yet made. */
export function checkIssuer(issuer: Issuer | null, date: When | null): Warning[] {
  if (issuer === null || date?.iso == null || date.precision !== 'day') return []
  const gone = communeGone(issuer, date.iso)
  if (gone !== null) return [{ code: 'ANACHRONISTIC_BODY', message: gone, span: issuer.span }]
  for (const name of [issuer.name, issuer.parent ?? '']) {
    const message = outOfItsTime(name, date.iso)
    if (message !== null) return [{ code: 'ANACHRONISTIC_BODY', message, span: issuer.span }]
  }
  if (date.iso < MERGER) return []
  for (const name of [issuer.name, issuer.parent ?? '']) {
    const folded = foldAligned(name)
    const province = PROVINCE.exec(folded)?.groups?.name
    const merged =
      province === undefined ? undefined : PROVINCES.find((entry) => entry.mergedInto !== undefined && foldAligned(entry.name) === province)
    if (merged !== undefined) {
      const message = `${merged.name} has been part of ${merged.mergedInto} since ${MERGER}.`
      return [{ code: 'ANACHRONISTIC_BODY', message, span: issuer.span }]
    }
    if (DISTRICT.test(folded) && !/quan khu|quan doan|quan su/u.test(folded)) {
      return [{ code: 'ANACHRONISTIC_BODY', message: `There have been no districts since ${MERGER}.`, span: issuer.span }]
    }
  }
  return []
}

const BEFORE_MERGER = '2025-06-30'

/** A commune that the list of the day does not hold, and the other one does; special zones (đặc khu) began with the merger. */
function communeGone({ name }: Issuer, day: string): string | null {
  const named = namedUnit(name)
  if (named === null || !/^(?:xã|phường|thị trấn|đặc khu)$/u.test(named.kind)) return null
  if (day < MERGER) return named.kind === 'đặc khu' ? `There were no special zones before ${MERGER}.` : null
  if (unitsOn(day, named.kind, named.name).length > 0 || unitsOn(BEFORE_MERGER, named.kind, named.name).length === 0) return null
  return `There has been no ${named.kind} of this name since ${MERGER}.`
}
