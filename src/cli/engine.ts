import { Option } from 'commander'
import type { EngineName } from '../pages/index.ts'

// Spelt out, for asking the pages for their list would load every recogniser.
const ENGINES: readonly EngineName[] = ['tesseract.js', 'tesseract']

/** `--engine`, the same for every command that reads scans. */
export const engineOption = (): Option =>
  new Option('--engine <NAME>', 'tesseract.js needs nothing; tesseract is the installed program, faster')
    .choices(ENGINES)
    .default('tesseract.js')
