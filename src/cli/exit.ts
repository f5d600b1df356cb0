import { type ErrorCode, KehoachError } from '../schema/error.ts'

/** The command's exit codes. */
export const EXIT = { ok: 0, input: 1, usage: 2, findings: 3, interrupted: 130 } as const

/** What to do about an error, in a clause that follows its message. */
const ADVICE: Record<ErrorCode, string> = {
  UNREADABLE_INPUT: 'check the path and its permissions',
  UNSUPPORTED_FORMAT: 'give a PDF, TIFF, PNG, JPEG, WebP, hOCR, ALTO or plain text',
  CORRUPT_INPUT: 'copy or scan it again, or repair it (a PDF with: qpdf IN OUT)',
  ENCRYPTED_INPUT: 'take the password off first (qpdf --decrypt --password=… IN OUT)',
  TOO_LARGE: 'split it, or scan it at 200 to 300 dpi',
  EMPTY_INPUT: 'check that this is the right file and that its pages are not blank',
  OCR_FAILED: 'try again, or scan the page again',
  TIMEOUT: 'split the file, or scan it at 200 to 300 dpi',
  ABORTED: 'run the command again',
  WORKER_FAILED: 'run the command again; if it fails again, please report it',
  MODEL_INVALID: 'install the package again',
  INVALID_ARGUMENT: 'see kehoach --help',
}

/** A mistake on the command line that commander cannot see. */
export class UsageError extends Error {}

/** One line that says what is wrong with an input and what to do. */
export function errorLine(error: KehoachError, input?: string): string {
  const message = error.message.replace(/\s+/gu, ' ').replace(/\.$/u, '')
  return `kehoach: ${input === undefined ? '' : `${input}: `}${message}; ${ADVICE[error.code]} [${error.code}]`
}

/** Writes one line to stderr that says what is wrong and what to do; answers the exit code. */
export function reportError(error: unknown, input?: string): number {
  const subject = input === undefined ? '' : `${input}: `
  if (error instanceof UsageError) return write(`kehoach: ${subject}${error.message}`, EXIT.usage)
  if (error instanceof KehoachError) return write(errorLine(error, input), EXIT.input)
  // A fault of ours: the trace is what a report needs.
  return write(`kehoach: ${subject}internal error, please report it: ${error instanceof Error ? error.stack : String(error)}`, EXIT.input)
}

function write(line: string, code: number): number {
  process.stderr.write(`${line}\n`)
  return code
}
