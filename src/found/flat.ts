let last: { text: string; from: number; to: number; flat: string } | null = null

/**
 * `text.slice(from, to)` with every white space as one space, letter for letter. Readers of one clause ask one after another for the same
 * stretch: the last answer is kept.
 */
export function flatSlice(text: string, from: number, to: number): string {
  if (last !== null && last.from === from && last.to === to && last.text === text) return last.flat
  const slice = text.slice(from, to)
  const flat = /[^\S ]/u.test(slice) ? slice.replace(/\s/gu, ' ') : slice
  last = { text, from, to, flat }
  return flat
}
