import type { BatchEvent } from '../batch/index.ts'
import { formatTime } from './batch-table.ts'

/** Shows how far a batch is, on a terminal only: a log or a pipe gets nothing but the lines printed. */
export interface BatchProgress {
  show: (event: BatchEvent) => void
  /** Writes a line above the bar. */
  print: (line: string) => void
  stop: () => void
}

const FORMAT = '{bar} {value}/{total} documents  {pages} pages  {rate} pages/s  {left} left'

export async function startBatchProgress(): Promise<BatchProgress> {
  if (!process.stderr.isTTY) {
    return { show: () => undefined, print: (line) => process.stderr.write(`${line}\n`), stop: () => undefined }
  }
  const { default: cliProgress } = await import('cli-progress')
  const bar = new cliProgress.SingleBar({ format: FORMAT, stream: process.stderr, hideCursor: true, clearOnComplete: true, barsize: 24 })
  const pace = new Pace()
  return {
    show(event) {
      pace.count(event)
      if (event.type === 'start') bar.start(event.documents, 0, pace.figures())
      else if (event.type === 'page' || event.type === 'document') bar.update(pace.done, pace.figures())
    },
    print(line) {
      // Over the bar, which draws itself again below.
      process.stderr.write(`\r\u001b[K${line}\n`)
      bar.render()
    },
    stop: () => bar.stop(),
  }
}

/** How fast a batch goes, and how long it will. */
export class Pace {
  #now: () => number
  #started: number
  #total = 0
  #pages = 0
  /** Pages so far of the documents that are being read. */
  #open = new Map<string, number>()
  #earlier = 0
  done = 0

  /** @param now Milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
    this.#started = now()
  }

  count(event: BatchEvent): void {
    if (event.type === 'start') {
      this.#total = event.documents
      this.#started = this.#now()
    } else if (event.type === 'page') this.#open.set(event.input, event.page)
    else if (event.type === 'document') {
      this.done++
      this.#open.delete(event.record.input)
      if (event.isEarlier) this.#earlier++
      else this.#pages += event.record.pages
    }
  }

  /** The time left takes the documents to come for as long as those read now, for their pages are not known before they are opened. */
  figures(): { pages: number; rate: string; left: string } {
    const seconds = (this.#now() - this.#started) / 1000
    const pages = [...this.#open.values()].reduce((sum, count) => sum + count, this.#pages)
    const readNow = this.done - this.#earlier
    const left = readNow === 0 ? '-:--' : formatTime((seconds / readNow) * (this.#total - this.done))
    return { pages, rate: seconds > 0 ? (pages / seconds).toFixed(2) : '-', left }
  }
}
