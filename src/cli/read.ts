import { Command, Option } from 'commander'
import type { EngineName } from '../pages/index.ts'
import { engineOption } from './engine.ts'
import { EXIT, reportError } from './exit.ts'
import { checkInputs, openInput } from './input.ts'
import { type Format, formatPlan, outputNames, writeOutput } from './output.ts'
import { startProgress } from './progress.ts'

const EXAMPLES = `
Examples:
  kehoach read plan.pdf > plan.json
  kehoach read *.pdf --out plans          one JSON file for each input
  kehoach read a.pdf b.tif c.txt          one JSON a line
  pdftotext old.pdf - | kehoach read - --format text
`

export function readCommand(): Command {
  return new Command('read')
    .description('read scans, PDFs or OCR texts and print each as a Plan')
    .argument('<FILE...>', 'PDF, TIFF, PNG, JPEG, WebP, hOCR, ALTO or plain text; - is standard input')
    .option('-o, --out <DIR>', 'write one file for each input into DIR instead of printing')
    .addOption(
      new Option('-f, --format <FORMAT>', 'json: indented; ndjson: one line; text: the restored text alone').choices([
        'json',
        'ndjson',
        'text',
      ]),
    )
    .addOption(engineOption())
    .addHelpText('after', EXAMPLES)
    .action(read)
}

interface Options {
  out?: string
  format?: Format
  engine: EngineName
}

async function read(files: string[], options: Options): Promise<void> {
  checkInputs(files)
  // Several indented documents one after another would be no JSON that a program can read.
  const format = options.format ?? (files.length > 1 && options.out === undefined ? 'ndjson' : 'json')
  const names = outputNames(files, format)
  const { createReader } = await import('../plan/index.ts')
  const reader = createReader({ engine: options.engine })
  for (const [index, file] of files.entries()) {
    const progress = await startProgress(file)
    try {
      const { input, ...named } = await openInput(file)
      const content = formatPlan(await reader.read(input, { ...named, onPage: progress.page }), format)
      if (options.out === undefined) process.stdout.write(content)
      else await writeOutput(options.out, names[index] as string, content)
    } catch (error) {
      progress.stop() // before the message, or the bar would wipe it
      process.exitCode = Math.max(reportError(error, file), Number(process.exitCode ?? EXIT.ok))
    } finally {
      progress.stop()
    }
  }
  await reader.close()
}
