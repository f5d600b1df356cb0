import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Command, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFile, type ExportFormat } from '../export/index.ts'
import { KehoachError } from '../schema/error.ts'
import type { Plan } from '../schema/plan.ts'
import { reportError, UsageError } from './exit.ts'
import { checkInputs } from './input.ts'
import { writeOutput } from './output.ts'
import { findPlanFiles, readPlans } from './plans.ts'

const EXAMPLES = `
Formats:
${Object.entries(EXPORT_FORMATS)
  .map(([name, { description }]) => `  ${name.padEnd(9)} ${description}`)
  .join('\n')}

Examples:
  kehoach read *.pdf --out plans
  kehoach export plans --to csv --out tables      documents.csv, tasks.csv, citations.csv …
  kehoach export plans --to sqlite --out plans.sqlite
  kehoach export plans/a.json --to markdown
  kehoach read a.pdf | kehoach export - --to akn
`

export function exportCommand(): Command {
  return new Command('export')
    .description('write Plans as tables, Akoma Ntoso, metadata records, Markdown or a graph')
    .argument('<PATH...>', 'folders of Plans, JSON or NDJSON files of them; - is standard input')
    .addOption(new Option('-t, --to <FORMAT>', 'see the formats below').choices(Object.keys(EXPORT_FORMATS)).makeOptionMandatory())
    .option('-o, --out <DIR|FILE>', 'the folder to write into, or the file where a format makes one alone')
    .addHelpText('after', EXAMPLES)
    .action(exportPlans)
}

type Write = (file: ExportFile) => Promise<void>

async function exportPlans(paths: string[], options: { to: ExportFormat; out?: string }): Promise<void> {
  checkInputs(paths)
  const output = await openOutput(options.to, options.out)
  const { createExporter } = await import('../export/index.ts')
  const exporter = await createExporter(options.to)
  let plans = 0
  for await (const plan of readEach(await findPlanFiles(paths))) {
    plans++
    for (const file of exporter.add(plan)) await output.document(file)
  }
  if (plans > 0) for (const file of await exporter.finish()) await output.whole(file)
  else if (process.exitCode === undefined) throw new KehoachError('EMPTY_INPUT', 'No Plan was found')
}

/** All Plans of `files`; one that cannot be read is reported, and the others follow. */
async function* readEach(files: readonly string[]): AsyncGenerator<Plan> {
  for (const file of files) {
    try {
      yield* readPlans(file)
    } catch (error) {
      process.exitCode = reportError(error, file)
    }
  }
}

/** Where files go: those that a document makes as it is read, and those that all make together. */
async function openOutput(format: ExportFormat, out: string | undefined): Promise<{ document: Write; whole: Write }> {
  const { makes } = EXPORT_FORMATS[format]
  if (out !== undefined) {
    const file = makes === 'single' && !(await isFolder(out)) ? { folder: dirname(out), name: basename(out) } : null
    const write: Write = ({ name, content }) => writeOutput(file?.folder ?? out, file?.name ?? name, content)
    return { document: write, whole: write }
  }
  if (makes === 'table' || format === 'sqlite') throw new UsageError(`--to ${format} needs --out`)
  let printed = 0
  const print: Write = async ({ content }) => {
    if (printed++ > 0) throw new UsageError('several documents need --out')
    process.stdout.write(content)
  }
  // What sums up all documents belongs into their folder; printed is the document alone.
  return { document: print, whole: makes === 'single' ? print : async () => undefined }
}

async function isFolder(path: string): Promise<boolean> {
  if (/[\\/]$/u.test(path)) return true
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
