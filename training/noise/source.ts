import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isSyllable } from '../../src/vietnamese/syllable.ts'
import { isHeldOutLine, isHeldOutPlan } from '../split.ts'
import type { Random } from './random.ts'

export type SourceName = 'plans' | 'legal-code' | 'laws' | 'decisions' | 'titles' | 'places'
export type Side = 'train' | 'eval'
export type Corpus = Record<Side, Record<SourceName, string[]>>

const FILES = [
  ['legal-code', 'legal-code'],
  ['laws', 'laws'],
  ['decisions', 'decisions'],
  ['titles', 'titles-lowercase'],
] as const

/** How often a page is set from each source; plans are the style that the library reads. */
export const MIX: readonly (readonly [SourceName, number])[] = [
  ['plans', 42],
  ['legal-code', 24],
  ['laws', 14],
  ['decisions', 10],
  ['titles', 7],
  ['places', 3],
]

const tidy = (line: string): string => line.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Rules of tables and dotted lines to fill in: no engine reads them, and nobody wants them restored. */
const DEBRIS = /[|_]|[.…]{4}|…{2}/u

/** Part of the legal code was itself read by OCR: a line stays only where most of its words are spelt as Vietnamese. */
function isSound(line: string): boolean {
  if (DEBRIS.test(line)) return false
  const words = line.match(/\p{L}+/gu) ?? []
  if (words.length < 3) return false
  const sound = words.filter((word) => (word.length > 1 && word === word.toUpperCase()) || isSyllable(word.toLowerCase())).length
  return sound >= words.length * 0.85
}

/** Reads the corpus under `shared` and parts it by the held-out rule of `split.ts`. Place names follow the rule by line. */
export function readCorpus(shared: string): Corpus {
  const empty = (): Record<SourceName, string[]> => ({ plans: [], 'legal-code': [], laws: [], decisions: [], titles: [], places: [] })
  const corpus: Corpus = { train: empty(), eval: empty() }
  for (const [name, file] of FILES) {
    for (const raw of gunzipSync(readFileSync(join(shared, 'corpus', `${file}.txt.gz`)))
      .toString('utf8')
      .split('\n')) {
      const line = tidy(raw)
      if (line !== '') corpus[isHeldOutLine(raw) ? 'eval' : 'train'][name].push(line)
    }
  }
  const plans = join(shared, 'corpus', 'plans')
  for (const file of readdirSync(plans).sort()) {
    const lines = readFileSync(join(plans, file), 'utf8')
      .split('\n')
      .map(tidy)
      .filter((line) => line !== '')
    corpus[isHeldOutPlan(file) ? 'eval' : 'train'].plans.push(...lines)
  }
  for (const line of placeLines(shared)) corpus[isHeldOutLine(line) ? 'eval' : 'train'].places.push(line)
  return corpus
}

function placeLines(shared: string): string[] {
  const path = join(shared, 'lists', 'admin_unit_names_all.txt')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .map(tidy)
    .filter((line) => /^\p{Lu}\p{L}*(?: \p{L}+)+$/u.test(line))
}

/**
 * Paragraphs for one page, about `letters` characters together. Running text is taken as it stands; titles and places,
 * which have no order worth keeping, are drawn one by one.
 */
export function drawParagraphs(lines: readonly string[], source: SourceName, letters: number, random: Random): string[] {
  const paragraphs: string[] = []
  let size = 0
  let at = random.below(lines.length)
  while (size < letters) {
    const loose = source === 'titles' || source === 'places'
    if (loose) at = random.below(lines.length)
    let text = lines[at % lines.length] ?? ''
    at++
    if (source === 'plans' ? text.includes('|') : source !== 'places' && !isSound(text)) continue
    if (source === 'places') {
      for (let i = 0; i < 9; i++) text += `${random.chance(0.8) ? ',' : ';'} ${lines[random.below(lines.length)] ?? ''}`
    } else if (source === 'titles') {
      text = random.chance(0.2) ? text.toUpperCase() : text.slice(0, 1).toUpperCase() + text.slice(1)
    } else if (text.length < 110 && random.chance(0.05)) {
      text = text.toUpperCase()
    }
    // A paragraph longer than a page is cut at a space; the next page may well continue it.
    const room = Math.max(200, letters - size)
    if (text.length > room) text = text.slice(0, Math.max(1, text.lastIndexOf(' ', room)))
    paragraphs.push(text)
    size += Math.max(text.length, 60)
  }
  return paragraphs
}
