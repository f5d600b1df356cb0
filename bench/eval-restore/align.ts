/** One place where two sequences differ; '' on the side that has nothing there. */
export interface Difference {
  truth: string
  read: string
  /** Index of the true item, or of the one before which something was added. */
  at: number
}

export interface Alignment {
  differences: Difference[]
  /** For each true item, whether it was read as it is. */
  right: boolean[]
}

/** Levenshtein alignment; equal ends are taken off first, so that near-equal texts cost little. */
export function align(truth: readonly string[], read: readonly string[]): Alignment {
  let from = 0
  while (from < truth.length && from < read.length && truth[from] === read[from]) from++
  let tail = 0
  while (tail < truth.length - from && tail < read.length - from && truth[truth.length - 1 - tail] === read[read.length - 1 - tail]) tail++
  const [n, m] = [truth.length - from - tail, read.length - from - tail]
  const width = m + 1
  const distance = new Uint32Array((n + 1) * width)
  const at = (i: number, j: number): number => distance[i * width + j] as number
  for (let j = 0; j <= m; j++) distance[j] = j
  for (let i = 1; i <= n; i++) {
    distance[i * width] = i
    for (let j = 1; j <= m; j++) {
      const kept = at(i - 1, j - 1) + (truth[from + i - 1] === read[from + j - 1] ? 0 : 1)
      distance[i * width + j] = Math.min(kept, at(i - 1, j) + 1, at(i, j - 1) + 1)
    }
  }
  const right = new Array<boolean>(truth.length).fill(true).fill(false, from, from + n)
  const differences: Difference[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [a, b] = [truth[from + i - 1] as string, read[from + j - 1] as string]
    if (i > 0 && j > 0 && a === b && at(i, j) === at(i - 1, j - 1)) {
      right[from + i - 1] = true
      i--
      j--
    } else if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + 1) {
      differences.push({ truth: a, read: b, at: from + i - 1 })
      i--
      j--
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) {
      differences.push({ truth: a, read: '', at: from + i - 1 })
      i--
    } else {
      differences.push({ truth: '', read: b, at: from + i })
      j--
    }
  }
  return { differences: differences.reverse(), right }
}
