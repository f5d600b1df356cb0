/** Which places of a stretch of `length` are taken: asking costs no more however many things were found there. */
export class Covered {
  readonly #length: number
  #taken: Uint8Array | null = null

  constructor(length: number) {
    this.#length = length
  }

  /** Whether any place from `start` to `end` is taken. */
  touches(start: number, end: number): boolean {
    return this.#taken?.subarray(Math.max(start, 0), end).includes(1) ?? false
  }

  take(start: number, end: number): void {
    this.#taken ??= new Uint8Array(this.#length)
    this.#taken.fill(1, start, end)
  }
}
