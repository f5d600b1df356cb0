import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from '../../package.json'
import { type ErrorCode, KehoachError } from '../schema/error.ts'
import type { BatchEvent } from './events.ts'
import { moveInto } from './files.ts'
import type { OutputFolder } from './folder.ts'
import { inspectFile } from './input-file.ts'
import type { Manifest, ManifestRecord } from './manifest.ts'
import type { Assignment } from './names.ts'
import type { Settings } from './options.ts'
import type { Turns } from './turns.ts'
import { type Outcome, WorkerProcess } from './worker-process.ts'

/** What the lanes of one batch share. */
export interface Batch {
  settings: Settings
  folder: OutputFolder
  manifest: Manifest
  /** Each lane takes the next. */
  documents: Iterator<Assignment>
  signal: AbortSignal
  emit: (event: BatchEvent) => void
  /** The workers at work, for whoever counts their memory. */
  workers: Set<WorkerProcess>
  turns: Turns
}

const MEGABYTE = 1024 * 1024

/** Errors that may be gone at the next run, which therefore tries those documents again. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['TIMEOUT', 'OCR_FAILED', 'WORKER_FAILED', 'UNREADABLE_INPUT'])

const NO_FILE: Outcome = { type: 'failed', code: 'UNREADABLE_INPUT', message: 'It is no regular file.' }

/** Reads documents one after another until none is left, with one worker at a time. */
export async function runLane(batch: Batch): Promise<void> {
  const lane = new Lane(batch)
  try {
    for (;;) {
      const { value: document, done } = batch.documents.next()
      if (done || batch.signal.aborted) return
      await lane.take(document)
    }
  } finally {
    await lane.close()
  }
}

class Lane {
  #batch: Batch
  #worker: WorkerProcess | null = null
  /** That the document at hand took, without the time that it waited. */
  #seconds = 0

  constructor(batch: Batch) {
    this.#batch = batch
  }

  async take(document: Assignment): Promise<void> {
    const { settings, manifest, folder, emit } = this.#batch
    const { sha256, isEndless } = await inspectFile(document.path)
    const earlier = manifest.records.get(document.input)
    if (earlier !== undefined && !settings.force && (await this.#isDone(earlier, sha256))) {
      emit({ type: 'document', record: earlier, isEarlier: true })
      return
    }
    this.#seconds = 0
    const partial = folder.partial()
    const outcome = isEndless ? NO_FILE : await this.#try(document, partial)
    if (outcome.type === 'stopped') return
    if (outcome.type === 'unwritable') throw new KehoachError('INVALID_ARGUMENT', `${folder.path} cannot be written to: ${outcome.message}`)
    const record = { ...toRecord(document, sha256, outcome, settings), seconds: Math.round(this.#seconds * 1000) / 1000 }
    if (record.error === 'MODEL_INVALID') throw new KehoachError('MODEL_INVALID', record.message ?? '')
    const target = join(folder.path, document.output)
    // First the Plan, then the line that says it is there: a kill in between costs one reading, never a Plan.
    if (record.status === 'read') await moveInto(partial, target)
    else await rm(target, { force: true })
    await manifest.add(record)
    emit({ type: 'document', record, isEarlier: false })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    if (worker === null) return
    await worker.end()
    this.#batch.workers.delete(worker)
  }

  /** Reads a document, once more in another process where the first was lost, and alone where it had no room beside others. */
  async #try(document: Assignment, partial: string): Promise<Outcome> {
    const { turns, emit } = this.#batch
    let [losses, isAlone] = [0, false]
    for (;;) {
      const read = () => this.#read(document, partial, isAlone)
      const outcome = await (isAlone ? turns.alone(read) : turns.share(read))
      if (outcome.type === 'crowded') isAlone = true
      else if (outcome.type === 'outgrown' && isAlone) return outcome
      else if ((outcome.type !== 'crashed' && outcome.type !== 'outgrown' && outcome.type !== 'broken') || ++losses === 2) return outcome
      emit({ type: 'retry', input: document.input, message: whyAgain(outcome) })
    }
  }

  async #read({ input, path }: Assignment, partial: string, isAlone: boolean): Promise<Outcome> {
    const { settings, signal, emit, workers } = this.#batch
    if (signal.aborted) return { type: 'stopped' }
    const memory = settings.memoryMb * MEGABYTE
    if (this.#worker?.state === 'ending') await this.close()
    if (isAlone) await Promise.all([...workers].map((worker) => worker.end()))
    this.#worker ??= new WorkerProcess({ pageTimeout: settings.pageTimeoutMs, documentTimeout: settings.documentTimeoutMs, memory })
    const worker = this.#worker
    workers.add(worker)
    emit({ type: 'open', input, pid: worker.pid })
    const started = performance.now()
    const request = { path, partial, engine: settings.engine, pageTimeout: settings.pageTimeoutMs }
    const outcome = await worker.read(request, signal, (page, pageCount) => emit({ type: 'page', input, page, pageCount }))
    this.#seconds += (performance.now() - started) / 1000
    // WebAssembly never gives memory back: after a document that took much, a new process takes less.
    if (!worker.isAlive || outcome.type === 'broken' || worker.memory > memory * RETIRE) await this.close()
    return outcome
  }

  async #isDone(record: ManifestRecord, sha256: string | null): Promise<boolean> {
    const { settings, folder } = this.#batch
    if (sha256 === null || record.sha256 !== sha256 || record.version !== version || record.engine !== settings.engine) return false
    if (record.error !== null) return !PASSING.has(record.error)
    return await stat(join(folder.path, record.output)).then(
      (found) => found.isFile(),
      () => false,
    )
  }
}

/** Part of its memory limit from which a worker is not given another document. */
const RETIRE = 0.45

function whyAgain(outcome: Outcome): string {
  if (outcome.type === 'crowded') return 'no room in memory beside the other documents; alone now'
  return outcome.type === 'outgrown' ? 'out of memory' : 'message' in outcome ? outcome.message : outcome.type
}

function toRecord(
  document: Assignment,
  sha256: string | null,
  outcome: Outcome,
  settings: Settings,
): Omit<ManifestRecord, 'seconds'> & { seconds: number } {
  const { input, output } = document
  const about = { engine: settings.engine, version }
  if (outcome.type === 'read') {
    const { pages, warnings } = outcome
    return { input, output, sha256: outcome.sha256, status: 'read', pages, seconds: 0, warnings, error: null, message: null, ...about }
  }
  const { error, message } = explain(outcome, settings)
  return { input, output, sha256, status: 'failed', pages: 0, seconds: 0, warnings: {}, error, message, ...about }
}

function explain(outcome: Exclude<Outcome, { type: 'read' }>, settings: Settings): { error: ErrorCode; message: string } {
  switch (outcome.type) {
    case 'failed':
      return { error: outcome.code, message: outcome.message }
    case 'outgrown':
      return { error: 'TOO_LARGE', message: `The document needs more than the ${settings.memoryMb} MB of memory that it may take.` }
    case 'crashed':
      return { error: 'WORKER_FAILED', message: `The process that read the document ended twice (${outcome.message}).` }
    default:
      return {
        error: 'WORKER_FAILED',
        message: `The document made its reader fail twice (${'message' in outcome ? outcome.message : ''}).`,
      }
  }
}
