import { z } from 'zod'
import { Found } from './found.ts'
import { Quantity } from './task.ts'
import { TimeExpression } from './time.ts'

/** A sum of money: `value` in đồng, `per` of what, as printed (`08 triệu đồng/ha`). */
export const Amount = Found.extend({
  value: z.number(),
  per: z.string().nullable(),
  /** Whether it is a whole of which others are parts: `tổng kinh phí`. */
  total: z.boolean(),
  /** From what it comes, as printed, where the text says that of this sum. */
  source: z.string().nullable(),
})
export type Amount = z.infer<typeof Amount>

/** What the plan says of money in one place: its section, the sums, and where they come from. */
export const Budget = Found.extend({
  section: z.string().nullable(),
  amounts: z.array(Amount),
  sources: z.array(Found.extend({ name: z.string() })),
  /** The plan says that it takes no money: `Không sử dụng kinh phí`. */
  none: z.boolean(),
})
export type Budget = z.infer<typeof Budget>

/** One statement of what the plan is for. `kind` is null where its heading names several (`MỤC ĐÍCH, YÊU CẦU`) and nothing under it parts them. */
export const Goal = Found.extend({
  section: z.string(),
  kind: z.enum(['purpose', 'requirement', 'objective', 'specific']).nullable(),
  text: z.string(),
  quantities: z.array(Quantity),
  /** Every time that it names, in order: `phấn đấu đến hết quý II/2024`. */
  times: z.array(TimeExpression),
})
export type Goal = z.infer<typeof Goal>

/** An appendix, form or list that belongs to the document: printed with it, or only spoken of. */
export const Attachment = Found.extend({
  kind: z.enum(['appendix', 'form', 'list', 'other']),
  label: z.string(),
  title: z.string().nullable(),
  /** Whether it stands in this document. */
  printed: z.boolean(),
  /** Where the text speaks of it. */
  mentions: z.array(Found),
})
export type Attachment = z.infer<typeof Attachment>

/** One step of who signs for whom, top to bottom: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
export const SigningStep = z.object({
  /** `TM` for a body, `Q` acting, `KT` in the head's place, `TL` by order, `TUQ` by mandate; null for the signer's own office. The party's `T/M` is `TM`. */
  mark: z.enum(['TM', 'Q', 'KT', 'TL', 'TUQ']).nullable(),
  office: z.string(),
})
export type SigningStep = z.infer<typeof SigningStep>
