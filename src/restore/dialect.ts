import { fold } from '../vietnamese/letters.ts'
import type { RestorationModel } from './model.ts'
import { modelForm } from './tokenise.ts'

/** What made the noise: an English recogniser, a Vietnamese one, another engine, a program that dropped the marks, or nobody. */
export const DIALECTS = ['eng', 'vie', 'other', 'stripped', 'clean'] as const
export type Dialect = (typeof DIALECTS)[number]

/** A stretch of text in one dialect; offsets are UTF-16 code units. */
export interface DialectStretch {
  start: number
  end: number
  dialect: Dialect
}

/** About half a page: enough words to judge by, few enough that a change of dialect is seen. */
const BLOCK = 1500
const FEWEST_WORDS = 12

interface Evidence {
  words: number
  vietnamese: number
  latin: number
  sound: number
  known: number
  broken: number
}

/** Cuts `text` into stretches at line ends and judges each one; short ones follow their neighbours. */
export function detectDialects(text: string, model: RestorationModel): DialectStretch[] {
  const stretches: DialectStretch[] = []
  let start = 0
  while (start < text.length) {
    const page = text.indexOf('\f', start)
    let end = text.indexOf('\n', Math.min(text.length, start + BLOCK))
    if (end < 0) end = text.length
    if (page >= 0 && page < end) end = page + 1
    const dialect = judge(weigh(text.slice(start, end), model)) ?? stretches[stretches.length - 1]?.dialect ?? null
    const last = stretches[stretches.length - 1]
    if (last && (dialect === last.dialect || dialect === null)) last.end = end
    else stretches.push({ start, end, dialect: dialect ?? 'clean' })
    start = end
  }
  return stretches
}

function weigh(text: string, model: RestorationModel): Evidence {
  const evidence: Evidence = { words: 0, vietnamese: 0, latin: 0, sound: 0, known: 0, broken: 0 }
  for (const chunk of text.split(/\s+/u)) {
    const token = chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    const letters = (token.match(/\p{L}/gu) ?? []).length
    if (letters < 2 || /[/@:]/u.test(token)) continue
    evidence.words++
    if (/[đĐăĂơƠưƯĩĨũŨ\u1ea0-\u1ef9]/u.test(token)) evidence.vietnamese++
    else if (/[\u00c0-\u024f]/u.test(token)) evidence.latin++
    const parts = token.split(/[-–.,/()]+/u).filter((part) => part.length > 1)
    if (parts.every((part) => model.folds.has(fold(part)))) evidence.sound++
    if (parts.every((part) => model.trie.find(modelForm(part)) >= 0)) evidence.known++
    else if (parts.some((part) => isBroken(part, model))) evidence.broken++
  }
  return evidence
}

/** A token that no author writes: no word of Vietnamese, and not a foreign word, a name or a run of capitals either. */
function isBroken(part: string, model: RestorationModel): boolean {
  if (model.trie.find(modelForm(part)) >= 0) return false
  const marked = /[\u00c0-\u024f\u1ea0-\u1ef9]/u.test(part)
  const junk = /[^\p{L}\p{M}\p{N}]/u.test(part) || (/\p{L}\p{N}|\p{N}\p{L}/u.test(part) && part !== part.toUpperCase())
  return marked || junk
}

function judge({ words, vietnamese, latin, sound, known, broken }: Evidence): Dialect | null {
  if (words < FEWEST_WORDS) return null
  const share = (n: number) => n / words
  if (share(vietnamese) > 0.3) return broken >= 2 && share(broken) > 0.006 ? 'vie' : 'clean'
  // Not Vietnamese under any noise, or too mixed to say.
  if (share(sound) < 0.45 && share(known) < 0.35) return 'clean'
  if (share(vietnamese) > 0.12 && share(known) > 0.8) return 'clean'
  return share(latin) < 0.01 && share(broken) < 0.01 && share(sound) > 0.93 ? 'stripped' : 'eng'
}
