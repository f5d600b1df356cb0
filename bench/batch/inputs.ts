import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

// As built: what the package opens by its place is not beside this file once it is bundled.
const dist = new URL('../../dist/index.js', import.meta.url).href
export const { readBatch }: typeof import('../../src/index.ts') = await import(dist)

/** The real scans where they are at hand, the printed fixtures otherwise. */
export const SCANS = existsSync('../shared/scans') ? '../shared/scans' : 'fixtures/scans'

/** Fills `folder` with the scans of `source` under other names until they hold `pages` pages; answers how many they hold. */
export async function fillFolder(folder: string, pages: number, source: string): Promise<{ documents: number; pages: number }> {
  rmSync(folder, { recursive: true, force: true })
  const scans = readdirSync(source).filter((name) => /\.(?:pdf|tif|png|jpe?g)$/u.test(name))
  const counts = new Map<string, number>()
  let documents = 0
  let filled = 0
  while (filled < pages) {
    const scan = scans[documents % scans.length] as string
    const path = join(source, scan)
    if (!counts.has(scan)) counts.set(scan, await countPages(path))
    const part = join(folder, String(Math.floor(documents / 50)).padStart(3, '0'))
    mkdirSync(part, { recursive: true })
    copyFileSync(path, join(part, `${String(documents).padStart(5, '0')}${extname(scan)}`))
    documents++
    filled += counts.get(scan) ?? 1
  }
  return { documents, pages: filled }
}

async function countPages(path: string): Promise<number> {
  if (!path.endsWith('.pdf')) return (await sharp(path).metadata()).pages ?? 1
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(readFileSync(path))
  try {
    return document.getPageCount()
  } finally {
    document.destroy()
    library.destroy()
  }
}
