export type { BatchEvent, BatchSummary } from './events.ts'
export type { ManifestRecord } from './manifest.ts'
export type { BatchOptions } from './options.ts'
export { readBatch } from './read-batch.ts'
