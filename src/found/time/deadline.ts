import type { TimeExpression } from '../../schema/time.ts'
import type { Clause } from '../clause.ts'
import type { TimeReference } from './reference.ts'
import { findRelative } from './relative.ts'
import { type DatedTime, findDated } from './times.ts'

/**
 * The deadline printed in `clause`, or null. `raw` is the whole phrase (`trước ngày 16/11/2017`, `Từ ngày …
 * đến ngày …`); `iso` is its last day, month, quarter or year, with a year left out taken from `reference`.
 */
export function findDeadline(clause: Clause, reference: TimeReference): TimeExpression | null {
  return pickDeadline(findDated(clause, reference), findRelative(clause))
}

const SURE = 3

/** The time that the most outright words lead; one within so many days comes before one that only names a day. */
export function pickDeadline(dated: readonly DatedTime[], relative: readonly TimeExpression[]): TimeExpression | null {
  let best: DatedTime | null = null
  for (const candidate of dated) if (isDue(candidate) && (best === null || candidate.score > best.score)) best = candidate
  if (best !== null && best.score >= SURE) return best.time
  const counted = relative.filter(({ delay }) => delay?.duration != null)
  return counted.find(({ delay }) => delay?.relation === 'within') ?? best?.time ?? counted[0] ?? null
}

/** A start alone is no deadline, and a year only where the text says that it is one. */
function isDue({ time }: DatedTime): boolean {
  if (time.relation === 'after') return false
  return (
    time.precision !== 'year' || (time.kind === 'date' && /\d/u.test(time.raw) && /^(?:trong|hết|đến hết|xong|trước|chậm)/iu.test(time.raw))
  )
}
