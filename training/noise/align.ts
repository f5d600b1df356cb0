import { fold, stripMarks } from '../../src/vietnamese/letters.ts'

/** `raw` and `truth` hold one token, or several joined by spaces where the engine split or merged; one of them may be ''. */
export interface TokenPair {
  raw: string
  truth: string
  /** Index of the raw line on which the pair begins; -1 where nothing was read. */
  line: number
  /** Whether the raw side runs over a line end. */
  spans: boolean
  /** Weighted edits between the sides. */
  cost: number
}

export interface LinePair {
  raw: string
  truth: string
}

/** Letters and signs that print alike once the marks are gone. */
const LIKE = ['oO0cCeGQ6', 'lI1|!i[]jtf/', 'uvnr', 'sS5$&', 'bB68h', 'dDPp', 'yYVvg', 'zZ2', 'gq9', 'aou', '.,;:-\'"'].map(
  (set) => new Set(set),
)

function letterCost(a: string, b: string): number {
  if (a === b) return 0
  const bareA = stripMarks(a)
  const bareB = stripMarks(b)
  if (bareA === bareB) return 0.15
  if (fold(a) === fold(b)) return 0.2
  return LIKE.some((set) => set.has(bareA) && set.has(bareB)) ? 0.5 : 1
}

/** Letters seen so far get small numbers, so that the cost of two is one look into a table. */
const numbers = new Map<string, number>()
const letters: string[] = []
const ROOM = 1024
const table = new Float32Array(ROOM * ROOM).fill(-1)

function numberOf(letter: string): number {
  let number = numbers.get(letter)
  if (number === undefined) {
    // Whatever comes after a thousand different letters is junk, and all junk is alike.
    number = Math.min(numbers.size, ROOM - 1)
    numbers.set(letter, number)
    letters[number] = letter
  }
  return number
}

const coded = new Map<string, Uint16Array>()

/** Units of `token` as numbers, remembered while the alignment of a page asks for them again and again. */
function encode(token: string): Uint16Array {
  let code = coded.get(token)
  if (code === undefined) {
    if (coded.size > 20_000) coded.clear()
    code = Uint16Array.from({ length: token.length }, (_, i) => numberOf(token.charAt(i)))
    coded.set(token, code)
  }
  return code
}

function costOf(a: number, b: number): number {
  const at = a * ROOM + b
  let cost = table[at] as number
  if (cost < 0) {
    cost = letterCost(letters[a] as string, letters[b] as string)
    table[at] = cost
  }
  return cost
}

const GAP = 0.8
let above = new Float64Array(512)
let row = new Float64Array(512)

