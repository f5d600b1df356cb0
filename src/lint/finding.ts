import type { Span } from '../schema/geometry.ts'

/** `error`: the document lacks what it must have; `warning`: it is there and malformed, or could not be read; `info`: a matter of form. */
export type Severity = 'error' | 'warning' | 'info'

/** One departure from the rules of form that hold for the document. */
export interface LintFinding {
  /** The rule, by a name that stays. */
  rule: string
  severity: Severity
  message: string
  /** The text that is departed from, with its article: `Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 điểm c; Phụ lục I, phần I, mục II.3`. */
  article: string
  /** The stretch of the Plan's text, and its page and line from 1; null for what is missing. */
  span: Span | null
  page: number | null
  line: number | null
}
