import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { corpusLines, type Source } from '../../training/corpus.ts'

export const CACHE = 'training/.cache'
export const SHARED = process.env.KEHOACH_SHARED ?? '../shared'

/** A text and its truth, line for line. */
export interface Sample {
  name: string
  raw: string[]
  truth: string[]
}

export const PLACE_NAMES = 'place names'

/** Printed and worn pages that one engine read, by how worn they are; pages of place names apart. Null where none were made. */
export function readPages(engine: 'eng' | 'vie'): Map<string, Sample[]> | null {
  const [file, log] = [join(CACHE, `eval-${engine}.tsv`), join(CACHE, 'pages.tsv')]
  if (!existsSync(file) || !existsSync(log)) return null
  const described = new Map(
    rows(log).map(([page = '', source = '', severity = '']) => [page, source === 'places' ? PLACE_NAMES : severity] as const),
  )
  const pages = new Map<string, Sample>()
  for (const [raw = '', truth = '', page = ''] of rows(file)) {
    const sample = pages.get(page) ?? { name: page, raw: [], truth: [] }
    sample.raw.push(raw.normalize('NFC'))
    sample.truth.push(truth.normalize('NFC'))
    pages.set(page, sample)
  }
  const groups = new Map<string, Sample[]>()
  for (const name of ['clean', 'moderate', 'heavy', PLACE_NAMES]) {
    const group = [...pages.values()].filter((page) => described.get(page.name) === name)
    if (group.length > 0) groups.set(name, group)
  }
  return groups
}

/** The last line may be half written while the pages are still being made. */
const rows = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'))

/** Held-out lines of one corpus, never trained on: evenly drawn, about `most` syllables; null without the corpus. */
export function heldOut(source: Source, most: number): string[] | null {
  if (!existsSync(join(SHARED, 'corpus'))) return null
  const lines = [...corpusLines(join(SHARED, 'corpus'), source, 'held-out')]
  const syllables = lines.reduce((sum, line) => sum + countSyllables(line), 0)
  const stride = Math.max(1, Math.ceil(syllables / most))
  return lines.filter((_, i) => i % stride === 0)
}

export const countSyllables = (text: string): number => text.split(/\s+/u).filter((token) => /\p{L}/u.test(token)).length

/** The gold texts, by name. */
export function goldTexts(folder = join(SHARED, 'gold')): Map<string, string> {
  const texts = new Map<string, string>()
  if (!existsSync(folder)) return texts
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt')))
    texts.set(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8').normalize('NFC'))
  return texts
}

/** Seeds that have a true text. */
export function seeds(): { name: string; raw: string; truth: string }[] {
  return [...goldTexts()].flatMap(([name, truth]) => {
    const file = join(SHARED, 'seeds', `${name}.txt`)
    return existsSync(file) ? [{ name, raw: readFileSync(file, 'utf8').normalize('NFC'), truth }] : []
  })
}

/** Scans as `kehoach read SCANS --out FOLDER` left them: what the recogniser read, what restoration made of it, and the true text. */
export function scans(folder: string): { name: string; raw: string; after: string; truth: string }[] {
  return [...goldTexts(join(SHARED, 'scans/gold'))].flatMap(([name, truth]) => {
    const file = join(folder, `${name}.json`)
    if (!existsSync(file)) return []
    const plan = JSON.parse(readFileSync(file, 'utf8')) as { text: string; restoration: { raw: string } }
    return [{ name, raw: plan.restoration.raw, after: plan.text, truth }]
  })
}
