import type { BatchSummary } from '../batch/index.ts'

/** The table at a batch's end. */
export function batchTable(summary: BatchSummary): string {
  const { documents, read, skipped, failed, failedEarlier, pages, seconds, errors, warned, warnings, peakMemoryMb } = summary
  const left = documents - read - skipped - failed
  const rows: [string, string][] = [
    ['documents', String(documents)],
    ['  read', String(read)],
    ['  read earlier', String(skipped)],
    ['  failed', String(failed)],
    ...byCode(errors),
    ...(failedEarlier > 0 ? [['    earlier, not tried again', String(failedEarlier)] as [string, string]] : []),
    ...(left > 0 ? [['  not reached', String(left)] as [string, string]] : []),
    ['documents with warnings', String(warned)],
    ...byCode(warnings),
    ['pages', String(pages)],
    ['time', formatTime(seconds)],
    ['pages a second', pages === 0 ? '-' : (pages / seconds).toFixed(2)],
    ['most memory', peakMemoryMb === 0 ? '-' : `${peakMemoryMb} MB`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const figures = Math.max(...rows.map(([, figure]) => figure.length))
  return rows.map(([name, figure]) => `${name.padEnd(width)}  ${figure.padStart(figures)}\n`).join('')
}

const byCode = (counts: Record<string, number>): [string, string][] =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => [`    ${code}`, String(count)])

/** `1:02:03`, or `2:03` under an hour. */
export function formatTime(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
