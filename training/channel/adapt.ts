/**
 * Learns the channel of engines that nobody here can run, from their garbled text alone: restore it with the channel so far, take the
 * words that won clearly for the truth, count, learn the channel again. Writes training/pairs/other.tsv.gz.
 *
 *   node training/run.mjs training/channel/adapt.ts MODEL TEXT...
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Candidate, CandidateSource } from '../../src/restore/candidates.ts'
import { castLike } from '../../src/restore/casing.ts'
import { createChannel, parseMemo, parseUnits } from '../../src/restore/channel.ts'
import { Decoder, type Widen } from '../../src/restore/decode.ts'
import { detectDialects } from '../../src/restore/dialect.ts'
import type { Pair } from '../../src/restore/learn.ts'
import { loadModel, type RestorationModel } from '../../src/restore/model.ts'
import { segment } from '../../src/restore/segment.ts'
import { Speller } from '../../src/restore/spell.ts'
import { FIRST_WORD, UNKNOWN } from '../../src/restore/tokenise.ts'
import { TUNING } from '../../src/restore/tuning.ts'
import { packMemo } from './memo.ts'
import { packChannel } from './pack.ts'
import { blend, readPairs } from './pairs.ts'

const ROUNDS = 4
/** A word is taken for the truth when its path beats all others by so many nats. */
const CLEAR = 4
/** Common words that a hopeless token may stand for, and what such a guess costs. */
const GUESSES = 250
const GUESS_COST = 11
function readUnknown(texts: readonly string[], pairs: readonly Pair[], model: RestorationModel): Pair[] {
  const vocabulary = new Set(model.words)
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const channel = createChannel(
    'other',
    parseUnits(decode(packChannel(pairs, () => {}))),
    parseMemo(decode(packMemo(pairs, vocabulary)), model.trie),
    model.trie,
  )
  const { costs, weight, poor } = TUNING.eng
  const source = new CandidateSource(model.trie, new Speller(model.trie), model.language.unigram, channel, costs, new Set())
  const common = [...model.language.unigram.keys()]
    .filter((id) => id >= FIRST_WORD)
    .sort((a, b) => (model.language.unigram[b] as number) - (model.language.unigram[a] as number))
  const guesses = common.slice(0, GUESSES)
  const counts = new Map<string, number>()
  for (const text of texts) {
    const cores = segment(text)
    const alone = cores.map((core): readonly Candidate[] => {
      const known = source.of(core)
      if (core.kind !== 'word' || core.text.length > 8 || known.some(({ word, cost }) => word > UNKNOWN && cost < 6)) return known
      const extra = guesses.filter((word) => !known.some((candidate) => candidate.word === word))
      return [
        ...known,
        ...extra.map((word) => ({
          word,
          second: -1,
          cost: GUESS_COST + 1.2 * Math.abs((model.words[word] as string).length - core.text.length),
        })),
      ]
    })
    const lattice = { alone, together: cores.map(() => null), opens: cores.map(({ opens }) => opens), cases: cores.map(() => null) }
    const widen: Widen = (choices, from, to) => model.context.widen({ cores, alone, choices, from, to }, source, poor)
    new Decoder(model.language, weight, costs.extraSpace).decode(lattice, false, widen).forEach((choice, i) => {
      if (!choice || choice.margin < CLEAR || choice.candidate.word <= UNKNOWN || choice.candidate.second >= 0) return
      const read = (cores[i] as (typeof cores)[number]).text
      const key = `${read}\t${castLike(model.words[choice.candidate.word] as string, read, false)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    })
  }
  return [...counts].map(([key, count]) => {
    const [read = '', printed = ''] = key.split('\t')
    return { read, printed, count }
  })
}

const [, , modelFile = '', ...files] = process.argv
const model = loadModel(new Uint8Array(readFileSync(modelFile)))
const texts = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8').normalize('NFC')
  return detectDialects(text, model)
    .filter(({ dialect }) => dialect !== 'clean')
    .map(({ start, end }) => text.slice(start, end))
})
const known = readPairs('training/pairs/eng.tsv.gz')
let pairs: Pair[] = known
let found: Pair[] = []
for (let round = 0; round < ROUNDS; round++) {
  found = readUnknown(texts, pairs, model)
  const total = found.reduce((sum, { count }) => sum + count, 0)
  pairs = blend(found, known)
  const odd = found.filter(({ read, printed, count }) => count > 3 && read.length !== printed.length).sort((a, b) => b.count - a.count)
  process.stderr.write(
    `round ${round + 1}: ${total} clear words; ${odd
      .slice(0, 25)
      .map(({ read, printed, count }) => `${read}→${printed}:${count}`)
      .join(' ')}\n`,
  )
}
const lines = found
  .sort((a, b) => (a.read < b.read ? -1 : a.read > b.read ? 1 : b.count - a.count))
  .map(({ read, printed, count }) => `${read}\t${printed}\t${count}\n`)
writeFileSync('training/pairs/other.tsv.gz', gzipSync(lines.join(''), { level: 9 }))
process.stderr.write(`${files.map((file) => basename(file)).join(', ')}: ${found.length} distinct pairs\n`)
