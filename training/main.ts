/**
 * Makes the restoration model from ../shared/corpus, ../shared/lists, training/lexicon and training/pairs. Seedless: no step draws
 * at random, so the same inputs give the same bytes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type SectionData, type SectionType, writeContainer } from '../src/restore/container.ts'
import type { Pair } from '../src/restore/learn.ts'
import { loadModel } from '../src/restore/model.ts'
import type { Garbled } from '../src/restore/tuning.ts'
import { canonicalTone } from '../src/vietnamese/letters.ts'
import { isSyllable } from '../src/vietnamese/syllable.ts'
import { packMemo } from './channel/memo.ts'
import { packChannel, packStripping } from './channel/pack.ts'
import { blend, readPairs } from './channel/pairs.ts'
import { packReady } from './channel/ready.ts'
import { packAssociates } from './lm/associates.ts'
import { countGrams } from './lm/count.ts'
import { type Estimate, estimate, prune, type Share } from './lm/estimate.ts'
import { packLanguageModel } from './lm/pack.ts'
import { GROUPS, type Group, readCorpus } from './lm/stream.ts'

const DIALECTS: readonly Garbled[] = ['eng', 'vie', 'other', 'stripped']
/** Chosen by the perplexity of held-out text: the plans are the style that matters; the lists know names and everyday words, not how often they are used. */
const SHARES: Record<Group, Share> = {
  law: { weight: 0.4, scale: 1 },
  plans: { weight: 0.5, scale: 12 },
  lists: { weight: 0.1, scale: 4 },
}
const shared = process.env.KEHOACH_SHARED ?? '../shared'
const out = process.argv[2] ?? 'src/restore/model/vi.bin'
const log = (line: string) => process.stderr.write(`${line}\n`)

/** Lines of the hand-written files of a folder: `texts` are papers of every kind, `lexicon` is short texts, each line one. */
function written(folder: 'training/texts' | 'training/lexicon'): string[] {
  const lines: string[] = []
  if (existsSync(folder)) {
    for (const file of readdirSync(folder).sort())
      lines.push(
        ...readFileSync(join(folder, file), 'utf8')
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('#')),
      )
  }
  return lines
}
function places(): string[] {
  const names = readFileSync(join(shared, 'lists/admin_unit_names_all.txt'), 'utf8').split('\n')
  const merged = readFileSync(join(shared, 'lists/admin_units_post_merger_2025.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[2] ?? '')
  return [...new Set([...names, ...merged])].filter((name) => name !== '').sort()
}

const syllables = [
  ...new Set(['viwik', 'uts'].flatMap((name) => readFileSync(join(shared, `lists/syllables_${name}.txt`), 'utf8').split('\n'))),
]
  .map((line) => canonicalTone(line.trim().normalize('NFC').toLowerCase()))
  .filter((line) => line !== '' && isSyllable(line))
const corpus = readCorpus(join(shared, 'corpus'), 3, (word, count) => isSyllable(word) || count >= 20, {
  texts: written('training/texts'),
  lexicon: written('training/lexicon'),
  places: places(),
  syllables,
})
log(`${corpus.ids.length} tokens, ${corpus.words.length} words`)
const levels = countGrams(corpus, 4, GROUPS.length)
const estimates = estimate(
  levels,
  corpus.words.length,
  GROUPS.map((group) => SHARES[group]),
  0.001,
)
prune(estimates, [0, 0, Number.POSITIVE_INFINITY, 1_300_000, 1_050_000])
for (const level of estimates)
  log(`order ${level.order}: ${level.grams.keys.length} n-grams, ${level.keep.reduce((a, b) => a + b, 0)} kept`)

const sections: { name: string; type: SectionType; data: SectionData }[] = [
  ...packLanguageModel(estimates, corpus.words.length),
  ...packAssociates(estimates[1] as Estimate, corpus.words.length),
]
sections.push({ name: 'vocabulary', type: 'u8', data: new TextEncoder().encode(corpus.words.join('\n')) })
sections.push({ name: 'capitals', type: 'u8', data: corpus.cases.pack(corpus.words) })
const vocabulary = new Set(corpus.words)
const learnt = new Map<Garbled, Pair[]>()
for (const dialect of ['eng', 'vie', 'other'] as const) {
  const counted = readPairs(`training/pairs/${dialect}.tsv.gz`)
  const pairs = dialect === 'other' ? blend(counted, readPairs('training/pairs/eng.tsv.gz')) : counted
  learnt.set(dialect, dialect === 'other' ? counted : pairs)
  log(`channel ${dialect}: ${pairs.length} distinct pairs`)
  sections.push({ name: `channel.${dialect}`, type: 'u8', data: packChannel(pairs, log) })
  sections.push({ name: `memo.${dialect}`, type: 'u8', data: packMemo(pairs, vocabulary) })
}
sections.push(
  { name: 'channel.stripped', type: 'u8', data: packStripping(corpus.words) },
  { name: 'memo.stripped', type: 'u8', data: new Uint8Array() },
)
// The candidates of frequent tokens are worked out by the model itself, as it stands without them.
const bare = loadModel(writeContainer([...sections, ...DIALECTS.flatMap((dialect) => packReady(dialect, [], null))], {}))
for (const dialect of DIALECTS) {
  const pairs = learnt.get(dialect)
  sections.push(...packReady(dialect, pairs ?? [], pairs ? bare : null))
}
for (const { name, data } of sections) if (data.byteLength > 5000) log(`${name.padEnd(22)} ${(data.byteLength / 1e6).toFixed(3)} MB`)
const bytes = writeContainer(sections, {})
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, bytes)
log(`${out}: ${(bytes.length / 1e6).toFixed(2)} MB`)
