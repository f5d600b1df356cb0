#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { batchCommand } from './batch.ts'
import { EXIT, reportError } from './exit.ts'
import { exportCommand } from './export.ts'
import { lintCommand } from './lint.ts'
import { readCommand } from './read.ts'
import { restoreCommand } from './restore.ts'
import { schemaCommand } from './schema.ts'

const EXIT_CODES = `
Exit codes:
  0    every input was read
  1    an input could not be read; one line on stderr says which and why
  2    the command line is wrong
  3    kehoach lint found an error in a document
  130  interrupted (Ctrl-C); kehoach batch has finished its manifest
`

function program(): Command {
  return new Command('kehoach')
    .description('Scanned Vietnamese administrative plans (kế hoạch) to typed JSON, offline.')
    .version(version)
    .addCommand(readCommand())
    .addCommand(batchCommand())
    .addCommand(restoreCommand())
    .addCommand(schemaCommand())
    .addCommand(exportCommand())
    .addCommand(lintCommand())
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError('(kehoach --help shows the commands, kehoach COMMAND --help the options)')
}

/** Commander throws instead of exiting, so that what was written to a pipe still arrives. */
function throwOnExit(command: Command): Command {
  command.exitOverride()
  for (const child of command.commands) throwOnExit(child)
  return command
}

// A reader that has seen enough (`kehoach read … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

try {
  await throwOnExit(program()).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
  else process.exitCode = reportError(error)
}
