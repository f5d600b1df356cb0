import { Command } from 'commander'
import type { EngineName } from '../pages/index.ts'
import { engineOption } from './engine.ts'
import { reportError } from './exit.ts'
import { openInput } from './input.ts'
import { formatPlan } from './output.ts'

const EXAMPLES = `
Examples:
  kehoach restore ocr.txt > restored.txt
  tesseract page.png - -l eng | kehoach restore -
`

export function restoreCommand(): Command {
  return new Command('restore')
    .description('restore the diacritics and words of a text or scan, and print the text')
    .argument('<FILE>', 'plain text, PDF or image; - is standard input')
    .addOption(engineOption())
    .addHelpText('after', EXAMPLES)
    .action(restore)
}

async function restore(file: string, options: { engine: EngineName }): Promise<void> {
  const { readPlan } = await import('../plan/index.ts')
  try {
    const { input } = await openInput(file)
    process.stdout.write(formatPlan(await readPlan(input, options), 'text'))
  } catch (error) {
    process.exitCode = reportError(error, file)
  }
}
