import type { BatchEvent, BatchSummary } from './events.ts'

const MEGABYTE = 1024 * 1024

/** Counts what happens in a batch. */
export class Tally {
  #summary: BatchSummary
  #started = performance.now()
  #watch: { readonly peak: number }

  constructor(documents: number, watch: { readonly peak: number }) {
    this.#summary = {
      documents,
      read: 0,
      failed: 0,
      failedEarlier: 0,
      skipped: 0,
      pages: 0,
      seconds: 0,
      errors: {},
      warned: 0,
      warnings: {},
      peakMemoryMb: 0,
    }
    this.#watch = watch
  }

  count(event: BatchEvent): void {
    if (event.type !== 'document') return
    const { record, isEarlier } = event
    this.#countWarnings(record.warnings)
    if (record.error !== null) {
      this.#summary.failed++
      if (isEarlier) this.#summary.failedEarlier++
      this.#summary.errors[record.error] = (this.#summary.errors[record.error] ?? 0) + 1
    } else if (isEarlier) this.#summary.skipped++
    else {
      this.#summary.read++
      this.#summary.pages += record.pages
    }
  }

  #countWarnings(warnings: Record<string, number>): void {
    const codes = Object.keys(warnings)
    if (codes.length > 0) this.#summary.warned++
    for (const code of codes) this.#summary.warnings[code] = (this.#summary.warnings[code] ?? 0) + 1
  }

  /** Whether documents were left undone. */
  get isShort(): boolean {
    const { documents, read, failed, skipped } = this.#summary
    return read + failed + skipped < documents
  }

  summary(): BatchSummary {
    const seconds = Math.round(performance.now() - this.#started) / 1000
    return { ...this.#summary, seconds, peakMemoryMb: Math.round(this.#watch.peak / MEGABYTE) }
  }
}