/** Weighted edit distance of two tokens: marks count little, look-alikes half. Infinite where it must exceed `limit`. */
export function tokenCost(raw: string, truth: string, limit = Number.POSITIVE_INFINITY): number {
  if (raw === truth) return 0
  if (Math.abs(raw.length - truth.length) * GAP > limit) return Number.POSITIVE_INFINITY
  const a = encode(raw)
  const b = encode(truth)
  if (b.length + 1 > row.length) {
    above = new Float64Array(2 * b.length)
    row = new Float64Array(2 * b.length)
  }
  for (let j = 0; j <= b.length; j++) row[j] = j * GAP
  for (let i = 1; i <= a.length; i++) {
    const swap = above
    above = row
    row = swap
    row[0] = i * GAP
    let least = i * GAP
    for (let j = 1; j <= b.length; j++) {
      const kept = (above[j - 1] as number) + costOf(a[i - 1] as number, b[j - 1] as number)
      const cost = Math.min(kept, (above[j] as number) + GAP, (row[j - 1] as number) + GAP)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return Number.POSITIVE_INFINITY
  }
  return row[b.length] as number
}

/** How many raw and true tokens a group may take, and what it costs besides the letters. */
const GROUPS = [
  [1, 1, 0],
  [1, 2, 0.4],
  [2, 1, 0.4],
  [2, 2, 0.8],
  [1, 3, 0.9],
  [3, 1, 0.9],
] as const
const BAND = 50
const LOST = 0.75

/** Aligns what was read with what was printed, both as tokens in reading order, within a band about the diagonal. */
export function alignTokens(lines: readonly string[], truth: readonly string[]): TokenPair[] {
  const raw: string[] = []
  const lineOf: number[] = []
  lines.forEach((line, index) => {
    for (const token of line.split(' ')) {
      raw.push(token)
      lineOf.push(index)
    }
  })
  const n = raw.length
  const m = truth.length
  const low = (i: number): number => Math.max(0, Math.round((i * m) / Math.max(1, n)) - BAND)
  const high = (i: number): number => Math.min(m, Math.round((i * m) / Math.max(1, n)) + BAND)
  const best = new Float64Array((n + 1) * (m + 1)).fill(Number.POSITIVE_INFINITY)
  const move = new Uint8Array((n + 1) * (m + 1))
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = low(i); j <= high(i); j++) {
      const here = best[i * (m + 1) + j] as number
      if (here === Number.POSITIVE_INFINITY) continue
      const offer = (di: number, dj: number, cost: number, code: number): void => {
        const to = (i + di) * (m + 1) + j + dj
        if (here + cost < (best[to] as number)) {
          best[to] = here + cost
          move[to] = code
        }
      }
      if (i < n) offer(1, 0, LOST * (raw[i] as string).length, 10)
      if (j < m) offer(0, 1, LOST * (truth[j] as string).length, 11)
      for (let g = 0; g < GROUPS.length; g++) {
        const [di, dj, extra] = GROUPS[g] as (typeof GROUPS)[number]
        if (i + di > n || j + dj > m) continue
        const read = raw.slice(i, i + di).join('')
        const meant = truth.slice(j, j + dj).join('')
        const cost = tokenCost(read, meant, LOST * Math.max(read.length, meant.length))
        if (cost < Number.POSITIVE_INFINITY) offer(di, dj, cost + extra, g)
        // A pair whose letters all agree, marks aside, needs no split or merge tried around it.
        if (g === 0 && cost <= 0.15 * read.length) break
      }
    }
  }
  const pairs: TokenPair[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const code = best[i * (m + 1) + j] === Number.POSITIVE_INFINITY ? (i > 0 ? 10 : 11) : (move[i * (m + 1) + j] as number)
    const [di, dj] = code === 10 ? [1, 0] : code === 11 ? [0, 1] : (GROUPS[code] as (typeof GROUPS)[number])
    const read = raw.slice(i - di, i)
    const meant = truth.slice(j - dj, j)
    const line = di === 0 ? -1 : (lineOf[i - di] as number)
    pairs.push({
      raw: read.join(' '),
      truth: meant.join(' '),
      line,
      spans: di > 1 && lineOf[i - 1] !== line,
      cost: tokenCost(read.join(''), meant.join('')),
    })
    i -= di
    j -= dj
  }
  return pairs.reverse()
}

/** Share of a line's letters that may be wrong before the pair says more about the alignment than about the engine. */
const HOPELESS = 0.45

/**
 * The lines that were read, each with what was printed there. A word broken at its hyphen by the line end is parted there again;
 * lines that cannot be told apart, or are mostly lost, are left out.
 */
export function alignLines(lines: readonly string[], pairs: readonly TokenPair[]): LinePair[] {
  const truth: string[][] = lines.map(() => [])
  const spoilt = new Set<number>()
  let current = 0
  pairs.forEach((pair, index) => {
    if (pair.line < 0) {
      const next = pairs.slice(index + 1).find((later) => later.line >= 0)?.line ?? -1
      // What was lost inside a line belongs to it; what was lost between two lines may be a line of its own.
      if (next === current || pair.truth.length <= 2) truth[current]?.push(pair.truth)
      else spoilt.add(-1)
      return
    }
    current = pair.line
    if (!pair.spans) {
      if (pair.truth !== '') truth[current]?.push(pair.truth)
      return
    }
    const parted = partAtHyphen(pair)
    if (parted === null) {
      spoilt.add(current)
      spoilt.add(current + 1)
    } else {
      truth[current]?.push(parted[0])
      truth[current + 1]?.push(parted[1])
    }
  })
  const out: LinePair[] = []
  lines.forEach((raw, index) => {
    const meant = (truth[index] ?? []).join(' ')
    if (meant === '' || spoilt.has(index)) return
    if (tokenCost(raw, meant) <= HOPELESS * meant.length) out.push({ raw, truth: meant })
  })
  return out
}

/** Where Pango broke `96/KH-SXD`: after a hyphen or a slash, at the place that fits the two raw parts best. */
function partAtHyphen({ raw, truth }: TokenPair): [string, string] | null {
  const [head, tail, more] = raw.split(' ')
  if (head === undefined || tail === undefined || more !== undefined) return null
  let best: [string, string] | null = null
  let least = Number.POSITIVE_INFINITY
  for (let at = 1; at < truth.length; at++) {
    if (!/[-–/ ]/u.test(truth.charAt(at - 1))) continue
    const left = truth.slice(0, at).trim()
    const right = truth.slice(at)
    const cost = tokenCost(head, left) + tokenCost(tail, right)
    if (cost < least) {
      least = cost
      best = [left, right]
    }
  }
  return best
}
