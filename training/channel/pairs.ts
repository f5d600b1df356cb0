import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Pair } from '../../src/restore/learn.ts'

const WORD = /^[\p{L}\p{M}]+$/u
const EDGE = /^["“”'‘’.,;:!?()[\]{}|*•·–—…-]+|["“”'‘’.,;:!?()[\]{}|*•·–—…-]+$/gu
/** A quote or a question mark at the end of a token may be the horn of `ơ` or `ư`: it stays. */
const EDGE_READ = /^["“”'‘’.,;:!?()[\]{}|*•·–—…-]+|["“”.,;:()[\]{}|*•·–—…-]+$/gu

/** The counted pairs of one word printed and one token read; pairs that split or merge words are left to the lattice. */
export function readPairs(file: string): Pair[] {
  if (!existsSync(file)) return []
  const pairs: Pair[] = []
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const [rawRead = '', rawPrinted = '', count = '0'] = line.split('\t')
    const printed = rawPrinted.normalize('NFC').replace(EDGE, '')
    const read = rawRead.normalize('NFC').replace(EDGE_READ, '')
    if (read === '' || /\s/u.test(read) || !WORD.test(printed) || printed.length > 9 || read.length > printed.length * 2 + 3) continue
    pairs.push({ read, printed, count: Number(count) })
  }
  return pairs
}

/** How much the pairs of the engine that was run count beside those found in another's text. */
const SHARE_OF_KNOWN = 0.5

/** Pairs found in the text of an engine that was not run, backed by the pairs of one that was. */
export function blend(found: readonly Pair[], known: readonly Pair[]): Pair[] {
  const total = (pairs: readonly Pair[]) => pairs.reduce((sum, { count }) => sum + count, 0)
  const scale = (SHARE_OF_KNOWN * total(found)) / total(known)
  return [...found, ...known.map((pair) => ({ ...pair, count: pair.count * scale }))]
}
