import type { BatchEvent, BatchSummary } from './events.ts'

const MEGABYTE = 1024 * 1024

/** Counts what happens in a batch, and looks at its memory now and then. */
export class Tally {
  #summary: BatchSummary
  #started = performance.now()
  #timer: ReturnType<typeof setInterval>

  constructor(documents: number, workers: Iterable<{ memory: number }>) {
    this.#summary = { documents, read: 0, failed: 0, skipped: 0, pages: 0, seconds: 0, errors: {}, peakMemoryMb: 0 }
    const look = () => {
      let bytes = process.memoryUsage.rss()
      for (const worker of workers) bytes += worker.memory
      this.#summary.peakMemoryMb = Math.max(this.#summary.peakMemoryMb, Math.round(bytes / MEGABYTE))
    }
    look()
    this.#timer = setInterval(look, 250)
    this.#timer.unref()
  }

  count(event: BatchEvent): void {
    if (event.type !== 'document') return
    const { record, isEarlier } = event
    if (record.error !== null) {
      this.#summary.failed++
      this.#summary.errors[record.error] = (this.#summary.errors[record.error] ?? 0) + 1
    } else if (isEarlier) this.#summary.skipped++
    else {
      this.#summary.read++
      this.#summary.pages += record.pages
    }
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Whether documents were left undone. */
  get isShort(): boolean {
    const { documents, read, failed, skipped } = this.#summary
    return read + failed + skipped < documents
  }

  summary(): BatchSummary {
    return { ...this.#summary, seconds: Math.round(performance.now() - this.#started) / 1000 }
  }
}
