import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tokenCost } from './align.ts'

const OUTER = /[.,;:!?()[\]{}"'“”‘’…\-–/]/u
const STOP = /[.,;:]/u

/**
 * Takes attached punctuation off both sides where they agree (`(hién),` and `(hiện),`), or where one stop was read as another; what
 * only the engine put there stays (`S&`, `phi)`). Case is kept.
 */
export function peel(raw: string, truth: string): [string, string] {
  let [a, b] = [raw, truth]
  while (a.length > 1 && b.length > 1 && a.charAt(0) === b.charAt(0) && OUTER.test(a.charAt(0))) [a, b] = [a.slice(1), b.slice(1)]
  while (a.length > 1 && b.length > 1) {
    const [lastA, lastB] = [a.charAt(a.length - 1), b.charAt(b.length - 1)]
    if (!(lastA === lastB && OUTER.test(lastA)) && !(STOP.test(lastA) && STOP.test(lastB))) break
    ;[a, b] = [a.slice(0, -1), b.slice(0, -1)]
  }
  return [a, b]
}

/** Sums `pairs-ENGINE.tsv` under `cache` into `ENGINE.tsv.gz` under `folder`: raw, true, count, by raw, then count, then true. */
export function writeCounts(cache: string, folder: string): void {
  for (const engine of ['eng', 'vie']) {
    const path = resolve(cache, `pairs-${engine}.tsv`)
    if (!existsSync(path)) continue
    const counts = new Map<string, number>()
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const [raw, truth] = line.split('\t')
      if (raw === undefined || truth === undefined || raw === '') continue
      const [a, b] = peel(raw, truth)
      // Where hardly a letter agrees, the two sides met by accident of the alignment.
      if (b !== '' && tokenCost(a.replace(/ /g, ''), b.replace(/ /g, '')) > 0.62 * Math.max(a.length, b.length)) continue
      const key = `${a}\t${b}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const rows = [...counts].map(([key, count]) => ({
      raw: key.slice(0, key.indexOf('\t')),
      truth: key.slice(key.indexOf('\t') + 1),
      count,
    }))
    const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
    rows.sort((x, y) => order(x.raw, y.raw) || y.count - x.count || order(x.truth, y.truth))
    writeFileSync(
      resolve(folder, `${engine}.tsv.gz`),
      gzipSync(rows.map((row) => `${row.raw}\t${row.truth}\t${row.count}\n`).join(''), { level: 9 }),
    )
  }
}
