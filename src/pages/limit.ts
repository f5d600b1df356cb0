import { KehoachError } from '../schema/error.ts'

/**
 * The value of `work`, or a KehoachError `ABORTED` or `TIMEOUT` as soon as the signal or the clock says so; ending the work
 * itself is the caller's task.
 */
export async function withinLimits<T>(
  work: Promise<T>,
  limits: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined },
): Promise<T> {
  const { signal, timeoutMs } = limits
  if (signal?.aborted) throw new KehoachError('ABORTED', 'The caller asked to stop.')
  if (signal === undefined && timeoutMs === undefined) return await work
  let timer: ReturnType<typeof setTimeout> | undefined
  let abort = () => {}
  const ended = new Promise<never>((_, reject) => {
    abort = () => reject(new KehoachError('ABORTED', 'The caller asked to stop.'))
    signal?.addEventListener('abort', abort)
    if (timeoutMs !== undefined)
      timer = setTimeout(() => reject(new KehoachError('TIMEOUT', `The page took longer than ${timeoutMs} ms.`)), timeoutMs)
  })
  try {
    return await Promise.race([work, ended])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    work.catch(() => undefined)
  }
}
