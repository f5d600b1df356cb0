import { readContainer } from '../../src/restore/container.ts'
import { Decoder } from '../../src/restore/decode.ts'
import { loadModel, type RestorationModel } from '../../src/restore/index.ts'
import { LanguageModel } from '../../src/restore/language.ts'
import type { Tuning } from '../../src/restore/tuning.ts'

/** Each word by itself: the channel and the model's unigrams. */
class Unigram extends LanguageModel {
  override score(_last: number, _pair: number, _triple: number, word: number): number {
    return this.unigram[word] as number
  }
}

/** Only the two words before count. */
class Trigram extends LanguageModel {
  override score(last: number, pair: number, _triple: number, word: number): number {
    return super.score(last, pair, -1, word)
  }
}

export interface Decoding {
  name: string
  model: RestorationModel
}

/**
 * The packaged model, and the same channel, candidates and decoder under weaker language models and without
 * words that the context proposes: unigrams (of Kneser-Ney, so of the
 * kinds of words before) and trigrams (the lower orders of the same 4-gram model).
 */
export function decodings(bytes: Uint8Array): Decoding[] {
  const model = loadModel(bytes)
  const under = (language: LanguageModel): RestorationModel => {
    const kept = new Map<Tuning, Decoder>()
    return {
      ...model,
      context: { widen: () => false },
      decoder(tuning) {
        const decoder = kept.get(tuning) ?? new Decoder(language, tuning.weight, tuning.costs.extraSpace)
        kept.set(tuning, decoder)
        return decoder
      },
    }
  }
  const file = readContainer(bytes)
  return [
    { name: 'unigram', model: under(new Unigram(file)) },
    { name: 'trigram', model: under(new Trigram(file)) },
    { name: 'kehoach', model },
  ]
}
