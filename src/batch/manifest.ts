import { type FileHandle, open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ERROR_CODES, type ErrorCode } from '../schema/error.ts'
import { moveInto, writeDurably } from './files.ts'

const count = z.int().nonnegative()

/** One document's line in `manifest.ndjson`. */
export const ManifestRecord = z.object({
  /** The path as it was given, or as found under what was given. */
  input: z.string(),
  /** The Plan's place under the output folder; a failed document has no file there. */
  output: z.string(),
  /** Of the input's bytes; null where they could not be read. */
  sha256: z.string().nullable(),
  status: z.enum(['read', 'failed']),
  pages: count,
  /** How long the reading took. */
  seconds: z.number().nonnegative(),
  /** How often the Plan gives each warning. */
  warnings: z.record(z.string(), count),
  /** The error's code, null for a document that was read. */
  error: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]).nullable(),
  message: z.string().nullable(),
  engine: z.string(),
  /** Of this package. */
  version: z.string(),
})
export type ManifestRecord = z.infer<typeof ManifestRecord>

const line = (record: ManifestRecord): string => `${JSON.stringify(record)}\n`

/** The records of a manifest by input, later ones over earlier; a line that a kill tore is passed over. */
export function parseManifest(content: string): Map<string, ManifestRecord> {
  const records = new Map<string, ManifestRecord>()
  for (const text of content.split('\n')) {
    const { data } = ManifestRecord.safeParse(parseJson(text))
    if (data !== undefined) records.set(data.input, data)
  }
  return records
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * `manifest.ndjson`. While a batch runs, a line is added as each document ends; at its end the file is written anew with one
 * line a document in the order of the inputs, so that it does not tell in which order the workers ended.
 */
export class Manifest {
  #path: string
  #partial: string
  #journal: FileHandle | null = null
  #added: Promise<void> = Promise.resolve()
  #records: Map<string, ManifestRecord>

  private constructor(path: string, partial: string, records: Map<string, ManifestRecord>) {
    this.#path = path
    this.#partial = partial
    this.#records = records
  }

  /** @param partial Where the new manifest is written before it takes the place of the old. */
  static async open(path: string, partial: string): Promise<Manifest> {
    const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    const manifest = new Manifest(path, partial, parseManifest(content))
    // A torn last line goes, or the next would be glued to it.
    await manifest.#write(manifest.#records.values())
    manifest.#journal = await open(path, 'a')
    return manifest
  }

  get records(): ReadonlyMap<string, ManifestRecord> {
    return this.#records
  }

  /** Knows a document by another name from now on; what is known under that name already stands. */
  rename(earlier: string, now: string): void {
    const record = this.#records.get(earlier)
    this.#records.delete(earlier)
    if (record !== undefined && !this.#records.has(now)) this.#records.set(now, { ...record, input: now })
  }

  /** Adds a record that outlasts a kill and a power cut once this has resolved. */
  add(record: ManifestRecord): Promise<void> {
    // One after another: two lines must not run into each other.
    this.#added = this.#added.then(() => this.#append(record))
    return this.#added
  }

  async #append(record: ManifestRecord): Promise<void> {
    await this.#journal?.appendFile(line(record))
    await this.#journal?.datasync()
    this.#records.set(record.input, record)
  }

  /** Ends the batch: records of earlier batches first, then those of `inputs` in their order. */
  async close(inputs: readonly string[]): Promise<void> {
    await this.#journal?.close()
    this.#journal = null
    const present = new Set(inputs)
    const earlier = [...this.#records.values()].filter((record) => !present.has(record.input))
    await this.#write([...earlier, ...inputs.flatMap((input) => this.#records.get(input) ?? [])])
  }

  async #write(records: Iterable<ManifestRecord>): Promise<void> {
    await writeDurably(this.#partial, [...records].map(line).join(''))
    await moveInto(this.#partial, this.#path)
  }
}
