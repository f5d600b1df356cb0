import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isHeldOutLine, isHeldOutPlan } from './split.ts'

export type Part = 'train' | 'held-out'

/** The corpora by name; `plans` is the style that matters, `titles` is lower case already. */
export const SOURCES = ['legal-code', 'laws', 'decisions', 'titles', 'plans'] as const
export type Source = (typeof SOURCES)[number]

const FILES: Record<Exclude<Source, 'plans'>, string> = {
  'legal-code': 'legal-code.txt.gz',
  laws: 'laws.txt.gz',
  decisions: 'decisions.txt.gz',
  titles: 'titles-lowercase.txt.gz',
}

/** The lines of one corpus, NFC, trimmed, blank ones left out: the part to train on, or the part that never is. */
export function* corpusLines(root: string, source: Source, part: Part): Generator<string> {
  const wanted = part === 'held-out'
  if (source === 'plans') {
    const folder = join(root, 'plans')
    for (const file of readdirSync(folder).sort()) {
      if (isHeldOutPlan(file) !== wanted) continue
      yield* cleanLines(readFileSync(join(folder, file), 'utf8'))
    }
    return
  }
  for (const line of cleanLines(gunzipSync(readFileSync(join(root, FILES[source]))).toString('utf8'))) {
    if (isHeldOutLine(line) === wanted) yield line
  }
}

function* cleanLines(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    const clean = line.normalize('NFC').trim()
    if (clean !== '') yield clean
  }
}
