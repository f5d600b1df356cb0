import { loadModel, type RestoredText, restore } from '../restore/index.ts'
import type { Plan } from '../schema/plan.ts'
import { normaliseCharacters } from '../text/characters.ts'
import { type BuildOptions, buildPlan } from './build.ts'
import { readTextDocument } from './document.ts'

export interface ParseOptions extends BuildOptions {
  /** What the Plan's `source.name` says; `text` unless given. */
  name?: string
}

/**
 * A text as a Plan; form feeds part its pages. The text may be clean or as a recogniser garbled it.
 *
 * @throws KehoachError `EMPTY_INPUT`, `TOO_LARGE`.
 */
export function parsePlan(text: string, options: ParseOptions): Plan {
  return buildPlan(readTextDocument(text, options.name ?? 'text'), options)
}

/** Brings back the marks and letters that recognition lost, line for line. */
export function restoreText(text: string, options: BuildOptions): RestoredText {
  const { model, ...rest } = options
  return restore(normaliseCharacters(text), model, rest)
}

export interface Parser {
  parsePlan(text: string, options?: Omit<ParseOptions, 'model'>): Plan
  restoreText(text: string, options?: Omit<BuildOptions, 'model'>): RestoredText
}

/**
 * A parser that holds its model, for where there is no file system: a browser, a worker, an edge function.
 *
 * @param modelBytes The package's file `kehoach/model`.
 * @throws KehoachError `MODEL_INVALID`.
 * @example
 * const parser = createParser(new Uint8Array(await (await fetch('/vi.bin')).arrayBuffer()))
 * const plan = parser.parsePlan(text)
 */
export function createParser(modelBytes: Uint8Array): Parser {
  const model = loadModel(modelBytes)
  return {
    parsePlan: (text, options = {}) => parsePlan(text, { ...options, model }),
    restoreText: (text, options = {}) => restoreText(text, { ...options, model }),
  }
}
