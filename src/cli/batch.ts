import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { BatchOptions } from '../batch/index.ts'
import type { EngineName } from '../pages/engine.ts'
import { KehoachError } from '../schema/error.ts'
import { startBatchProgress } from './batch-progress.ts'
import { batchTable } from './batch-table.ts'
import { engineOption } from './engine.ts'
import { EXIT, errorLine, UsageError } from './exit.ts'

const EXAMPLES = `
DIR gets one Plan a document, laid out as the inputs lie under the deepest folder that they share, and manifest.ndjson with one
line a document. Run again after an interruption, it goes on where it was; documents that are done are not read again while their
bytes, the engine and this program's version are the same.

Exit codes:
  0    every document was read, now or earlier
  1    a document could not be read; one line on stderr says which and why, and the batch goes on
  2    the command line is wrong, a pattern matches nothing, or DIR cannot be written to
  129, 130, 143   ended by the terminal, by Ctrl-C, by a request; the manifest is complete so far

Examples:
  kehoach batch archive --out plans                 a folder and all below it
  kehoach batch 'archive/**/KH-*.pdf' --out plans --jobs 2
  find archive -newer stamp -name '*.tif' | kehoach batch --list - --out plans
`

export function batchCommand(): Command {
  return new Command('batch')
    .description('read archives of scans into a folder of Plans, resuming where it was interrupted')
    .argument('[INPUT...]', 'files, folders and glob patterns')
    .requiredOption('-o, --out <DIR>', 'the folder for the Plans and manifest.ndjson')
    .option('-l, --list <FILE>', 'read inputs from FILE too, one a line or parted by NUL; - is standard input')
    .option('-j, --jobs <N>', 'documents read at a time (default: by cores and memory)', positive)
    .option('-f, --force', 'read again what is done', false)
    .addOption(engineOption())
    .addOption(new Option('--page-timeout <SECONDS>', 'time limit of a page').argParser(positive).default(120))
    .addOption(new Option('--timeout <SECONDS>', 'time limit of a document').argParser(positive).default(3600))
    .addOption(new Option('--memory <MB>', 'memory limit of a job').argParser(positive).default(1024))
    .addHelpText('after', EXAMPLES)
    .action(batch)
}

interface Options {
  out: string
  list?: string
  jobs?: number
  force: boolean
  engine: EngineName
  pageTimeout: number
  timeout: number
  memory: number
}

async function batch(given: string[], options: Options): Promise<void> {
  const inputs = [...given, ...(options.list === undefined ? [] : await readList(options.list))]
  if (inputs.length === 0) throw new UsageError('give files, folders or patterns, or --list FILE')
  const stop = new AbortController()
  const interrupted = onInterrupt(() => stop.abort())
  const { out, jobs, force, engine } = options
  const settings: BatchOptions = {
    out,
    force,
    engine,
    pageTimeoutMs: options.pageTimeout * 1000,
    documentTimeoutMs: options.timeout * 1000,
    memoryMb: options.memory,
    signal: stop.signal,
    ...(jobs === undefined ? {} : { jobs }),
  }
  const { readBatch } = await import('../batch/index.ts')
  const progress = await startBatchProgress()
  try {
    for await (const event of readBatch(inputs, settings)) {
      progress.show(event)
      if (event.type === 'retry') progress.print(`kehoach: ${event.input}: its worker was lost (${event.message}); trying once more`)
      if (event.type === 'document' && event.record.error !== null) {
        const { input, error, message } = event.record
        const earlier = event.isEarlier ? ' (found earlier; --force tries again)' : ''
        progress.print(errorLine(new KehoachError(error, message ?? ''), input) + earlier)
      }
      if (event.type === 'end') {
        progress.stop()
        process.stderr.write(batchTable(event.summary))
        process.exitCode = event.summary.failed > 0 ? EXIT.input : EXIT.ok
      }
    }
  } catch (error) {
    if (!(error instanceof KehoachError) || error.code !== 'ABORTED') throw asUsage(error)
    process.exitCode = interrupted.code ?? EXIT.interrupted
    process.stderr.write(`kehoach: interrupted; the same command goes on from here\n`)
  } finally {
    progress.stop()
    interrupted.off()
  }
}

async function readList(file: string): Promise<string[]> {
  let content: string
  try {
    content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`the list ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const lines = content.replace(/^\ufeff/u, '').split(content.includes('\0') ? '\0' : /\r?\n/u)
  return lines.filter((line) => line.trim() !== '')
}

/** Ends the batch at the first signal, and the process at the second. */
function onInterrupt(stop: () => void): { code: number | null; off: () => void } {
  const codes = { SIGHUP: 129, SIGINT: EXIT.interrupted, SIGTERM: 143 }
  const signals = Object.keys(codes) as (keyof typeof codes)[]
  const listen = (signal: keyof typeof codes) => {
    if (state.code !== null) process.exit(codes[signal])
    state.code = codes[signal]
    stop()
  }
  const state: { code: number | null; off: () => void } = {
    code: null,
    off: () => {
      for (const signal of signals) process.off(signal, listen)
    },
  }
  for (const signal of signals) process.on(signal, listen)
  return state
}

/** What is wrong with the call and not with a document. */
function asUsage(error: unknown): unknown {
  return error instanceof KehoachError && error.code === 'INVALID_ARGUMENT' ? new UsageError(error.message) : error
}

function positive(value: string): number {
  const number = Number(value)
  if (!(Number.isInteger(number) && number > 0)) throw new InvalidArgumentError('It must be a whole number from 1.')
  return number
}
