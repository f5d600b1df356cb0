import type { Plan } from '../../schema/plan.ts'

/** A field of a metadata record: text up to its length, a group of fields, or a group that repeats. */
export type Field = { name: string; value: string | null } | { name: string; fields: Field[] }

/** Cut to the length that appendix VI gives the field, at a word, with `…` where something is lost. */
export function cut(value: string | null | undefined, length: number): string | null {
  if (value == null || value === '') return null
  if (value.length <= length) return value
  const kept = value.slice(0, length - 1)
  const space = kept.lastIndexOf(' ')
  return `${(space > length / 2 ? kept.slice(0, space) : kept).trimEnd()}…`
}

/** `DD/MM/YYYY`, ten characters, as the state prints dates; null unless the day is known. */
export function date10(date: Plan['date']): string | null {
  if (date === null || date.iso === null || date.precision !== 'day') return null
  const [year, month, day] = date.iso.split('-')
  return `${day}/${month}/${year}`
}
