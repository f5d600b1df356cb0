import { residentMemory } from '../../src/batch/memory.ts'
import type { BatchEvent } from '../../src/index.ts'

/** Figures of a batch as it runs: a table line every so many pages on stdout, where it stands on stderr. */
export class Meter {
  #whole: { documents: number; pages: number }
  #every: number
  #workers = new Set<number>()
  #started = performance.now()
  #last = { at: this.#started, pages: 0 }
  #pages = 0
  #documents = 0
  #most = 0
  #timer = setInterval(() => {
    this.#most = Math.max(this.#most, this.#memory())
  }, 200)

  constructor(whole: { documents: number; pages: number }, every: number) {
    this.#whole = whole
    this.#every = every
  }

  count(event: BatchEvent): void {
    if (event.type === 'open' && event.pid !== undefined) this.#workers.add(event.pid)
    if (event.type === 'retry') console.log(`retried: ${event.input}: ${event.message}`)
    if (event.type === 'document') {
      this.#documents++
      if (event.record.error !== null) console.log(`failed: ${event.record.input}: ${event.record.error}`)
      const rate = ((this.#pages * 1000) / (performance.now() - this.#started)).toFixed(2)
      const where = `${this.#documents}/${this.#whole.documents} documents, ${this.#pages}/${this.#whole.pages} pages, ${rate} pages/s`
      console.error(`${where}, ${this.#memory()} MB`)
    }
    if (event.type === 'page' && ++this.#pages % this.#every === 0) this.#line()
  }

  stop(): void {
    clearInterval(this.#timer)
    if (this.#pages > this.#last.pages) this.#line()
  }

  #line(): void {
    const now = performance.now()
    const memory = this.#memory()
    this.#most = Math.max(this.#most, memory)
    const rate = ((this.#pages - this.#last.pages) * 1000) / (now - this.#last.at)
    const figures = [this.#pages, Math.round((now - this.#started) / 1000), rate.toFixed(2), memory, this.#most, this.#workers.size]
    console.log(`| ${figures.join(' | ')} |`)
    this.#last = { at: now, pages: this.#pages }
  }

  /** Megabytes of this process, the workers and what they started. */
  #memory(): number {
    let bytes = process.memoryUsage.rss()
    for (const pid of this.#workers) bytes += residentMemory(pid) ?? 0
    return Math.round(bytes / 1024 / 1024)
  }
}
