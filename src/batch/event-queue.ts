/** Values handed from callbacks to a `for await` loop, in order. */
export class EventQueue<T> implements AsyncIterable<T> {
  #values: T[] = []
  #ended: { error?: unknown } | null = null
  #wake: () => void = () => undefined

  push(value: T): void {
    this.#values.push(value)
    this.#wake()
  }

  /** Ends the loop once it has taken what is there, with an error if one is given. */
  end(ended: { error?: unknown } = {}): void {
    this.#ended ??= ended
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const value = this.#values.shift()
      if (value !== undefined) yield value
      else if (this.#ended === null) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      } else if ('error' in this.#ended) throw this.#ended.error
      else return
    }
  }
}
