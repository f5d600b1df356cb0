import { existsSync, readFileSync } from 'node:fs'
import { loadModel, type RestorationModel } from '../restore/index.ts'
import { KehoachError } from '../schema/error.ts'

// Beside the bundled code in the package, and in its place among the sources.
const PLACES = ['./vi.bin', '../restore/model/vi.bin'].map((path) => new URL(path, import.meta.url))

let opened: RestorationModel | undefined

/** The package's own model, read when first asked for and kept. @throws KehoachError `MODEL_INVALID` when it is missing. */
export function defaultModel(): RestorationModel {
  if (opened) return opened
  const place = PLACES.find((url) => existsSync(url))
  if (!place) throw new KehoachError('MODEL_INVALID', 'The model file vi.bin is missing from the package.')
  opened = loadModel(readFileSync(place))
  return opened
}
