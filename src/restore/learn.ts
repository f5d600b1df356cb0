/**
 * Learns the OCR channel p(read | printed) as a product of small units, each one or two printed letters read as one to three
 * characters, or one character that was never printed. Expectation-maximisation over all ways to cut a pair into units (the
 * many-to-many aligner of Jiampojamarn et al., 2007). Training learns a dialect so, and restoration learns on from one document.
 */
export interface Pair {
  read: string
  printed: string
  count: number
}
export interface Unit {
  printed: string
  read: string
  probability: number
}

const SHAPES: readonly (readonly [printed: number, read: number])[] = [
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 1],
  [2, 2],
  [2, 3],
  [0, 1],
]
/** How likely a cut is to take two letters at once, or to read what is not there, before any evidence. */
const WIDE = 0.08
const EXTRA = 0.01
const FLOOR = 1e-7

export interface LearnOptions {
  rounds?: number
  /** Units to start from, each counted as if seen before; without them learning starts from the letters' likeness. */
  prior?: readonly Unit[]
  log?: (line: string) => void
}

/** How often each letter, or pair of letters, of the prior counts as seen before. */
const PRIOR_LETTER = 25
const PRIOR_PAIR = 3

/** The units behind the pairs. Time is linear in the pairs. */
export function learnChannel(pairs: readonly Pair[], { rounds = 8, prior = [], log = () => {} }: LearnOptions = {}): Unit[] {
  let model = new Map(prior.map(({ printed, read, probability }) => [`${printed}\t${read}`, probability]))
  for (let round = 0; round < rounds; round++) {
    const expected = new Map<string, number>()
    for (const { printed, read, probability } of prior) {
      expected.set(`${printed}\t${read}`, probability * (printed.length === 1 ? PRIOR_LETTER : PRIOR_PAIR))
    }
    let total = 0
    let seen = 0
    for (const pair of pairs) {
      const likelihood = collect(pair, model, round === 0 && prior.length === 0, expected)
      total += pair.count * Math.log(likelihood || 1e-40)
      seen += pair.count
    }
    model = normalise(expected, prior.length > 0 ? 0 : round === rounds - 1 ? 1.2 : 0.3)
    log(`round ${round + 1}: ${(-total / seen).toFixed(3)} nats a word, ${model.size} units`)
  }
  return [...model].map(([key, probability]) => {
    const [printed = '', read = ''] = key.split('\t')
    return { printed, read, probability }
  })
}

function weigh(model: Map<string, number>, first: boolean, printed: string, read: string): number {
  const prior = cutPrior(printed)
  if (first) {
    // A start that favours letters read as themselves, marks apart, and short units.
    const same = bare(printed) === bare(read)
    return prior * (same ? 0.5 : 0.02 * 0.2 ** (printed.length + read.length - 2))
  }
  return prior * (model.get(`${printed}\t${read}`) ?? FLOOR)
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase()

/** Adds the pair's expected unit counts; returns its likelihood. */
function collect({ read, printed, count }: Pair, model: Map<string, number>, first: boolean, expected: Map<string, number>): number {
  const width = read.length + 1
  const size = (printed.length + 1) * width
  const forward = new Float64Array(size)
  const backward = new Float64Array(size)
  const steps: [from: number, to: number, weight: number, key: string][] = []
  forward[0] = 1
  for (let i = 0; i <= printed.length; i++) {
    for (let j = 0; j <= read.length; j++) {
      const from = i * width + j
      if (!forward[from]) continue
      for (const [p, r] of SHAPES) {
        if (i + p > printed.length || j + r > read.length) continue
        const printedPart = printed.slice(i, i + p)
        const readPart = read.slice(j, j + r)
        const weight = weigh(model, first, printedPart, readPart)
        const to = (i + p) * width + j + r
        forward[to] = (forward[to] as number) + (forward[from] as number) * weight
        steps.push([from, to, weight, `${printedPart}\t${readPart}`])
      }
    }
  }
  const likelihood = forward[size - 1] as number
  if (!(likelihood > 0)) return 0
  backward[size - 1] = 1
  for (let s = steps.length - 1; s >= 0; s--) {
    const [from, to, weight] = steps[s] as (typeof steps)[number]
    backward[from] = (backward[from] as number) + weight * (backward[to] as number)
  }
  for (const [from, to, weight, key] of steps) {
    const posterior = ((forward[from] as number) * weight * (backward[to] as number)) / likelihood
    if (posterior > 1e-6) expected.set(key, (expected.get(key) ?? 0) + posterior * count)
  }
  return likelihood
}

/** Probabilities of what each printed part is read as; `discount` is taken from every count, so that chance pairs fall out. */
function normalise(expected: Map<string, number>, discount: number): Map<string, number> {
  const totals = new Map<string, number>()
  for (const [key, value] of expected) {
    const printed = key.slice(0, key.indexOf('\t'))
    totals.set(printed, (totals.get(printed) ?? 0) + value)
  }
  const model = new Map<string, number>()
  for (const [key, value] of expected) {
    const kept = value - discount
    if (kept <= 0) continue
    const probability = kept / ((totals.get(key.slice(0, key.indexOf('\t'))) as number) + 1)
    if (probability > 1e-6) model.set(key, probability)
  }
  return model
}

/** How likely a cut is to take `printed` as one unit, before any evidence. */
const cutPrior = (printed: string): number => (printed === '' ? EXTRA : printed.length === 2 ? WIDE : 1 - WIDE)

/** A unit's cost in nats, its cut's prior included. */
export function unitCost({ printed, probability }: Unit): number {
  return -Math.log(probability * cutPrior(printed))
}

/** The unit of a given cost: the inverse of `unitCost`. */
export function unitOfCost(printed: string, read: string, cost: number): Unit {
  return { printed, read, probability: Math.exp(-cost) / cutPrior(printed) }
}
