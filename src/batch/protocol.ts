import type { EngineName } from '../pages/index.ts'
import type { ErrorCode } from '../schema/error.ts'

/** What the parent asks of a worker: one document at a time. */
export interface Request {
  path: string
  /** Where to write the Plan; the parent moves it into its place. */
  partial: string
  engine: EngineName
  /** Milliseconds. */
  pageTimeout: number
}

/** What a worker tells its parent. */
export type Message =
  | { type: 'ready' }
  | { type: 'memory'; bytes: number }
  /** Pages have a time limit from now on, each. */
  | { type: 'paged' }
  | { type: 'page'; page: number; pageCount: number }
  | Result

export type Result =
  | { type: 'read'; sha256: string; pages: number; warnings: Record<string, number> }
  | { type: 'failed'; code: ErrorCode; message: string }
  /** The Plan could not be written: no document will fare better. */
  | { type: 'unwritable'; message: string }
  /** A fault of ours. */
  | { type: 'broken'; message: string }
