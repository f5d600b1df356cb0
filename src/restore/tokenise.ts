/**
 * How text becomes the words that the language model counts. Training and decoding share this file, so that both see one language:
 * lower case, tones in one place, every token with a digit one class, a boundary after a closing stop.
 */
import { canonicalTone } from '../vietnamese/letters.ts'

/** Word ids with a fixed meaning. */
export const BOUNDARY = 0
export const NUMBER = 1
export const UNKNOWN = 2
export const FIRST_WORD = 3

const WORD_RUN = /[\p{L}\p{M}]+/gu
const CLOSING = /[.;:!?]$/u

/** The model's spelling of a word: NFC, lower case, tone in its canonical place. */
export function modelForm(word: string): string {
  return canonicalTone(word.toLowerCase())
}

/** Calls `emit` for each word of a clean line: a lower-case word, or `NUMBER`, or `BOUNDARY` after a closing stop. */
export function tokeniseClean(line: string, emit: (word: string | number) => void): void {
  for (const chunk of line.normalize('NFC').split(/\s+/u)) {
    if (chunk === '') continue
    if (/\p{N}/u.test(chunk)) tokeniseNumbered(chunk, emit)
    else for (const word of chunk.match(WORD_RUN) ?? []) emit(modelForm(word))
    if (CLOSING.test(chunk)) emit(BOUNDARY)
  }
}

/** A chunk with digits: `61/2018/NĐ-CP` is a number and two words, `30%` a number. */
function tokeniseNumbered(chunk: string, emit: (word: string | number) => void): void {
  let afterNumber = false
  for (const part of chunk.split(/[/–()…-]+/u)) {
    if (/\p{N}/u.test(part)) {
      if (!afterNumber) emit(NUMBER)
      afterNumber = true
      continue
    }
    for (const word of part.match(WORD_RUN) ?? []) {
      emit(modelForm(word))
      afterNumber = false
    }
  }
}
