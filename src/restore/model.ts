import { fold } from '../vietnamese/letters.ts'
import { isSyllable } from '../vietnamese/syllable.ts'
import { type CandidateCosts, CandidateSource } from './candidates.ts'
import { type Channel, parseChannel } from './channel.ts'
import { readContainer } from './container.ts'
import { Decoder } from './decode.ts'
import { LanguageModel } from './language.ts'
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
  /** The candidates under one dialect's channel; kept, so that a token is looked up once in a model's life. */
  candidates(name: string, costs: CandidateCosts): CandidateSource
}

/** Opens the model file. @throws KehoachError MODEL_INVALID when it is no model, of another version, or damaged. */
export function loadModel(bytes: Uint8Array): RestorationModel {
  const file = readContainer(bytes)
  const utf8 = new TextDecoder()
  const read = (section: string) => utf8.decode(file.section(section, 'u8'))
  const words = read('vocabulary').split('\n')
  const language = new LanguageModel(file)
  const trie = new Trie(words, FIRST_WORD, language.unigram)
  const channels = new Map<string, Channel>()
  const speller = new Speller(trie)
  const abbreviations = new Set([...words.keys()].filter((id) => id >= FIRST_WORD && !isSyllable(words[id] as string)))
  const decoders = new Map<Tuning, Decoder>()
  const sources = new Map<CandidateCosts, CandidateSource>()
  const channel = (name: string): Channel => {
    const known = channels.get(name)
    if (known !== undefined) return known
    const parsed = parseChannel(name, read(`channel.${name}`), read(`memo.${name}`), trie)
    channels.set(name, parsed)
    return parsed
  }
  return {
    words,
    trie,
    folds: new Set(words.slice(FIRST_WORD).map(fold)),
    language,
    decoder(tuning) {
      const known = decoders.get(tuning)
      if (known !== undefined) return known
      const decoder = new Decoder(language, tuning.weight, tuning.costs.extraSpace)
      decoders.set(tuning, decoder)
      return decoder
    },
    candidates(name, costs) {
      const known = sources.get(costs)
      if (known !== undefined) return known
      const source = new CandidateSource(trie, speller, language.unigram, channel(name), costs, abbreviations)
      sources.set(costs, source)
      return source
    },
  }
}
