import { isMarkList, LOST_CLAUSE, LOST_POINT, type Reading } from './label.ts'
import type { LineShape } from './layout.ts'
import { lettersMissed, toLetter, toRoman } from './numerals.ts'

/** A line that was taken for a label: which line, how it was read, how deep it stands (0 at the top), and whether it follows its neighbours. */
export interface Marker {
  line: number
  reading: Reading
  depth: number
  /** How badly the numbering breaks here; 0 where it goes on as it should. */
  broken: number
}

/** An open list: its last number, and the lists that it stands in. */
interface Open {
  list: string
  rank: number
  numbers: number[]
  depth: number
  under: Open | null
  /** Of the lists from the top with their numbers: two that differ in it are not the same. */
  hash: number
}

interface State {
  open: Open | null
  /** The number of the last article: articles number on over chapters. */
  article: number
  cost: number
  last: { marker: Marker; before: State['last'] } | null
}

/** A line that may be a label, with every way to read it. */
export interface Candidate {
  line: number
  shape: LineShape
  readings: Reading[]
}

const BEAM = 8
/** A state that costs this much more than the best is given up: no later line makes that good. */
const MARGIN = 8

/**
 * Chooses among the readings of all label-like lines the sequence whose numbering goes on best: a beam search whose state is the
 * stack of open lists. A line may also be plain text, at a cost that depends on how much it looks like the start of a paragraph.
 * Linear in the number of lines.
 */
export function decode(candidates: Iterable<Candidate>): Marker[] {
  let states: State[] = [{ open: null, article: 0, cost: 0, last: null }]
  for (const { line, shape, readings } of candidates) {
    const next: State[] = []
    const plain = plainCost(shape, readings)
    const entries = readings.map((reading) => reading.cost + wrappedCost(shape, reading))
    const limit = (states[0]?.cost ?? 0) + plain + MARGIN
    for (const { open, article, cost, last } of states) {
      keep(next, { open, article, cost: cost + plain, last })
      for (let i = 0; i < readings.length; i++) {
        const reading = readings[i] as Reading
        const entered = cost + (entries[i] ?? 0)
        if (entered > limit) continue
        for (const step of transitions(open, article, reading)) {
          const total = entered + step.cost + step.broken
          if (total > limit) continue
          const as = step.as ?? reading
          const opened = push(step.under, as)
          const marker = { line, reading: as, depth: opened.depth, broken: step.broken }
          const counted = as.list === 'article' ? (as.numbers[0] ?? 0) : article
          keep(next, { open: opened, article: counted, cost: total, last: { marker, before: last } })
        }
      }
    }
    next.sort(byCost)
    if (next.length > BEAM) next.length = BEAM
    const worst = (next[0]?.cost ?? 0) + MARGIN
    while ((next[next.length - 1]?.cost ?? 0) > worst) next.pop()
    states = next
  }
  const out: Marker[] = []
  for (let link = states[0]?.last ?? null; link; link = link.before) out.push(link.marker)
  return out.reverse()
}

const byCost = (a: State, b: State): number => a.cost - b.cost

/** Of the states with the same lists open only the cheapest is kept, in the place of the first. */
function keep(states: State[], state: State): void {
  const hash = state.open?.hash ?? 0
  for (let i = 0; i < states.length; i++) {
    const rival = states[i] as State
    if ((rival.open?.hash ?? 0) !== hash || !isSame(rival.open, state.open)) continue
    if (state.cost < rival.cost) states[i] = state
    return
  }
  states.push(state)
}

/** Whether the same lists are open at the same numbers. */
function isSame(one: Open | null, other: Open | null): boolean {
  let [a, b] = [one, other]
  while (a !== b) {
    if (a === null || b === null || a.hash !== b.hash || a.list !== b.list || !sameNumbers(a.numbers, b.numbers)) return false
    a = a.under
    b = b.under
  }
  return true
}

function sameNumbers(one: readonly number[], other: readonly number[], count = one.length): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < count; i++) if (one[i] !== other[i]) return false
  return true
}

/** The cost of taking the line for running text: high where it looks like a printed label at the start of a paragraph. */
function plainCost(shape: LineShape, readings: Reading[]): number {
  let best = Number.POSITIVE_INFINITY
  let mark = false
  for (const reading of readings) {
    best = Math.min(best, reading.cost)
    mark ||= isMarkList(reading.list)
  }
  if (best > 1.2) return 0.8 * shape.opens
  if (shape.opens < 0.3) return mark ? (/^\S+\s*\p{Lu}/u.test(shape.content) ? 1.6 : 0.3) : 1
  return (mark ? 4 : shape.capitals ? 7 : 5) * shape.opens
}

