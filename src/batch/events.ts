import type { ManifestRecord } from './manifest.ts'

export interface BatchSummary {
  documents: number
  /** Read in this run. */
  read: number
  /** Failed, in this run or in an earlier one that is not repeated. */
  failed: number
  /** Of those failed, the ones of an earlier run. */
  failedEarlier: number
  /** Read in an earlier run. */
  skipped: number
  /** Pages read in this run. */
  pages: number
  /** Of this run. */
  seconds: number
  /** Why documents failed. */
  errors: Record<string, number>
  /** Documents read, now or earlier, whose Plan warns of something. */
  warned: number
  /** How many of them give each warning. */
  warnings: Record<string, number>
  /** Most megabytes that the workers and this process held together; 0 where the system does not tell. */
  peakMemoryMb: number
}

/** What happens in a batch, in order. */
export type BatchEvent =
  /** The inputs are known. */
  | { type: 'start'; documents: number; jobs: number }
  /** A worker, by its process number, begins to read a document. */
  | { type: 'open'; input: string; pid: number | undefined }
  | { type: 'page'; input: string; page: number; pageCount: number }
  /** The worker was lost; the document is tried once more in another. */
  | { type: 'retry'; input: string; message: string }
  /** A document is done; `isEarlier` where a run before this one did it. */
  | { type: 'document'; record: ManifestRecord; isEarlier: boolean }
  /** The manifest is finished. */
  | { type: 'end'; summary: BatchSummary }
