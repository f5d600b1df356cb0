import { fold } from '../vietnamese/letters.ts'
import type { RestorationModel } from './model.ts'
import { readWords } from './restore.ts'
import { type Core, LONGEST_CHUNK, segment } from './segment.ts'
import { modelForm } from './tokenise.ts'
import { TUNING, type Tuning } from './tuning.ts'

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
  /** Digits among small letters, as in `gi6i quy6t`. */
  mixed: number
}

/**
 * Cuts `text` into stretches at line ends and judges each one; short ones follow their neighbours. Stretches in `known` (in order, not
 * overlapping) keep the dialect they come with.
 */
export function detectDialects(text: string, model: RestorationModel, known: readonly DialectStretch[] = []): DialectStretch[] {
  const stretches: DialectStretch[] = []
  const marked: string[] = []
  let at = 0
  for (const stretch of [...known, { start: text.length, end: text.length, dialect: 'clean' as Dialect }]) {
    if (at < stretch.start) stretches.push(...judgeStretch(text, at, stretch.start, model, marked))
    if (stretch.start < stretch.end) stretches.push({ ...stretch })
    at = stretch.end
  }
  const garbled = stretches.filter(({ dialect }) => dialect === 'eng')
  const isKnown = new Set(known.map(({ start }) => start))
  if (garbled.length > 0) {
    const dialect = chooseGarbled(segment(garbled.map(({ start, end }) => text.slice(start, end)).join('\n'), true), model)
    for (const stretch of garbled) if (!isKnown.has(stretch.start)) stretch.dialect = dialect
  }
  if (marked.length > 0 && isRecognised(marked.join('\n').slice(0, LONGEST_MARKED), model)) {
    for (const stretch of stretches) if (stretch.dialect === 'clean' && !isKnown.has(stretch.start)) stretch.dialect = 'vie'
  }
  return stretches
}

/** Characters of Vietnamese text that show whether it was typed or recognised. */
const LONGEST_MARKED = 24_000
/** A typed text has a slip in some thousand words; a recognised page that reads well has several in a thousand that are plain to see. */
const PLAIN_SLIP = 4
const FEWEST_SLIPS = 3
const SLIPS = 0.0035

/** An author's odd words are no slips: the context proposes nothing. */
const BY_CHANNEL_ALONE: Tuning = { ...TUNING.vie, poor: Number.POSITIVE_INFINITY }

/** Whether a text with its marks was read from paper: whether a Vietnamese recogniser's slips would explain enough of its words. */
function isRecognised(text: string, model: RestorationModel): boolean {
  const words = readWords(text, 'vie', model, 0, BY_CHANNEL_ALONE)
  const plain = words.filter(({ text: written, raw, margin }) => written !== raw && margin >= PLAIN_SLIP)
  // The same slip again and again (`Đăk` for `Đắk`) is how the author spells.
  const slips = new Set(plain.map(({ raw }) => modelForm(raw))).size
  return slips >= FEWEST_SLIPS && slips > SLIPS * words.length
}

/** Judges the text from `from` to `to` block by block; adds to `marked` the blocks that look like clean Vietnamese. */
function judgeStretch(text: string, from: number, to: number, model: RestorationModel, marked: string[]): DialectStretch[] {
  const blocks: { start: number; end: number; dialect: Dialect | null }[] = []
  for (let start = from; start < to; ) {
    const page = text.indexOf('\f', start)
    let end = text.indexOf('\n', Math.min(to, start + BLOCK))
    if (end < 0 || end > to) end = to
    if (page >= 0 && page < end) end = page + 1
    const whole = start === from && end === to
    const evidence = weigh(text.slice(start, end), model)
    const dialect = judge(evidence, whole ? 1 : FEWEST_WORDS)
    if (dialect === 'clean' && isMarked(evidence)) marked.push(text.slice(start, end))
    blocks.push({ start, end, dialect })
    start = end
  }
  const first = blocks.find(({ dialect }) => dialect !== null)?.dialect ?? 'clean'
  const stretches: DialectStretch[] = []
  for (const { start, end, dialect } of blocks) {
    const last = stretches[stretches.length - 1]
    if (last && (dialect === null || dialect === last.dialect)) last.end = end
    else stretches.push({ start, end, dialect: dialect ?? first })
  }
  return stretches
}

/** Enough tokens to tell two channels apart. */
const SAMPLE = 240

/** Of the two channels for garbled text, the one that explains a sample of the cores at less cost, word frequency counted in. */
export function chooseGarbled(cores: readonly Core[], model: RestorationModel): 'eng' | 'other' {
  const tokens = cores.filter(({ kind, text }) => kind === 'word' && text.length > 1)
  const stride = Math.max(1, Math.floor(tokens.length / SAMPLE))
  const cost = (dialect: 'eng' | 'other'): number => {
    const source = model.candidates(dialect, TUNING[dialect].costs)
    let sum = 0
    for (let i = 0; i < tokens.length; i += stride) sum += Math.min(DEAREST_TOKEN, source.cheapest(tokens[i] as Core))
    return sum
  }
  return cost('other') < cost('eng') ? 'other' : 'eng'
}

/** One hopeless token must not outweigh many that one of the channels explains well. */
const DEAREST_TOKEN = 18

function weigh(text: string, model: RestorationModel): Evidence {
  const evidence: Evidence = { words: 0, vietnamese: 0, latin: 0, sound: 0, known: 0, broken: 0, mixed: 0 }
  for (const chunk of text.split(/\s+/u)) {
    if (chunk.length > LONGEST_CHUNK) continue
    const token = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(chunk)?.[0] ?? ''
    const letters = (token.match(/\p{L}/gu) ?? []).length
    if (letters < 2 || /[/@:]/u.test(token)) continue
    evidence.words++
    if (/[đĐăĂơƠưƯĩĨũŨ\u1ea0-\u1ef9]/u.test(token)) evidence.vietnamese++
    else if (/[\u00c0-\u024f]/u.test(token)) evidence.latin++
    if (/\p{Ll}\p{N}|\p{N}\p{Ll}/u.test(token)) evidence.mixed++
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

/** Whether the words bear the marks of Vietnamese, as nearly half of them do. */
const isMarked = ({ words, vietnamese }: Pick<Evidence, 'words' | 'vietnamese'>): boolean => vietnamese > 0.3 * words

function judge({ words, vietnamese, latin, sound, known, broken, mixed }: Evidence, fewest: number): Dialect | null {
  if (words < fewest) return null
  const share = (n: number) => n / words
  if (isMarked({ words, vietnamese })) return broken >= 2 && share(broken) > 0.006 ? 'vie' : 'clean'
  // Not Vietnamese under any noise, or too mixed to say.
  if (share(sound) < 0.45 && share(known) < 0.35) return share(mixed) > 0.1 && share(sound) > 0.25 ? 'eng' : 'clean'
  if (share(vietnamese) > 0.12 && share(known) > 0.8) return 'clean'
  return share(latin) < 0.01 && share(broken) < 0.01 && share(sound) > 0.93 ? 'stripped' : 'eng'
}
