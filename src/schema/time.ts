import { z } from 'zod'
import { Found } from './found.ts'

export const Precision = z.enum(['day', 'month', 'quarter', 'year'])
export type Precision = z.infer<typeof Precision>

/** A time as printed, and as an ISO 8601 date (`2024-03-27`), month (`2024-03`), quarter (`2024-Q3`) or year. */
export const When = Found.extend({ iso: z.string().nullable(), precision: Precision.nullable() })
export type When = z.infer<typeof When>

export const RecurrenceUnit = z.enum(['week', 'month', 'quarter', 'half-year', 'year', 'regular'])
export type RecurrenceUnit = z.infer<typeof RecurrenceUnit>

/** How often a thing comes back. `regular` has no period of those: each day, at meetings, without a break. */
export const Repetition = z.object({
  unit: RecurrenceUnit,
  /** The period as an ISO 8601 duration (`P1M`, `P3M`, `P2W`); null where none is named. */
  every: z.string().nullable(),
  /** How many times in each period. */
  times: z.int().nullable(),
  /** The day of the month, the day of the week (1 is Monday) and the month of the year on which it falls. */
  day: z.int().nullable(),
  weekday: z.int().nullable(),
  month: z.int().nullable(),
  /** Which month of the quarter, or the one after the period. */
  monthOf: z.enum(['first', 'last', 'next']).nullable(),
})
export type Repetition = z.infer<typeof Repetition>

export const Recurrence = Found.extend(Repetition.shape)
export type Recurrence = z.infer<typeof Recurrence>

/** A time counted from an event: `trong vòng 15 ngày làm việc kể từ ngày nhận hồ sơ`. */
export const Delay = z.object({
  relation: z.enum(['within', 'after', 'before']),
  /** ISO 8601: `P15D`, `PT24H`; null for `sau khi …`. */
  duration: z.string().nullable(),
  workingDays: z.boolean(),
  /** What it is counted from, as printed; null where the text leaves that out. */
  event: z.string().nullable(),
})
export type Delay = z.infer<typeof Delay>

/**
 * A deadline or period in all that it says. `iso` is the day, month, quarter or year named, of a range its last; `start` and `end` are the two
 * ends in the same notation, null where the time is open on that side (`trước ngày 15/12` has no start) or has no place in the calendar.
 */
export const TimeExpression = When.extend({
  kind: z.enum(['date', 'range', 'relative', 'recurring', 'continuous']),
  /** `before` excludes what is named, `by` includes it; so do `after` and `from`. */
  relation: z.enum(['on', 'before', 'by', 'after', 'from']),
  /** The part of the period named: `đầu quý II`, `cuối năm`, `khoảng tháng 5`. */
  part: z.enum(['start', 'middle', 'end', 'about']).nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** Whether the year was taken from the plan, for the text leaves it out. */
  yearInferred: z.boolean(),
  delay: Delay.nullable(),
  repeats: Repetition.nullable(),
})
export type TimeExpression = z.infer<typeof TimeExpression>

/** A time that the plan sets outside its tasks, goals and schedule; `section` is the path where it stands, null before the first section. */
export const PlacedTime = TimeExpression.extend({ section: z.string().nullable() })
export type PlacedTime = z.infer<typeof PlacedTime>
