import { z } from 'zod'
import { Found } from './found.ts'
import { Span } from './geometry.ts'
import { Recurrence, TimeExpression } from './time.ts'

/** A body that a duty names: `name` as printed there or in the heading above. */
export const TaskBody = z.object({
  role: z.enum(['lead', 'coordinate', 'check']),
  name: z.string(),
  /** Its whole name, said from the issuer (`Văn phòng Sở` of `SỞ NỘI VỤ` is `Văn phòng Sở Nội vụ tỉnh Bình Phước`); null for several bodies at once. */
  canonical: z.string().nullable(),
  span: Span.nullable(),
})
export type TaskBody = z.infer<typeof TaskBody>

/** What a duty brings forth: `kind` is the word for it in small letters (`báo cáo`, `kế hoạch`, `danh sách`). */
export const Product = Found.extend({ kind: z.string() })
export type Product = z.infer<typeof Product>

/** How much of something a duty asks for: `ít nhất 02 tin/tháng`, `từ 95% trở lên`. */
export const Quantity = Found.extend({
  relation: z.enum(['at-least', 'at-most', 'exactly', 'about']),
  value: z.number(),
  /** `%`, or what is counted, as printed. */
  unit: z.string(),
  /** The period or thing that it is asked of each: `tháng`, `xã`. */
  per: z.string().nullable(),
})
export type Quantity = z.infer<typeof Quantity>

/** One assigned duty: a clause or dash of the part that assigns work. */
export const Task = Found.extend({
  section: z.string(),
  /** The clause's own place in the outline, dashes included (`V.1.-2`), and that of the clause over it. */
  path: z.string(),
  parent: z.string().nullable(),
  lead: z.array(z.string()),
  coordinate: z.array(z.string()),
  /** Who is asked to check, follow or urge on. */
  check: z.array(z.string()),
  bodies: z.array(TaskBody),
  action: z.string(),
  products: z.array(Product),
  quantities: z.array(Quantity),
  deadline: TimeExpression.nullable(),
  recurrence: Recurrence.nullable(),
  /** Every time that the duty names, in order. */
  times: z.array(TimeExpression),
})
export type Task = z.infer<typeof Task>

/** A row of a schedule or table of tasks, its cells as printed. */
export const ScheduleRow = Found.extend({
  content: z.string(),
  form: z.string().nullable(),
  lead: z.string().nullable(),
  coordinate: z.string().nullable(),
  time: z.string().nullable(),
  product: z.string().nullable(),
  /** What `time` says: its deadline, or else its first time; and all of them. */
  when: TimeExpression.nullable(),
  times: z.array(TimeExpression),
  /** The bodies of `lead` and `coordinate`, one by one; their place is the row's. */
  bodies: z.array(TaskBody),
})
export type ScheduleRow = z.infer<typeof ScheduleRow>
