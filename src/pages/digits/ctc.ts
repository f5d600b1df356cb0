import { BLANK, SIGNS } from './network.ts'

const NEVER = Number.NEGATIVE_INFINITY

const add = (a: number, b: number): number => {
  if (a === NEVER) return b
  if (b === NEVER) return a
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))
}

/** Log probability of `digits` under the network's rows, all ways of placing them summed (Graves et al., 2006). */
export function likelihood(rows: Float32Array, digits: string): number {
  const signs = [BLANK, ...[...digits].flatMap((digit) => [Number(digit), BLANK])]
  let paths = signs.map((sign, i) => (i < 2 ? (rows[sign] as number) : NEVER))
  for (let at = SIGNS; at < rows.length; at += SIGNS) {
    paths = signs.map((sign, i) => {
      let sum = add(paths[i] as number, i > 0 ? (paths[i - 1] as number) : NEVER)
      if (i > 1 && sign !== BLANK && sign !== signs[i - 2]) sum = add(sum, paths[i - 2] as number)
      return sum + (rows[at + sign] as number)
    })
  }
  return add(paths.at(-1) as number, paths.length > 1 ? (paths.at(-2) as number) : NEVER)
}

/** The likeliest strings of digits, the best first: a beam over prefixes (Hannun et al., 2014). */
export function likeliest(rows: Float32Array, width = 12): string[] {
  let beam = new Map<string, { blank: number; sign: number }>([['', { blank: 0, sign: NEVER }]])
  for (let at = 0; at < rows.length; at += SIGNS) {
    const next = new Map<string, { blank: number; sign: number }>()
    const grow = (prefix: string, side: 'blank' | 'sign', by: number): void => {
      const entry = next.get(prefix) ?? { blank: NEVER, sign: NEVER }
      entry[side] = add(entry[side], by)
      next.set(prefix, entry)
    }
    for (const [prefix, { blank, sign }] of beam) {
      const all = add(blank, sign)
      grow(prefix, 'blank', all + (rows[at + BLANK] as number))
      for (let digit = 0; digit < 10; digit++) {
        const now = rows[at + digit] as number
        if (now < -9) continue
        const repeats = prefix.endsWith(String(digit))
        if (repeats) grow(prefix, 'sign', sign + now)
        grow(prefix + digit, 'sign', (repeats ? blank : all) + now)
      }
    }
    const ranked = [...next].sort((a, b) => add(b[1].blank, b[1].sign) - add(a[1].blank, a[1].sign))
    beam = new Map(ranked.slice(0, width))
  }
  return [...beam.keys()]
}
