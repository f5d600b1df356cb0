import { compareKey } from '../src/vietnamese/letters.ts'

/** Words without punctuation at their ends and without digits, case and tone placement aside. */
const syllables = (text: string): string[] =>
  compareKey(text)
    .split(' ')
    .map((token) => token.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter((token) => token !== '' && !/\p{N}/u.test(token))

/** The share of the true syllables that are wrong, missing or too many: edit distance over their number. */
export function syllableErrorRate(truth: string, read: string): number {
  const [a, b] = [syllables(truth), syllables(read)]
  let row = b.map((_, j) => j + 1)
  row.unshift(0)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return (row[b.length] as number) / a.length
}
