import { sniff } from '../bytes/sniff.ts'
import { decodeText } from '../bytes/text.ts'
import type { Plan } from '../schema/plan.ts'
import { type BuildOptions, buildPlan } from './build.ts'
import { digest } from './digest.ts'
import { type ReadDocument, readTextDocument } from './document.ts'
import { loadBytes } from './file.ts'

export interface ReadOptions extends BuildOptions {
  /** What the Plan's `source.name` says; the file's own name unless given. */
  name?: string
  /** Ends the reading early, with a `KehoachError` `ABORTED`. */
  signal?: AbortSignal
  /** Called after each page of a scan. */
  onPage?: (progress: { page: number; pageCount: number }) => void
}

/** A file's pages. What a text needs is all that is loaded for a text: the recognisers come in only with a scan. */
export async function readDocument(input: string | URL | Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  const { name, bytes } = await loadBytes(input, options.name)
  const mediaType = sniff(bytes)
  const sha256 = digest(bytes)
  if (mediaType === 'text/plain') return readTextDocument(decodeText(bytes), name, sha256)
  throw new Error('TODO')
}

/** A scan, a PDF or a text as a Plan. @throws KehoachError */
export async function readPlan(input: string | URL | Uint8Array, options: ReadOptions = {}): Promise<Plan> {
  return buildPlan(await readDocument(input, options), options)
}
