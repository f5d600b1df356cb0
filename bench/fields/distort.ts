// A clean text as recognisers hand it on: two columns in one line, lines of a page's width, page numbers, letters misread.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { stripMarks } from '../../src/vietnamese/letters.ts'
import { createRandom } from '../../training/noise/random.ts'

const PAIRS = 'training/pairs/eng.tsv.gz'
const LINES_A_PAGE = 44

/** `text` printed on pages: letterhead and closing in two columns that were read into one line, body broken at a line's width. */
export function asPages(text: string, seed: number): string {
  const random = createRandom(seed)
  const gap = random.chance(0.5) ? ' ' : ' '.repeat(6 + Math.floor(random.next() * 12))
  const width = 72 + Math.floor(random.next() * 20)
  const lines = text.split('\n').map((line) => line.trim())
  const whole = lines.filter((line) => line !== '')
  const { head, rest } = fuseLetterhead(whole, gap)
  const printed = [...head, ...fuseClosing(rest, gap).flatMap((line) => wrap(line, width))]
  return printed
    .flatMap((line, i) => (i > 0 && i % LINES_A_PAGE === 0 ? [`\f${1 + i / LINES_A_PAGE}`, line] : [line]))
    .join('\n')
    .replaceAll('\n\f', '\f')
}

function wrap(line: string, width: number): string[] {
  if (line.length <= width || line.includes(' | ')) return [line]
  const out: string[] = []
  let row = ''
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      out.push(row)
      row = word
    } else row = row === '' ? word : `${row} ${word}`
  }
  return [...out, row]
}

const RIGHT = /^(?:CỘNG HÒA|Độc lập|ĐẢNG CỘNG SẢN|ĐOÀN TNCS|\p{Lu}[\p{L}\p{M}' -]{1,30}, ngày)/u

/** The letterhead's two columns, row by row, and what stands under it. */
function fuseLetterhead(lines: string[], gap: string): { head: string[]; rest: string[] } {
  const motto = lines.findIndex((line) => RIGHT.test(line))
  if (motto < 1 || motto > 5) return { head: [], rest: lines }
  let end = motto
  while (end < motto + 6 && (RIGHT.test(lines[end] ?? '') || /^(?:Số|V\/v|\*)/u.test(lines[end] ?? ''))) end++
  const head = lines.slice(0, end)
  const right = head.filter((line) => RIGHT.test(line))
  const left = head.filter((line) => !RIGHT.test(line))
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [left[i], right[i]].filter(Boolean).join(gap))
  return { head: rows, rest: lines.slice(end) }
}

/** Nơi nhận beside the signer. */
function fuseClosing(lines: string[], gap: string): string[] {
  const from = lines.findIndex((line) => /^Nơi nhận:$/u.test(line))
  if (from < 0) return lines
  let to = from + 1
  while (to < lines.length && /^-/u.test(lines[to] ?? '')) to++
  let end = to
  while (
    end < lines.length &&
    end < to + 5 &&
    (lines[end] ?? '').length < 50 &&
    !/^(?:PHỤ LỤC|Phụ lục|KẾ HOẠCH|\()/u.test(lines[end] ?? '')
  )
    end++
  const list = lines.slice(from, to)
  const signer = lines.slice(to, end)
  if (signer.length > list.length) return lines
  // The name stands some rows below the title, where the signature is.
  const titles = signer.filter((line) => line === line.toUpperCase())
  const names = signer.filter((line) => line !== line.toUpperCase())
  const column = [...titles, ...Array.from({ length: Math.max(0, list.length - titles.length - names.length) }, () => ''), ...names]
  const rows = list.map((line, i) => [line, column[i]].filter(Boolean).join(gap))
  return [...lines.slice(0, from), ...rows, ...column.slice(list.length), ...lines.slice(end)]
}

let readings: Map<string, [raw: string, count: number][]> | null = null
/** How a recogniser of English read each word of Vietnamese print, and how often so; right readings are among them. */
function readingsOf(word: string): readonly [string, number][] | undefined {
  if (readings === null) {
    readings = new Map()
    for (const row of gunzipSync(readFileSync(PAIRS)).toString('utf8').split('\n')) {
      const [raw = '', truth = '', count = '1'] = row.split('\t')
      if (truth === '' || raw === '' || raw.includes(' ') || truth.includes(' ')) continue
      readings.set(truth, [...(readings.get(truth) ?? []), [raw, Number(count)]])
    }
  }
  return readings.get(word)
}

/** `text` as a recogniser of English reads Vietnamese print: each word as it read that word elsewhere, or without its marks. */
export function misread(text: string, seed: number): string {
  const random = createRandom(seed)
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const known = readingsOf(word)
    return known === undefined ? stripMarks(word) : random.weighted(known)
  })
}
