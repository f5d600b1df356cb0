/** The closed set of error codes, each with what it means. */
export const ERROR_CODES = {
  UNREADABLE_INPUT: 'The file cannot be opened: it is missing, is a folder, or may not be read.',
  UNSUPPORTED_FORMAT: 'The bytes are of no format that can be read.',
  CORRUPT_INPUT: 'The file is damaged, or is not what its first bytes say.',
  ENCRYPTED_INPUT: 'The file needs a password.',
  TOO_LARGE: 'The file, or a page of it, is over the size limit, or needs more memory than it may take.',
  EMPTY_INPUT: 'The file holds no bytes, no page or no text.',
  OCR_FAILED: 'The recogniser failed on a page.',
  TIMEOUT: 'A page or a document took longer than its limit.',
  ABORTED: 'The caller asked to stop.',
  WORKER_FAILED: 'In a batch: the process that read the document ended by itself, and so did the next.',
  MODEL_INVALID: 'The restoration model is missing, damaged or of another version.',
  INVALID_ARGUMENT: 'A function was called with an argument it cannot take.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** The only error that the library throws on purpose; `code` says which, `cause` why. */
export class KehoachError extends Error {
  override readonly name = 'KehoachError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
