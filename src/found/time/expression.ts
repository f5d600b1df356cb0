import type { Precision, TimeExpression, When } from '../../schema/time.ts'

/** The parts of a time that the text states; a quarter has no month, and a bare day has neither month nor year. */
export interface TimeParts {
  day?: number
  month?: number
  quarter?: number
  year?: number
}

/** The ISO 8601 value of `parts` (`2024-03-27`, `2024-03`, `2024-Q3`, `2024`), or null where the year is not known or no such day exists. */
export function toIso(parts: TimeParts): { iso: string; precision: Precision } | null {
  const { day, month, quarter, year } = parts
  if (year === undefined || year < 1900 || year > 2199) return null
  const pad = (value: number): string => String(value).padStart(2, '0')
  if (quarter !== undefined) return quarter >= 1 && quarter <= 4 ? { iso: `${year}-Q${quarter}`, precision: 'quarter' } : null
  if (month === undefined) return day === undefined ? { iso: String(year), precision: 'year' } : null
  if (month < 1 || month > 12) return null
  if (day === undefined) return { iso: `${year}-${pad(month)}`, precision: 'month' }
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return { iso: `${year}-${pad(month)}-${pad(day)}`, precision: 'day' }
}

/** A `When` for `text.slice(start, end)`. */
export function toWhen(text: string, start: number, end: number, parts: TimeParts | null, confidence: number): When {
  const value = parts === null ? null : toIso(parts)
  return {
    raw: text.slice(start, end),
    span: { start, end },
    confidence,
    iso: value?.iso ?? null,
    precision: value?.precision ?? null,
  }
}

/** A time of `text.slice(start, end)` that has no place in the calendar; what it says is added by its reader. */
export function toExpression(text: string, start: number, end: number, kind: TimeExpression['kind'], confidence: number): TimeExpression {
  return {
    raw: text.slice(start, end),
    span: { start, end },
    confidence,
    iso: null,
    precision: null,
    kind,
    relation: 'on',
    part: null,
    start: null,
    end: null,
    yearInferred: false,
    delay: null,
    repeats: null,
  }
}

/** The ends of a time from its two parts: a time before or by something has no start, one after or from something no end. */
export function toEnds(
  relation: TimeExpression['relation'],
  from: TimeParts,
  to: TimeParts | null,
): { start: string | null; end: string | null } {
  const first = toIso(from)?.iso ?? null
  const last = to === null ? first : (toIso(to)?.iso ?? null)
  if (to === null && (relation === 'before' || relation === 'by')) return { start: null, end: last }
  if (to === null && (relation === 'after' || relation === 'from')) return { start: first, end: null }
  return { start: first, end: last }
}
