import { fold } from '../vietnamese/letters.ts'

/** How many letters have to be put in, left out or changed to make `a` into `b`; counting stops at `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}

/** The letters of `text`, folded: what a bad scan leaves to compare. */
export function bareLetters(text: string): string {
  return fold(text).replace(/[^a-z]/gu, '')
}
