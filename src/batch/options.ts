import { availableParallelism, totalmem } from 'node:os'
import { ENGINES, type EngineName } from '../pages/engine.ts'
import { whatIsMissing } from '../pages/installed.ts'
import { KehoachError } from '../schema/error.ts'

export interface BatchOptions {
  /** The folder for the Plans and `manifest.ndjson`; it is made where it is missing. */
  out: string
  /** How many documents are read at a time, each in a process of its own; as many as there are cores and memory unless told. */
  jobs?: number
  /** Read again what an earlier run has read. */
  force?: boolean
  /** The recogniser of print; `tesseract.js` unless told. */
  engine?: EngineName
  /** Milliseconds that the reading of one page may take; 120,000 unless told. */
  pageTimeoutMs?: number
  /** Milliseconds that one document may take; 3,600,000 unless told, 0 for no limit. */
  documentTimeoutMs?: number
  /** Megabytes of memory that one worker may take; 1,024 unless told. */
  memoryMb?: number
  /** Ends the batch: what is being read is dropped, the manifest is finished, and the iteration throws `ABORTED`. */
  signal?: AbortSignal
}

export type Settings = Required<Omit<BatchOptions, 'signal'>> & { signal: AbortSignal | undefined }

const MEGABYTE = 1024 * 1024

/** The options with their defaults. @throws KehoachError `INVALID_ARGUMENT`, also for an engine that is not installed. */
export function checkOptions(options: BatchOptions): Settings {
  const memoryMb = options.memoryMb ?? 1024
  const settings: Settings = {
    out: options.out,
    jobs: options.jobs ?? Math.max(1, Math.min(availableParallelism(), Math.floor(freeForWorkers() / memoryMb))),
    force: options.force ?? false,
    engine: options.engine ?? 'tesseract.js',
    pageTimeoutMs: options.pageTimeoutMs ?? 120_000,
    documentTimeoutMs: options.documentTimeoutMs ?? 3_600_000,
    memoryMb,
    signal: options.signal,
  }
  if (typeof settings.out !== 'string' || settings.out === '') throw invalid('out', 'the path of a folder')
  if (!Number.isInteger(settings.jobs) || settings.jobs < 1) throw invalid('jobs', 'a whole number from 1')
  if (!ENGINES.includes(settings.engine)) throw invalid('engine', ENGINES.join(' or '))
  // Now, and not document by document.
  const missing = settings.engine === 'tesseract' ? whatIsMissing() : null
  if (missing !== null) throw new KehoachError('INVALID_ARGUMENT', missing)
  if (!(settings.pageTimeoutMs > 0)) throw invalid('pageTimeoutMs', 'a number over 0')
  if (!(settings.documentTimeoutMs >= 0)) throw invalid('documentTimeoutMs', 'a number from 0')
  if (!(settings.memoryMb >= 128)) throw invalid('memoryMb', 'a number from 128')
  return settings
}

/**
 * Bytes that all workers of a batch may hold: less than their limits together, for few documents are large, and those are read alone.
 * Two jobs and the process that leads them then stay under 1.2 GB.
 */
export function memoryTogether({ jobs, memoryMb }: Pick<Settings, 'jobs' | 'memoryMb'>): number {
  const share = Math.max(memoryMb * 0.47, Math.min(memoryMb, ORDINARY))
  return jobs * share * MEGABYTE
}

/** Megabytes that a worker takes at most for ordinary documents. */
const ORDINARY = 480

const invalid = (name: string, wanted: string) => new KehoachError('INVALID_ARGUMENT', `${name} must be ${wanted}.`)

/** Megabytes; a container may have less than the machine. */
function freeForWorkers(): number {
  const constrained = process.constrainedMemory?.() ?? 0
  return (constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()) / MEGABYTE
}
