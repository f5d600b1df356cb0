import type { ScheduleRow, TaskBody } from '../../schema/fields.ts'
import { identity, joined, place, real, table, text } from './table.ts'

/** Each body by its whole name, or as printed where that is not known. */
const whole = (bodies: readonly TaskBody[], role: TaskBody['role']): string[] =>
  bodies.filter((body) => body.role === role).map(({ name, canonical }) => canonical ?? name)

export const schedule = table<ScheduleRow>('schedule', ({ plan }) => plan.schedule, [
  ...identity<ScheduleRow>('r'),
  text('content', ({ content }) => content),
  text('form', ({ form }) => form),
  text('lead', ({ lead }) => lead),
  text('coordinate', ({ coordinate }) => coordinate),
  text('lead_bodies', ({ bodies }) => joined(whole(bodies, 'lead'))),
  text('coordinate_bodies', ({ bodies }) => joined(whole(bodies, 'coordinate'))),
  text('time', ({ time }) => time),
  text('time_iso', ({ when }) => when?.iso ?? null),
  text('time_relation', ({ when }) => when?.relation ?? null),
  text('time_first', ({ when }) => when?.start ?? null),
  text('time_last', ({ when }) => when?.end ?? null),
  text('time_every', ({ when }) => when?.repeats?.every ?? null),
  text('product', ({ product }) => product),
  ...place<ScheduleRow>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
