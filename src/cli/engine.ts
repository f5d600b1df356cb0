import { InvalidArgumentError, Option } from 'commander'
import { ENGINES } from '../pages/engine.ts'
import { whatIsMissing } from '../pages/installed.ts'

/** `--engine`, the same for every command that reads scans. A program that is not there is told of before anything is read. */
export function engineOption(): Option {
  const option = new Option('--engine <NAME>', 'tesseract.js needs nothing; tesseract is the installed program, faster')
    .choices(ENGINES)
    .default('tesseract.js')
  const choose = option.parseArg
  return option.argParser((value: string, previous: unknown) => {
    const engine = choose?.(value, previous) ?? value
    const missing = engine === 'tesseract' ? whatIsMissing() : null
    if (missing !== null) throw new InvalidArgumentError(missing)
    return engine
  })
}
