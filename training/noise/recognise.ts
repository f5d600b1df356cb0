import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Grey } from './print.ts'

export type Engine = 'eng' | 'vie'

export interface Recogniser {
  engine: Engine
  /** Folder of the trained data; null for the system's own. */
  dataFolder: string | null
}

const VARIANTS = ['4.0.0_best_int', '4.0.0'] as const

/** Unpacks the `vie` data that the library itself reads with, once, under `cache`. */
export function vieRecognisers(cache: string): Recogniser[] {
  const home = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  return VARIANTS.map((variant) => {
    const dataFolder = join(cache, 'tessdata', variant)
    const file = join(dataFolder, 'vie.traineddata')
    if (!existsSync(file)) {
      mkdirSync(dataFolder, { recursive: true })
      writeFileSync(file, gunzipSync(readFileSync(join(home, variant, 'vie.traineddata.gz'))))
    }
    return { engine: 'vie', dataFolder }
  })
}

/** Lines of text that the tesseract command reads from `page`, blank ones left out. Throws if tesseract is missing or fails. */
export function recognise(page: Grey, dpi: number, recogniser: Recogniser, pageSegmentation: number): Promise<string[]> {
  const data = recogniser.dataFolder === null ? [] : ['--tessdata-dir', recogniser.dataFolder]
  const flags = [...data, '-l', recogniser.engine, '--oem', '1', '--psm', String(pageSegmentation), '--dpi', String(dpi)]
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', ['stdin', 'stdout', ...flags], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
    const out: Buffer[] = []
    const complaints: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`tesseract ended with ${code}: ${Buffer.concat(complaints).toString('utf8').trim()}`))
      const text = Buffer.concat(out).toString('utf8').normalize('NFC')
      resolve(
        text
          .split(/[\n\f]/u)
          .map((line) => line.replace(/\s+/gu, ' ').trim())
          .filter((line) => line !== ''),
      )
    })
    child.stdin.on('error', reject)
    child.stdin.end(Buffer.concat([Buffer.from(`P5\n${page.width} ${page.height}\n255\n`), page.data]))
  })
}
