import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { KehoachError } from '../schema/error.ts'
import { residentMemory } from './memory.ts'
import type { Message, Request, Result } from './protocol.ts'

/** How reading a document in a worker ended: as the worker says, or by the worker's own end; `crowded` where it gave way to others. */
export type Outcome = Result | { type: 'crashed'; message: string } | { type: 'outgrown' } | { type: 'crowded' } | { type: 'stopped' }

export interface WorkerLimits {
  /** Milliseconds. */
  pageTimeout: number
  /** Milliseconds; 0 for no limit. */
  documentTimeout: number
  /** Bytes of physical memory. */
  memory: number
}

// Beside the bundled code in the package; the sources run the built worker, for Node 20 runs no TypeScript.
const PLACES = ['./batch-worker.js', '../../dist/batch-worker.js']

/**
 * One document a process: image threads beside it, and a heap a thread, cost memory and gain nothing. Page images go back to the
 * system as soon as they are freed, for glibc else keeps what it once took (`mallopt(3)`).
 */
const SPARING = {
  VIPS_CONCURRENCY: '1',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '1048576',
}

/** Milliseconds between two looks at a worker's memory and clock. */
const LOOK = 50
/** Milliseconds that a worker is given beyond the page limit, which it keeps itself unless it hangs. */
const GRACE = 10_000
const MEGABYTE = 1024 * 1024

/**
 * A process that reads documents one after another with a warm recogniser. A process and not a thread: it may crash, be killed or
 * outgrow its memory, and its parent lives. Once it has ended, or was ended for a limit, another must take its place.
 */
export class WorkerProcess {
  #child: ChildProcess
  #limits: WorkerLimits
  #ready: Promise<void>
  #ended: Promise<void>
  #isAlive = true
  #isEnding = false
  #isReading = false
  #gaveWay = false
  #complaint = ''
  #reported: number | null = null

  constructor(limits: WorkerLimits) {
    this.#limits = limits
    const place = PLACES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))
    if (place === undefined) throw new KehoachError('WORKER_FAILED', 'The file batch-worker.js is missing from the package.')
    this.#child = fork(fileURLToPath(place), [], {
      execArgv: [`--max-old-space-size=${Math.ceil(limits.memory / MEGABYTE)}`],
      env: { ...process.env, ...SPARING },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // A group of its own, which can be ended with the programs that it started.
      detached: process.platform !== 'win32',
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.toString()).slice(-4_000)
    })
    this.#child.on('message', (message: Message) => {
      if (message.type === 'memory') this.#reported = message.bytes
    })
    this.#ended = new Promise((resolve) => {
      const end = () => {
        this.#isAlive = false
        this.#kill()
        resolve()
      }
      this.#child.once('error', end).once('close', end)
    })
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message: Message) => message.type === 'ready' && resolve())
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  get state(): 'reading' | 'idle' | 'ending' {
    return this.#isEnding || !this.#isAlive ? 'ending' : this.#isReading ? 'reading' : 'idle'
  }

  /** Bytes of physical memory, of the programs that it started too; 0 where the system does not tell. */
  get memory(): number {
    if (!this.#isAlive) return 0
    return (this.pid === undefined ? null : residentMemory(this.pid)) ?? this.#reported ?? 0
  }

  /** Ends the process at once, so that others have room. */
  giveWay(): void {
    this.#gaveWay = true
    void this.end()
  }

  /** Reads one document; when the signal says stop, the process is ended. Never rejects. */
  async read(request: Request, signal: AbortSignal, onPage: (page: number, pageCount: number) => void): Promise<Outcome> {
    this.#isReading = true
    try {
      await Promise.race([this.#ready, this.#ended])
      if (signal.aborted) return await this.#endWith({ type: 'stopped' })
      return (await this.#watch(request, signal, onPage)) ?? this.#explain()
    } finally {
      this.#isReading = false
    }
  }

  #watch(request: Request, signal: AbortSignal, onPage: (page: number, pageCount: number) => void): Promise<Outcome | null> {
    return new Promise((resolve) => {
      const started = Date.now()
      let pageStarted = Number.POSITIVE_INFINITY
      const settle = (outcome: Outcome | null | Promise<Outcome>) => {
        clearInterval(timer)
        signal.removeEventListener('abort', stop)
        this.#child.off('message', listen)
        resolve(outcome)
      }
      const stop = () => settle(this.#endWith({ type: 'stopped' }))
      const listen = (message: Message) => {
        if (message.type === 'paged') pageStarted = Date.now()
        else if (message.type === 'page') {
          pageStarted = message.page === message.pageCount ? Number.POSITIVE_INFINITY : Date.now()
          onPage(message.page, message.pageCount)
        } else if (message.type !== 'ready' && message.type !== 'memory') settle(message)
      }
      const timer = setInterval(() => {
        const exceeded = this.#exceeded(Date.now() - started, Date.now() - pageStarted)
        if (exceeded !== null) settle(this.#endWith(exceeded))
      }, LOOK)
      signal.addEventListener('abort', stop)
      this.#child.on('message', listen)
      void this.#ended.then(() => settle(null))
      if (this.#isAlive) this.#child.send(request, () => undefined)
    })
  }

  #exceeded(documentTime: number, pageTime: number): Outcome | null {
    const { pageTimeout, documentTimeout, memory } = this.#limits
    if (this.memory > memory) return { type: 'outgrown' }
    if (documentTimeout > 0 && documentTime > documentTimeout) return timeout('document', documentTimeout)
    return pageTime > pageTimeout + GRACE ? timeout('page', pageTimeout) : null
  }

  async #endWith(outcome: Outcome): Promise<Outcome> {
    await this.end()
    return outcome
  }

  /** Why the process ended by itself. V8 says when its heap is full, and aborts. */
  #explain(): Outcome {
    if (this.#gaveWay) return { type: 'crowded' }
    if (/out of memory/u.test(this.#complaint)) return { type: 'outgrown' }
    const { exitCode, signalCode } = this.#child
    const said = /^\w*Error: .*$/mu.exec(this.#complaint)?.[0]
    return { type: 'crashed', message: said ?? (signalCode === null ? `exit code ${exitCode}` : `signal ${signalCode}`) }
  }

  /** Ends the process at once; resolves when it is gone. */
  async end(): Promise<void> {
    this.#isEnding = true
    if (this.#isAlive) this.#kill()
    await this.#ended
  }

  /** Ends the process and the programs that it started, which may outlive it. */
  #kill(): void {
    const { pid } = this.#child
    if (pid === undefined) return
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL')
      else process.kill(-pid, 'SIGKILL')
    } catch {
      // None is left.
    }
  }
}

const timeout = (what: 'page' | 'document', ms: number): Outcome => ({
  type: 'failed',
  code: 'TIMEOUT',
  message: `The ${what} took longer than ${ms} ms.`,
})
