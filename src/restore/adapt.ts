import type { CandidateSource } from './candidates.ts'
import { type CostedUnit, createChannel } from './channel.ts'
import type { DialectStretch } from './dialect.ts'
import { shareAmongKin } from './kin.ts'
import { learnChannel, type Pair, unitCost, unitOfCost } from './learn.ts'
import type { RestorationModel } from './model.ts'
import { readWords, type WordReading } from './restore.ts'
import type { Spelling } from './spell.ts'
import { modelForm } from './tokenise.ts'
import { type Garbled, TUNING, type Tuning } from './tuning.ts'

/** A word is taken for the truth when it won by so many nats. */
const CLEAR = 3
/** Fewer clear words say nothing about an engine; more than these add nothing. */
const FEWEST_WORDS = 150
const MOST_PAIRS = 4000
const ROUNDS = 3
const PASSES = 2
/** How far whole tokens seen again in the document are trusted. */
const MEMO_TRUST = 0.5

/** Half a million characters show all that an engine does. */
const LONGEST_SAMPLE = 500_000

/** Candidate sources learnt from this very document, for the dialects that are many engines in one. */
export function adaptSources(text: string, stretches: readonly DialectStretch[], model: RestorationModel): Map<Garbled, CandidateSource> {
  const sources = new Map<Garbled, CandidateSource>()
  const sample = stretches
    .filter(({ dialect }) => dialect === 'other')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
    .slice(0, LONGEST_SAMPLE)
  if (sample === '') return sources
  const tuning = TUNING.other
  const units = model.units('other')
  for (let pass = 0; pass < PASSES; pass++) {
    const source = adaptSource(readWords(sample, 'other', model, 0, tuning, sources.get('other')), units, model, tuning)
    if (source) sources.set('other', source)
  }
  return sources
}

/**
 * Learns on from one document: the words of a first pass that won clearly show how this engine, on this print, reads each letter.
 * Null where there is too little to learn from.
 */
function adaptSource(
  readings: readonly WordReading[],
  units: readonly CostedUnit[],
  model: RestorationModel,
  tuning: Tuning,
): CandidateSource | null {
  const counts = new Map<string, Pair>()
  let clear = 0
  for (const { raw, text, isWord, margin } of readings) {
    if (!isWord || margin < CLEAR || text.includes(' ') || raw.includes(' ')) continue
    clear++
    const key = `${raw}\t${text}`
    const known = counts.get(key)
    if (known) known.count++
    else if (counts.size < MOST_PAIRS) counts.set(key, { read: raw, printed: text, count: 1 })
  }
  if (clear < FEWEST_WORDS) return null
  const pairs = [...counts.values()]
  const prior = units.map(({ printed, read, cost }) => unitOfCost(printed, read, cost))
  const learnt = shareAmongKin(learnChannel(pairs, { rounds: ROUNDS, prior }))
  const costed = learnt.map((unit) => ({ printed: unit.printed, read: unit.read, cost: unitCost(unit) }))
  return model.source(createChannel('adapted', costed, memoOf(pairs, model), model.trie), tuning.costs)
}

function memoOf(pairs: readonly Pair[], model: RestorationModel): Map<string, Spelling[]> {
  const totals = new Map<string, number>()
  for (const { printed, count } of pairs) totals.set(printed, (totals.get(printed) ?? 0) + count)
  const memo = new Map<string, Spelling[]>()
  for (const { read, printed, count } of pairs) {
    const word = model.trie.find(modelForm(printed))
    if (count < 2 || word < 0) continue
    const cost = -Math.log((MEMO_TRUST * (count - 0.8)) / ((totals.get(printed) as number) + 4))
    memo.set(read, [...(memo.get(read) ?? []), { word, cost }])
  }
  return memo
}
