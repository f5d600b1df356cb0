import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fnv1a32 } from '../split.ts'
import { alignLines, alignTokens } from './align.ts'
import { writeCounts } from './count.ts'
import { degrade, drawWear } from './degrade.ts'
import { printPage } from './print.ts'
import { createRandom } from './random.ts'
import { type Recogniser, recognise, vieRecognisers } from './recognise.ts'
import { type Corpus, drawParagraphs, MIX, readCorpus, type Side } from './source.ts'

/**
 * Makes the OCR channel: prints pages of the corpus, wears them, reads each with `eng` and with `vie`, and aligns.
 * Resumable: pages already in the log are passed over. Writes under training/.cache (never committed, the sentences are not ours):
 *   train-ENGINE.tsv, eval-ENGINE.tsv   raw line, true line, page
 *   pairs-ENGINE.tsv                    raw token(s), true token(s), of the train pages
 *   pages.tsv                           page, source, severity, font, size, dpi, lines, tokens and tokens read exactly by each engine
 */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1500' },
    eval: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    shared: { type: 'string', default: '../shared' },
  },
})

const cache = resolve('training', '.cache')
mkdirSync(cache, { recursive: true })
const log = resolve(cache, 'pages.tsv')
const done = new Set(
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .map((line) => line.split('\t')[0])
    : [],
)

async function makePage(corpus: Corpus, side: Side, index: number, vie: readonly Recogniser[]): Promise<void> {
  const page = `${side}-${values.seed}-${index}`
  const random = createRandom(fnv1a32(page))
  const source = random.weighted(MIX)
  const paragraphs = drawParagraphs(corpus[side][source], source, random.between(2000, 3000), random)
  const print = await printPage(paragraphs, random)
  const wear = drawWear(random)
  const image = await degrade(print.image, print.dpi, wear, random)
  const segmentation = random.weighted([
    [6, 6],
    [3, 3],
    [4, 1],
  ] as const)
  const ownVie = vie[random.chance(0.75) ? 0 : 1] as Recogniser
  const truth = paragraphs.join(' ').split(' ')
  const figures: (string | number)[] = []
  for (const recogniser of [{ engine: 'eng', dataFolder: null } as const, ownVie]) {
    const lines = await recognise(image, print.dpi, recogniser, segmentation)
    const pairs = alignTokens(lines, truth)
    const linePairs = alignLines(lines, pairs)
    // A reading that mostly fails (a page turned, two columns seen) would teach junk.
    if (linePairs.length < lines.length * 0.5) {
      figures.push(lines.length, 0, 0)
      continue
    }
    const text = linePairs.map((pair) => `${pair.raw}\t${pair.truth}\t${page}\n`).join('')
    appendFileSync(resolve(cache, `${side}-${recogniser.engine}.tsv`), text)
    if (side === 'train') {
      const kept = pairs.filter((pair) => pair.line >= 0 && !pair.spans)
      appendFileSync(resolve(cache, `pairs-${recogniser.engine}.tsv`), kept.map((pair) => `${pair.raw}\t${pair.truth}\n`).join(''))
    }
    figures.push(linePairs.length, pairs.length, pairs.filter((pair) => pair.raw === pair.truth).length)
  }
  const described = [
    source,
    wear.severity,
    wear.threshold === null ? 'grey' : 'bilevel',
    print.font,
    print.size,
    print.dpi,
    ownVie.dataFolder?.endsWith('int') ? 'int' : 'full',
  ]
  appendFileSync(log, `${[page, ...described, ...figures].join('\t')}\n`)
}

async function makePages(open: [Side, number][]): Promise<void> {
  const started = Date.now()
  const corpus = readCorpus(resolve(values.shared))
  const vie = vieRecognisers(cache)
  let made = 0
  const work = async (): Promise<void> => {
    for (let job = open.shift(); job !== undefined; job = open.shift()) {
      try {
        await makePage(corpus, job[0], job[1], vie)
      } catch (error) {
        console.error(`${job[0]} ${job[1]}: ${error instanceof Error ? error.message : String(error)}`)
      }
      if (++made % 50 === 0) {
        writeCounts(cache, resolve('training', 'pairs'))
        console.error(`${made} pages, ${((Date.now() - started) / 1000 / made).toFixed(1)} s each, ${open.length} left`)
      }
    }
  }
  await Promise.all(Array.from({ length: Number(values.jobs) }, work))
}

setPriority(15)
// Three train pages to an eval page, so that a run cut short leaves both. With `--pages 0 --eval 0` only the counts are made anew.
const queue: [Side, number][] = []
for (let i = 0; i < Math.max(Number(values.pages), 3 * Number(values.eval)); i++) {
  if (i < Number(values.pages)) queue.push(['train', i])
  if (i % 3 === 0 && i / 3 < Number(values.eval)) queue.push(['eval', i / 3])
}
const open = queue.filter(([side, index]) => !done.has(`${side}-${values.seed}-${index}`))
if (open.length > 0) await makePages(open)
writeCounts(cache, resolve('training', 'pairs'))
