import { type ParseOptions, parsePlan as parse, restoreText as restore } from './core.ts'
import type { BuildOptions } from './plan/build.ts'
import { defaultModel } from './plan/model.ts'
import type { RestoredText } from './restore/index.ts'
import type { Plan } from './schema/index.ts'

export { type BatchEvent, type BatchOptions, type BatchSummary, type ManifestRecord, readBatch } from './batch/index.ts'
export * from './core.ts'
export { defaultModel } from './plan/model.ts'
export { type ReadOptions, readPlan } from './plan/read.ts'
export { createReader, type Reader } from './plan/reader.ts'

/**
 * A text as a Plan, with the package's own model unless another is given; form feeds part its pages.
 *
 * @throws KehoachError `EMPTY_INPUT`, `TOO_LARGE`, `MODEL_INVALID`.
 */
export function parsePlan(text: string, options: Partial<ParseOptions> = {}): Plan {
  return parse(text, { ...options, model: options.model ?? defaultModel() })
}

/**
 * Brings back the marks and letters that recognition lost, line for line, with the package's own model unless another is given.
 *
 * @example restoreText('Ke hoach cai cach hanh chinh').text // 'Kế hoạch cải cách hành chính'
 */
export function restoreText(text: string, options: Partial<BuildOptions> = {}): RestoredText {
  return restore(text, { ...options, model: options.model ?? defaultModel() })
}
