/** Shows pages done on stderr, on a terminal only: a log or a pipe gets nothing. */
export interface Progress {
  page: (progress: { page: number; pageCount: number }) => void
  stop: () => void
}

const SILENT: Progress = { page: () => undefined, stop: () => undefined }

/** A bar for one input; it appears with the first page, so that a text shows none. */
export async function startProgress(name: string): Promise<Progress> {
  if (!process.stderr.isTTY) return SILENT
  const { default: cliProgress } = await import('cli-progress')
  const bar = new cliProgress.SingleBar({
    format: `{bar} {value}/{total} pages {duration_formatted} ${name}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  let started = false
  return {
    page({ page, pageCount }) {
      if (!started) bar.start(pageCount, 0)
      started = true
      bar.update(page)
    },
    stop() {
      if (started) bar.stop()
      started = false
    },
  }
}
