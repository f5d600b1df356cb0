import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'

// As built: what the package opens by its place is not beside this file once it is bundled.
const dist = new URL('../../dist/index.js', import.meta.url).href
export const { readBatch, readPlan }: typeof import('../../src/index.ts') = await import(dist)

/** The real scans where they are at hand, the printed fixtures otherwise. */
const FOLDER = existsSync('../shared/scans') ? '../shared/scans' : 'fixtures/scans'

/** Fills `folder` with scans under other names until they hold `pages` pages; answers how many they hold. */
export async function fillFolder(folder: string, pages: number): Promise<{ documents: number; pages: number }> {
  rmSync(folder, { recursive: true, force: true })
  const scans = readdirSync(FOLDER).filter((name) => /\.(?:pdf|tif|png|jpe?g)$/u.test(name))
  const counts = new Map<string, number>()
  let documents = 0
  let filled = 0
  while (filled < pages) {
    const scan = scans[documents % scans.length] as string
    const path = join(FOLDER, scan)
    if (!counts.has(scan)) counts.set(scan, await countPages(path))
    const part = join(folder, String(Math.floor(documents / 50)).padStart(3, '0'))
    mkdirSync(part, { recursive: true })
    copyFileSync(path, join(part, `${String(documents).padStart(5, '0')}${extname(scan)}`))
    documents++
    filled += counts.get(scan) ?? 1
  }
  return { documents, pages: filled }
}

/** The number of pages comes with the first one read; the rest are not waited for. */
async function countPages(path: string): Promise<number> {
  const stop = new AbortController()
  let pages = 0
  await readPlan(path, {
    signal: stop.signal,
    dpi: 100,
    onPage: ({ pageCount }) => {
      pages = pageCount
      stop.abort()
    },
  }).catch((error: unknown) => {
    if (pages === 0) throw error
  })
  return pages
}
