import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { restore } from '../../src/restore/index.ts'
import { SOURCES } from '../../training/corpus.ts'
import type { Difference } from './align.ts'
import type { Decoding } from './baselines.ts'
import { goldTexts, heldOut } from './inputs.ts'
import { heading, table } from './report.ts'
import { changed } from './score.ts'

const MOST_SYLLABLES = 30_000
/** Lines of a document of its own, whose dialect is judged by itself. */
const DOCUMENT = 60

/** Texts that are right already must pass as they are: tokens changed with the dialect detected. */
export function evaluateClean(ways: readonly Decoding[], show: number): void {
  heading('clean: true texts, dialect detected')
  const { model } = ways[ways.length - 1] as Decoding
  const rows = sets().map(([name, documents]) => {
    let syllables = 0
    let touched = 0
    const changes: Difference[] = []
    for (const document of documents) {
      const after = restore(document, model).text
      if (after !== document) touched++
      document.split('\n').forEach((line, i) => {
        const found = changed(line, after.split('\n')[i] ?? '')
        syllables += found.syllables
        changes.push(...found.changes)
      })
    }
    if (show > 0 && changes.length > 0)
      console.log(
        `${name}: ${changes
          .slice(0, show)
          .map(({ truth, read }) => `${truth || '∅'}→${read || '∅'}`)
          .join('  ')}\n`,
      )
    const rate = ((5000 * changes.length) / Math.max(1, syllables)).toFixed(2)
    return [name, String(documents.length), String(touched), String(syllables), String(changes.length), rate]
  })
  table(['set', 'documents', 'touched', 'syllables', 'changed', 'changed in 5,000'], rows)
}

function sets(): [name: string, documents: string[]][] {
  const found: [string, string[]][] = []
  for (const source of SOURCES) {
    const lines = heldOut(source, MOST_SYLLABLES)
    if (lines === null) continue
    const documents: string[] = []
    for (let at = 0; at < lines.length; at += DOCUMENT) documents.push(lines.slice(at, at + DOCUMENT).join('\n'))
    found.push([`held-out ${source}`, documents])
  }
  const gold = [...goldTexts().values()]
  if (gold.length > 0) found.push(['gold', gold])
  const truth = 'fixtures/truth'
  if (existsSync(truth)) {
    const texts = readdirSync(truth).filter((name) => name.endsWith('.txt'))
    found.push(['fixtures/truth', texts.map((name) => readFileSync(`${truth}/${name}`, 'utf8').normalize('NFC'))])
  }
  if (!existsSync('../shared/corpus')) console.log('No ../shared: only what the repository holds.\n')
  return found
}
