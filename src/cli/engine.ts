import { Option } from 'commander'
import { ENGINES } from '../pages/engine.ts'

/** `--engine`, the same for every command that reads scans. */
export const engineOption = (): Option =>
  new Option('--engine <NAME>', 'tesseract.js needs nothing; tesseract is the installed program, faster')
    .choices(ENGINES)
    .default('tesseract.js')
