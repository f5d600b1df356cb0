import type { ScheduleRow } from '../../schema/fields.ts'
import { identity, place, real, table, text } from './table.ts'

export const schedule = table<ScheduleRow>('schedule', ({ plan }) => plan.schedule, [
  ...identity<ScheduleRow>('r'),
  text('content', ({ content }) => content),
  text('form', ({ form }) => form),
  text('lead', ({ lead }) => lead),
  text('coordinate', ({ coordinate }) => coordinate),
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
