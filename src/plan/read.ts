import { sniff } from '../bytes/sniff.ts'
import { decodeText } from '../bytes/text.ts'
import type { ReadPagesOptions } from '../pages/index.ts'
import type { Plan } from '../schema/plan.ts'
import type { Warning } from '../schema/warning.ts'
import { normalisePage } from '../text/page.ts'
import { type BuildOptions, buildPlan } from './build.ts'
import { digest } from './digest.ts'
import { type ReadDocument, readTextDocument } from './document.ts'
import { loadBytes } from './file.ts'
import { defaultModel } from './model.ts'

export interface ReadOptions extends Partial<BuildOptions>, ReadPagesOptions {
  /** What the Plan's `source.name` says, and weak evidence for a number that a hand wrote; the file's own name unless given. */
  name?: string
}

/** A file's pages. What a text needs is all that is loaded for a text: the recognisers come in only with a scan. */
export async function readDocument(input: string | URL | Uint8Array, options: ReadOptions = {}): Promise<ReadDocument> {
  const { name, bytes } = await loadBytes(input, options.name)
  const sha256 = digest(bytes)
  if (sniff(bytes) === 'text/plain') return readTextDocument(decodeText(bytes), name, sha256)
  const { readPages } = await import('../pages/index.ts')
  const { mediaType, pages, rejectedLayers } = await readPages(bytes, { ...options, name })
  return { name, mediaType, sha256, pages: pages.map(normalisePage), warnings: rejectedLayers.map(layerRejected) }
}

const layerRejected = (page: number): Warning => ({
  code: 'TEXT_LAYER_REJECTED',
  message: `The text layer of page ${page} was not trusted; the page was recognised from its image.`,
  span: null,
})

/**
 * A scan, a PDF or a text as a Plan. Nothing is fetched; a path, a `file:` URL or the bytes themselves are read.
 *
 * @throws KehoachError with any of its codes.
 * @example
 * const plan = await readPlan('scan.pdf')
 * console.log(plan.number?.raw, plan.date?.iso, plan.title?.text)
 */
export async function readPlan(input: string | URL | Uint8Array, options: ReadOptions = {}): Promise<Plan> {
  // First, so that a broken installation shows before minutes of recognition.
  const model = options.model ?? defaultModel()
  return buildPlan(await readDocument(input, options), { ...options, model })
}
