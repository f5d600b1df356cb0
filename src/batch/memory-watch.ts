/** A worker process as far as its memory goes. */
export interface Watched {
  /** Bytes of physical memory; 0 once it has ended. */
  readonly memory: number
  /** `idle` between documents, `ending` until its memory is free. */
  readonly state: 'reading' | 'idle' | 'ending'
  /** Ends it for the sake of the others; the document that it reads is read alone later. */
  giveWay: () => void
}

/** Milliseconds between two looks: a hostile file may take 20 MB in that time. */
const LOOK = 50

/**
 * Keeps the workers of a batch within their memory together, and notes the most that they and this process held. Ordinary documents
 * leave room beside each other; where a few large ones meet, the largest gives way, so that none is refused for what others take.
 */
export class MemoryWatch {
  #workers: ReadonlySet<Watched>
  #together: number
  #timer: ReturnType<typeof setInterval>
  /** Bytes. */
  peak = 0

  /** @param together Bytes that all workers may hold, where there are several. */
  constructor(workers: ReadonlySet<Watched>, together: number) {
    this.#workers = workers
    this.#together = together
    this.look()
    this.#timer = setInterval(() => this.look(), LOOK)
    this.#timer.unref()
  }

  look(): void {
    const held = [...this.#workers].map((worker) => ({ worker, bytes: worker.memory })).filter(({ bytes }) => bytes > 0)
    const sum = held.reduce((bytes, each) => bytes + each.bytes, 0)
    this.peak = Math.max(this.peak, sum + process.memoryUsage.rss())
    // One that is ending is about to make room.
    if (sum <= this.#together || held.length < 2 || held.some(({ worker }) => worker.state === 'ending')) return
    const idle = held.filter(({ worker }) => worker.state === 'idle')
    const [largest] = (idle.length > 0 ? idle : held).sort((a, b) => b.bytes - a.bytes)
    largest?.worker.giveWay()
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
