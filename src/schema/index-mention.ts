import { z } from 'zod'
import { Found } from './found.ts'

/**
 * What a plan wants of an index, or says that it was: `phấn đấu PAR INDEX thuộc nhóm 10`, `tăng 2 bậc so với năm 2023`, `đạt trên 90%`.
 * `raw` is the phrase with the figure.
 */
export const IndexTarget = Found.extend({
  /** `result` for what has been reached: `năm 2023 đạt 87%, xếp thứ 15/63`. */
  kind: z.enum(['target', 'result']),
  /** Whether the figure is a state (`level`) or by how much it changes. */
  change: z.enum(['level', 'up', 'down']),
  /** Of a rank, `at-least` means this place or a better one. */
  comparator: z.enum(['equal', 'at-least', 'more-than', 'at-most', 'less-than']),
  /** Null for a group known by a name: `nhóm khá`, `nhóm dẫn đầu`. */
  value: z.number().nullable(),
  /** The upper end of `1-2 bậc`. */
  upper: z.number().nullable(),
  /** `group`: among so many best; `rank`: the place; `places`: how many places up or down. */
  unit: z.enum(['percent', 'points', 'rank', 'places', 'group']),
  /** The year for which it holds, and the one that it is compared with, where the sentence names them. */
  year: z.string().nullable(),
  comparedWith: z.string().nullable(),
})
export type IndexTarget = z.infer<typeof IndexTarget>

/** An index named in the text: `PAR_INDEX`, `SIPAS`, …, or the acronym that the text gives to one of no list. */
export const IndexMention = z.object({ code: z.string(), name: z.string(), mentions: z.array(Found), targets: z.array(IndexTarget) })
export type IndexMention = z.infer<typeof IndexMention>
