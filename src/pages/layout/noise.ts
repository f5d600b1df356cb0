import { bottom, centreX } from '../../schema/box.ts'
import type { Chunk } from './chunk.ts'
import type { Row } from './rows.ts'

const LETTER = /[\p{L}\p{N}]/u
/** What stands alone before a clause of a list. */
const BULLET = /^[-–—+•*·]{1,2}$/u
/** Closes the body of every administrative document. */
const END = /\.\/\.$/u
const PAGE_NUMBER = /^\P{L}{0,3}\p{N}{1,3}\P{L}{0,3}$/u

/** Rows without page numbers, specks read as letters, and what stands after the `./.` that ends a document. */
export function dropNoise(rows: readonly Row[], page: { width: number; height: number }, height: number): Row[] {
  const kept: Row[] = []
  for (const [i, row] of rows.entries()) {
    if (isPageNumber(row, page, rows[i - 1], rows[i + 1], height)) continue
    const chunks = row.chunks
      .map((chunk) => cleanChunk(chunk, row, height))
      .filter((chunk) => chunk.words.length > 0 && !isJunk(chunk, row))
    if (chunks.length > 0) kept.push({ ...row, chunks: cutAfterEnd(chunks) })
  }
  return kept
}

/** A number alone in the top or bottom margin, apart from the text. */
function isPageNumber(
  row: Row,
  page: { width: number; height: number },
  before: Row | undefined,
  after: Row | undefined,
  height: number,
): boolean {
  const words = row.chunks.flatMap((chunk) => chunk.words)
  if (words.length > 3 || !PAGE_NUMBER.test(words.map((word) => word.text).join(''))) return false
  const x = centreX((row.chunks[0] as Chunk).box) / page.width
  if (x < 0.4) return false
  const inTop = row.bottom < page.height * 0.12 && before === undefined
  const inFoot = row.top > page.height * 0.85 && after === undefined
  const apart = inTop
    ? after === undefined || after.top - row.bottom > height * 0.5
    : before === undefined || row.top - before.bottom > height
  return (inTop || inFoot) && apart
}

/** Drops marks that no print has: signs alone that are no bullet, read without confidence. */
function cleanChunk(chunk: Chunk, row: Row, height: number): Chunk {
  const words = chunk.words.filter((word, i) => {
    if (LETTER.test(word.text)) return word.box.height < height * 3
    const starts = i === 0 && chunk === row.chunks[0]
    if (BULLET.test(word.text)) return starts || word.confidence > 0.5
    return word.confidence > 0.6 || word.text.includes('/')
  })
  return { ...chunk, words }
}

/** One or two short words that the recogniser itself does not believe in: a scribble, a stamp's edge, dust. */
function isJunk(chunk: Chunk, row: Row): boolean {
  if (chunk.words.some((word) => END.test(word.text))) return false
  const letters = chunk.words
    .map((word) => word.text)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
  const confidence = chunk.words.reduce((sum, word) => sum + word.confidence, 0) / chunk.words.length
  if (/^\p{L}$/u.test(letters) && row.chunks.length === 1) return true
  // A dash before nothing, beside other print: the end of a signature's stroke. In a table it says that there is nothing to say.
  if (letters.length === 0 && chunk !== row.chunks[0] && row.chunks.length < 3) return true
  if (letters.length === 0) return chunk.words.every((word) => !BULLET.test(word.text)) || bottom(chunk.box) - chunk.box.y < 3
  return chunk.words.length <= 3 && letters.length <= 6 && confidence < 0.5
}

/** After `./.` the clerk initials the page by hand. */
function cutAfterEnd(chunks: Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (const chunk of chunks) {
    const end = chunk.words.findIndex((word) => END.test(word.text))
    out.push(end < 0 ? chunk : { ...chunk, words: chunk.words.slice(0, end + 1) })
    if (end >= 0) break
  }
  return out
}
