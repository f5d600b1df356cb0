import { join } from 'node:path'
import { KehoachError } from '../schema/error.ts'
import { EventQueue } from './event-queue.ts'
import type { BatchEvent } from './events.ts'
import { OutputFolder } from './folder.ts'
import { findInputs } from './inputs.ts'
import { type Batch, runLane } from './lane.ts'
import { Manifest } from './manifest.ts'
import { MemoryWatch } from './memory-watch.ts'
import { assignOutputs } from './names.ts'
import { type BatchOptions, checkOptions, memoryTogether } from './options.ts'
import { findRenamed } from './renamed.ts'
import { Tally } from './tally.ts'
import { Turns } from './turns.ts'

export const MANIFEST = 'manifest.ndjson'

/**
 * Reads many documents into a folder: one Plan a document, laid out as the inputs lie, and `manifest.ndjson` with a line for each.
 * Documents are read in processes of their own, so that none can take the others down. A batch that was interrupted, killed even,
 * goes on where it was when it is called again: what is done with the same bytes, engine and version is not done again.
 *
 * A document that cannot be read is an event and a line in the manifest, never an exception.
 *
 * @param inputs Files, folders and glob patterns.
 * @throws KehoachError `INVALID_ARGUMENT` (options, an engine that is not installed, patterns, a folder that cannot be written to),
 * `MODEL_INVALID`, and `ABORTED` after the manifest is finished.
 * @example
 * for await (const event of readBatch(['archive'], { out: 'plans', jobs: 2 })) {
 *   if (event.type === 'document') console.log(event.record.input, event.record.status)
 * }
 */
export async function* readBatch(inputs: Iterable<string>, options: BatchOptions): AsyncGenerator<BatchEvent, void, undefined> {
  const settings = checkOptions(options)
  const found = await findInputs(inputs, settings.out)
  const folder = await OutputFolder.open(settings.out)
  const stop = new AbortController()
  const abort = () => stop.abort()
  if (settings.signal?.aborted) abort()
  settings.signal?.addEventListener('abort', abort)
  let lanes: Promise<unknown> = Promise.resolve()
  let manifest: Manifest | undefined
  try {
    manifest = await Manifest.open(join(folder.path, MANIFEST), folder.partial())
    for (const [earlier, now] of await findRenamed(found, manifest.records)) manifest.rename(earlier, now)
    const documents = assignOutputs(found, manifest.records)
    const events = new EventQueue<BatchEvent>()
    const batch: Batch = {
      settings,
      folder,
      manifest,
      documents: documents.values(),
      signal: stop.signal,
      emit: (event) => events.push(event),
      workers: new Set(),
      turns: new Turns(),
    }
    const watch = new MemoryWatch(batch.workers, memoryTogether(settings))
    const tally = new Tally(documents.length, watch)
    yield { type: 'start', documents: documents.length, jobs: settings.jobs }
    const run = Array.from({ length: Math.min(settings.jobs, documents.length) }, () => runLane(batch))
    lanes = Promise.allSettled(run)
    void Promise.all(run).then(
      () => events.end(),
      (error: unknown) => events.end({ error }),
    )
    try {
      for await (const event of events) {
        tally.count(event)
        yield event
      }
    } finally {
      watch.stop()
    }
    await manifest.close(found.map(({ input }) => input))
    manifest = undefined
    yield { type: 'end', summary: tally.summary() }
    if (tally.isShort) throw new KehoachError('ABORTED', 'The caller asked to stop.')
  } finally {
    // Also where the caller leaves the loop early, or the disk is full.
    abort()
    await lanes
    settings.signal?.removeEventListener('abort', abort)
    await manifest?.close(found.map(({ input }) => input))
    await folder.close()
  }
}
