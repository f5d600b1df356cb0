interface Waiting {
  isAlone: boolean
  start: () => void
}

/** Lets work run side by side, and some of it alone; whoever came first goes first. */
export class Turns {
  #waiting: Waiting[] = []
  #running = 0
  #isAlone = false

  /** Runs `work` beside other work. */
  async share<T>(work: () => Promise<T>): Promise<T> {
    return await this.#take(false, work)
  }

  /** Runs `work` once all other has ended, and holds the rest back until it has ended too. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    return await this.#take(true, work)
  }

  async #take<T>(isAlone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#waiting.push({ isAlone, start })
      this.#next()
    })
    try {
      return await work()
    } finally {
      this.#running--
      if (isAlone) this.#isAlone = false
      this.#next()
    }
  }

  #next(): void {
    for (;;) {
      const [first] = this.#waiting
      if (first === undefined || this.#isAlone || (first.isAlone && this.#running > 0)) return
      this.#waiting.shift()
      this.#running++
      this.#isAlone = first.isAlone
      first.start()
    }
  }
}
