import { fold } from '../vietnamese/letters.ts'
import { isSyllable } from '../vietnamese/syllable.ts'
import { Associates } from './associates.ts'
import { type CandidateCosts, CandidateSource } from './candidates.ts'
import { CaseCosts } from './case.ts'
import { type Channel, type CostedUnit, createChannel, parseMemo, parseUnits } from './channel.ts'
import { readContainer } from './container.ts'
import { ContextSource } from './context.ts'
import { Decoder } from './decode.ts'
import { LanguageModel } from './language.ts'
import { ReadyTokens } from './ready.ts'
import { Speller } from './spell.ts'
import { FIRST_WORD } from './tokenise.ts'
import { Trie } from './trie.ts'
import type { Tuning } from './tuning.ts'

/** Everything that restoration needs, read from one file of the package. */
export interface RestorationModel {
  /** The decoder for one tuning; kept, for its work space is large. */
  decoder(tuning: Tuning): Decoder
  words: readonly string[]
  trie: Trie
  /** Every word without its marks. */
  folds: ReadonlySet<string>
  language: LanguageModel
  cases: CaseCosts
  /** Words that the context asks for. */
  context: Pick<ContextSource, 'widen'>
  /** The candidates under one dialect's channel; kept, so that a token is looked up once in a model's life. */
  candidates(name: string, costs: CandidateCosts): CandidateSource
  /** The candidates under a channel of one's own. */
  source(channel: Channel, costs: CandidateCosts): CandidateSource
  /** The units of one dialect's channel, as the file holds them. */
  units(name: string): CostedUnit[]
}

/** Opens the model file. @throws KehoachError MODEL_INVALID when it is no model, of another version, or damaged. */
export function loadModel(bytes: Uint8Array): RestorationModel {
  const file = readContainer(bytes)
  const utf8 = new TextDecoder()
  const read = (section: string) => utf8.decode(file.section(section, 'u8'))
  const words = read('vocabulary').split('\n')
  const language = new LanguageModel(file)
  const trie = new Trie(words, FIRST_WORD, language.unigram)
  const speller = new Speller(trie)
  const abbreviations = new Set([...words.keys()].filter((id) => id >= FIRST_WORD && !isSyllable(words[id] as string)))
  const decoders = new Map<string, Decoder>()
  const sources = new Map<string, Map<CandidateCosts, CandidateSource>>()
  const units = (name: string): CostedUnit[] => parseUnits(read(`channel.${name}`))
  const source = (channel: Channel, costs: CandidateCosts, ready: ReadyTokens | null = null) =>
    new CandidateSource(trie, speller, language.unigram, channel, costs, abbreviations, ready)
  return {
    words,
    trie,
    folds: new Set(words.slice(FIRST_WORD).map(fold)),
    language,
    cases: new CaseCosts(file),
    context: new ContextSource(language, new Associates(file), words, trie),
    decoder(tuning) {
      const key = `${tuning.weight} ${tuning.costs.extraSpace}`
      const known = decoders.get(key)
      if (known !== undefined) return known
      const decoder = new Decoder(language, tuning.weight, tuning.costs.extraSpace)
      decoders.set(key, decoder)
      return decoder
    },
    units,
    source,
    candidates(name, costs) {
      const ofDialect = sources.get(name) ?? new Map<CandidateCosts, CandidateSource>()
      sources.set(name, ofDialect)
      const known = ofDialect.get(costs)
      if (known !== undefined) return known
      const made = source(createChannel(name, units(name), parseMemo(read(`memo.${name}`), trie), trie), costs, new ReadyTokens(file, name))
      ofDialect.set(costs, made)
      return made
    },
  }
}
