import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LIMITS, PdfDocument, type Raster } from '../../src/bytes/index.ts'
import { type CleanSteps, cleanPage } from '../../src/pages/clean/index.ts'
import { createEngine, type EngineName } from '../../src/pages/index.ts'
import { layOut } from '../../src/pages/layout/index.ts'
import { renderSize } from '../../src/pages/pdf-size.ts'
import { recognisePage } from '../../src/pages/recognise.ts'

interface Variant {
  name: string
  steps: CleanSteps
  engine?: EngineName
  /** What is done to the scan first, to show a step at work that clean scans do not need. */
  spoil?: (value: number, x: number, width: number) => number
}

const GREY_PAPER = (value: number, x: number, width: number) => value * (0.65 + 0.15 * (x / width))

const VARIANTS: Variant[] = [
  { name: 'all steps', steps: {} },
  { name: 'without stamps in colour bleached', steps: { colour: false } },
  { name: 'without stamps and signatures erased', steps: { blobs: false } },
  { name: 'without ruling lines erased', steps: { rules: false } },
  { name: 'without deskew', steps: { deskew: false } },
  { name: 'without enlarging to 300 dpi', steps: { enlarge: false } },
  { name: 'without levelling', steps: { level: false } },
  { name: 'grey paper, all steps', steps: {}, spoil: GREY_PAPER },
  { name: 'grey paper, without levelling', steps: { level: false }, spoil: GREY_PAPER },
  { name: 'all steps, installed tesseract', steps: {}, engine: 'tesseract' },
]

/** Syllable errors of raw reading (no restoration) on the scans, step by step. */
async function main(shared: string, out: string, only: string[]): Promise<void> {
  const gold = join(shared, 'scans/gold')
  const names = readdirSync(gold)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => basename(name, '.txt'))
  const documents = await Promise.all(names.map((name) => rasters(join(shared, 'scans', `${name}.pdf`))))
  console.log('| variant | SER macro | tone only | clean ms a page | recognise ms a page |\n|---|---|---|---|---|')
  for (const [i, variant] of VARIANTS.entries()) {
    if (only.length > 0 && !only.includes(variant.name)) continue
    const folder = join(out, String(i))
    mkdirSync(folder, { recursive: true })
    const spent = { clean: 0, recognise: 0, pages: 0 }
    const engine = createEngine(variant.engine)
    for (const [at, pages] of documents.entries())
      writeFileSync(join(folder, `${names[at]}.txt`), await readAll(pages, variant, engine, spent))
    await engine.close()
    const score = JSON.parse(
      execFileSync('node', [join(shared, 'score/score.mjs'), gold, folder, '--text-only', '--json'], { encoding: 'utf8' }),
    )
    const { 'text.SER': errors, 'text.toneOnly': tone } = score.macro
    const each = (ms: number) => Math.round(ms / spent.pages)
    console.log(
      `| ${variant.name} | ${(errors * 100).toFixed(2)} % | ${(tone * 100).toFixed(2)} % | ${each(spent.clean)} | ${each(spent.recognise)} |`,
    )
  }
}

async function readAll(
  pages: Raster[],
  variant: Variant,
  engine: ReturnType<typeof createEngine>,
  spent: { clean: number; recognise: number; pages: number },
) {
  const texts: string[] = []
  for (const page of pages) {
    const raster = variant.spoil === undefined ? page : spoil(page, variant.spoil)
    const start = performance.now()
    const clean = await cleanPage(raster, variant.steps)
    const cleaned = performance.now()
    const words = await recognisePage(clean, engine, {})
    spent.clean += cleaned - start
    spent.recognise += performance.now() - cleaned
    spent.pages++
    texts.push(
      layOut(words, clean)
        .map((line) => line.text)
        .join('\n'),
    )
  }
  return texts.join('\n\n')
}

function spoil(raster: Raster, change: NonNullable<Variant['spoil']>): Raster {
  const width = raster.width * raster.channels
  return { ...raster, data: raster.data.map((value, at) => change(value, at % width, width)) }
}

async function rasters(file: string): Promise<Raster[]> {
  const document = await PdfDocument.open(readFileSync(file), LIMITS)
  const pages: Raster[] = []
  for (let i = 0; i < document.pageCount; i++) pages.push(await document.render(i, renderSize(await document.describe(i))))
  await document.close()
  return pages
}

const SHARED = '../shared'
if (existsSync(join(SHARED, 'scans/gold'))) {
  // The reader of PDFs runs in a thread whose file it looks for beside its own, which is here the bundle.
  copyFileSync('src/bytes/pdf-worker.mjs', fileURLToPath(new URL('./pdf-worker.mjs', import.meta.url)))
  await main(SHARED, '.cache/ocr', process.argv.slice(2))
} else console.log('skipped: ../shared/scans is not at hand')
