import { fold } from '../../src/vietnamese/letters.ts'
import { isSyllable } from '../../src/vietnamese/syllable.ts'
import { align, type Difference } from './align.ts'

/** Why a word is still wrong. The first that fits is counted. */
export const CAUSES = ['number', 'split or merge', 'lost or added', 'abbreviation', 'name', 'marks only', 'letter', 'case or sign'] as const
export type Cause = (typeof CAUSES)[number]

/** Counts the wrong tokens of `read` by cause; both are tokens of one line, with everything on them. */
export function causesOf(truth: readonly string[], read: readonly string[]): Record<Cause, number> {
  const counts = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>
  const { differences } = align(truth, read)
  const names = new Set(differences.filter(({ truth: token, at }) => token !== '' && isName(truth, at)).map(({ truth }) => trim(truth)))
  for (const { wanted, got } of runs(differences)) {
    if (wanted.length > 0 && got.length > 0 && wanted.length !== got.length && fold(wanted.join('')) === fold(got.join(''))) {
      counts['split or merge'] += Math.max(wanted.length, got.length)
      continue
    }
    for (let i = 0; i < Math.max(wanted.length, got.length); i++) counts[causeOf(wanted[i] ?? '', got[i] ?? '', names)]++
  }
  return counts
}

function causeOf(truth: string, read: string, names: ReadonlySet<string>): Cause {
  const [word, other] = [trim(truth), trim(read)]
  if (/\p{N}/u.test(word)) return 'number'
  if (word === '' || other === '') return truth === '' || read === '' ? 'lost or added' : 'case or sign'
  if (word.toLowerCase() === other.toLowerCase()) return 'case or sign'
  if (isAbbreviation(word)) return 'abbreviation'
  if (names.has(word)) return 'name'
  return fold(word) === fold(other) ? 'marks only' : 'letter'
}

/** Differences that touch, each side without its gaps. */
function runs(differences: readonly Difference[]): { wanted: string[]; got: string[] }[] {
  const found: { wanted: string[]; got: string[] }[] = []
  let next = -1
  for (const { truth, read, at } of differences) {
    if (at !== next) found.push({ wanted: [], got: [] })
    const run = found[found.length - 1] as { wanted: string[]; got: string[] }
    if (truth !== '') run.wanted.push(truth)
    if (read !== '') run.got.push(read)
    next = truth === '' ? at : at + 1
  }
  return found
}

const trim = (token: string): string => token.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

const isAbbreviation = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && !isSyllable(word.toLowerCase())

/** A capital that no sentence or label asks for, in a line that is not all in capitals. */
function isName(tokens: readonly string[], i: number): boolean {
  const word = trim(tokens[i] as string)
  const before = tokens[i - 1]
  if (before === undefined || /[.:;!?]["”)]*$|^[-–+•]+$/u.test(before)) return false
  return /^\p{Lu}/u.test(word) && word !== word.toUpperCase()
}
