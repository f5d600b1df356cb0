import type { ScheduleRow } from '../../schema/fields.ts'
import { identity, place, real, table, text } from './table.ts'

export const schedule = table<ScheduleRow>('schedule', ({ plan }) => plan.schedule, [
  ...identity<ScheduleRow>('r'),
  text('content', ({ content }) => content),
  text('form', ({ form }) => form),
  text('lead', ({ lead }) => lead),
  text('coordinate', ({ coordinate }) => coordinate),
  text('time', ({ time }) => time),
  text('product', ({ product }) => product),
  ...place<ScheduleRow>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
