import type { Task, TimeExpression } from '../src/schema/fields.ts'

const SIGNS: Record<TimeExpression['relation'], string> = { on: '', before: '<', by: '≤', after: '>', from: '≥' }

/** A time in the fewest signs: `<2024-12-15`, `2024-03..2024-12`, `P15D after …`, `P1M day 15`. */
export function showTime({ kind, relation, iso, start, end, delay, repeats, part }: TimeExpression): string {
  const place = part === null ? '' : `${part} of `
  const date = kind === 'range' ? `${start ?? ''}..${end ?? ''}` : `${SIGNS[relation]}${place}${iso ?? ''}`
  const counted =
    delay && `${delay.relation} ${delay.duration ?? 'event'}${delay.workingDays ? ' working' : ''}${delay.event ? `: ${delay.event}` : ''}`
  return [date, counted, repeats && showRepetition(repeats)].filter(Boolean).join(' ').trim()
}

export function showRepetition({ unit, every, times, day, weekday, month, monthOf }: NonNullable<TimeExpression['repeats']>): string {
  return [every ?? unit, times && `×${times}`, weekday && `weekday ${weekday}`, day && `day ${day}`, month && `month ${month}`, monthOf]
    .filter(Boolean)
    .join(' ')
}

const list = (values: readonly string[]): string => (values.length === 0 ? '-' : values.join('; ').replace(/\s+/gu, ' '))

/** A task on one line: path, who leads, joins in and checks, all its times (the deadline starred), what it makes, and how much. */
export function showTask({ path, lead, coordinate, check, times, deadline, products, quantities }: Task): string {
  const isDeadline = (time: TimeExpression): boolean =>
    deadline !== null && time.span.start <= deadline.span.start && deadline.span.end <= time.span.end
  const relation = { 'at-least': '≥', 'at-most': '≤', exactly: '', about: '~' }
  return [
    path,
    list(lead),
    list(coordinate),
    list(check),
    list(times.map((time) => `${isDeadline(time) ? '*' : ''}${showTime(time)}`)),
    list(products.map(({ raw }) => raw)),
    list(quantities.map((each) => `${relation[each.relation]}${each.value} ${each.unit}${each.per === null ? '' : `/${each.per}`}`)),
  ].join(' | ')
}

/** Each name once, with the body that it means. */
export function showBodies(tasks: readonly Task[]): string[] {
  const names = new Map(tasks.flatMap(({ bodies }) => bodies).map(({ name, canonical }) => [name, canonical]))
  return [...names].flatMap(([name, canonical]) => (canonical === null ? [] : [`= ${name} → ${canonical}`]))
}