function wrappedCost(shape: LineShape, reading: Reading): number {
  if (shape.opens >= 0.5) return 0
  const content = shape.content.slice(reading.contentAt)
  return (1 - shape.opens) * (/^["“‘(]?\p{Lu}/u.test(content) ? 1.2 : 3.5)
}

const NEW_LIST = 0.5
const RESTART = 2.5

interface Step {
  /** The list that the new one stands in, or null at the top. */
  under: Open | null
  /** What the step costs beside the break of the numbering. */
  cost: number
  broken: number
  /** The reading, where the open list decides it. */
  as?: Reading
}

/** The lists that may be open after `reading`. */
function transitions(open: Open | null, article: number, reading: Reading): Step[] {
  if (reading.list === LOST_CLAUSE || reading.list === LOST_POINT) return goingOn(open, reading)
  const out: Step[] = []
  for (let at = open; at; at = at.under) {
    if (at.list !== reading.list) continue
    out.push({ under: at.under, cost: 0, broken: continuing(at, reading) })
    break
  }
  const goesOn = reading.list === 'article' && reading.numbers[0] === article + 1
  // A new list stands under everything that by custom stands above it …
  let parent = open
  let closed = 0
  while (parent && parent.rank > reading.rank) {
    if (!isMarkList(parent.list)) closed++
    parent = parent.under
  }
  if (!inStack(parent, reading.list)) {
    out.push({
      under: parent,
      cost: NEW_LIST + (closed > 0 && !isMarkList(reading.list) ? 2 : 0),
      broken: goesOn ? 0 : opening(parent, reading),
    })
  }
  // … or, against custom, under the innermost.
  if (open && open !== parent && !inStack(open, reading.list)) {
    out.push({
      under: open,
      cost: NEW_LIST + (isMarkList(open.list) && !isMarkList(reading.list) ? 3 : 1.5),
      broken: opening(open, reading),
    })
  }
  return out
}

/** A label without its number is the next of a list that is open. */
function goingOn(open: Open | null, lost: Reading): Step[] {
  const out: Step[] = []
  for (let at = open; at; at = at.under) {
    const own = lost.list === LOST_POINT ? /^(?:letter|arabic)\)$/u : /^(?:roman|arabic\.\d)$/u
    if (!own.test(at.list)) continue
    const numbers = [...at.numbers.slice(0, -1), (at.numbers.at(-1) ?? 0) + 1]
    const number = numbers.at(-1) ?? 1
    const kind = at.list === 'roman' ? 'roman' : at.list === 'letter)' ? 'letter' : 'arabic'
    const step = kind === 'roman' ? toRoman(number) : kind === 'letter' ? toLetter(number) : String(number)
    out.push({ under: at.under, cost: 0, broken: 0, as: { ...lost, list: at.list, kind, rank: at.rank, numbers, step } })
  }
  return out
}

function inStack(open: Open | null, list: string): boolean {
  for (let at = open; at; at = at.under) if (at.list === list) return true
  return false
}

function continuing(at: Open, reading: Reading): number {
  if (isMarkList(reading.list)) return 0
  const from = at.numbers
  const to = reading.numbers
  if (!sameNumbers(from, to, from.length - 1)) return 2 + starting(reading)
  const last = from[from.length - 1] ?? 0
  const now = to[to.length - 1] ?? 0
  if (now === last) return 4
  if (now > last) {
    const missed = reading.lettered ? lettersMissed(last, now) : now - last - 1
    return missed <= 0 ? 0 : 2 + Math.min(missed, 2.5)
  }
  if (now === 1) return last > 1 ? RESTART : 4
  return 6
}

function opening(parent: Open | null, reading: Reading): number {
  return isMarkList(reading.list) ? 0 : starting(reading) + prefixCost(parent, reading)
}

const starting = (reading: Reading): number => {
  const first = reading.numbers[reading.numbers.length - 1] ?? 1
  return first === 1 ? 0 : 1.5 + Math.min(first, 5) * 0.3
}

/** `1.2` stands under `1.`; under another number, or under none, something is amiss. */
function prefixCost(parent: Open | null, reading: Reading): number {
  if (reading.numbers.length < 2) return 0
  if (parent && /^arabic\.\d$/u.test(parent.list)) {
    const above = reading.numbers.slice(0, -1)
    return parent.numbers.length === above.length && parent.numbers.every((number, i) => number === above[i]) ? 0 : 2
  }
  return 0.8
}

function push(under: Open | null, reading: Reading): Open {
  const { list, rank, numbers } = reading
  let hash = under?.hash ?? 17
  for (let i = 0; i < list.length; i++) hash = (hash * 31 + list.charCodeAt(i)) | 0
  for (const number of numbers) hash = (hash * 31 + number) | 0
  return { list, rank, numbers, depth: under ? under.depth + 1 : 0, under, hash }
}
