import { stripMarks } from '../vietnamese/letters.ts'

/**
 * A stretch of raw text that may stand for words. `word`: letters, perhaps with the digits and junk that OCR put in; `number`: digits
 * with their points and commas; `fixed`: an address, a path, a code, which passes untouched.
 */
export interface Core {
  start: number
  end: number
  text: string
  kind: 'word' | 'number' | 'fixed'
  /** A stop, a label or a new paragraph stands before: the words before say nothing about this one. */
  opens: boolean
  /** Only white space parts it from the core before, on the same line, so that the two may be one word. */
  follows: boolean
}

const LETTER = 1
const DIGIT = 2
const JUNK = 3
/** Inside a word it is junk, at its edge it is punctuation. */
const INNER = 4
const BREAK = 5
const SPACE = 6
const NEWLINE = 7

const INNER_CHARACTERS = '.\'’‘`´"“”^~*°'
const JUNK_CHARACTERS = '&¢¥€£§©®™$#@¤¦¨¬¶¿¡ªº²³¹†‡'

const classes = new Uint8Array(0x10000)
function classOf(code: number): number {
  const known = classes[code] as number
  if (known !== 0) return known
  const character = String.fromCharCode(code)
  const found = /[\p{L}\p{M}]/u.test(character)
    ? LETTER
    : /\p{N}/u.test(character) && !JUNK_CHARACTERS.includes(character)
      ? DIGIT
      : character === '\n' || character === '\f'
        ? NEWLINE
        : /\s/u.test(character)
          ? SPACE
          : INNER_CHARACTERS.includes(character)
            ? INNER
            : JUNK_CHARACTERS.includes(character)
              ? JUNK
              : code >= 0xd800 && code <= 0xdfff
                ? JUNK
                : BREAK
  classes[code] = found
  return found
}

const ADDRESS = /:\/\/|^www\.|@\S{1,64}\.|\.(?:vn|com|net|org|gov|edu|html?|pdf|docx?|xlsx?)(?:$|[/.,;:)?])/iu
/** Abbreviations joined by a real `&`: `TT&TT`, `GD&ĐT-TH`. */
const JOINED_ABBREVIATION = /^([("“]*)(\p{Lu}{1,6}(?:&\p{Lu}{2,6})+)[)"”.,;:/-]*$/u
/** Names of peoples and places with an apostrophe of their own: `M'nông`, `H’Mông`, `Ea H'leo`. */
const APOSTROPHE_NAME = /^([("“]*)(\p{Lu}['’]\p{L}{2,8})[)"”.,;:/-]*$/u
const STOP = /[.;:!?]["”’)\]]*$/u
const LABEL = /^[([]?(?:[IVXLl|1i]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|\p{L})[.)/:-]+$|^[-–—•·+*»]+$/u

/**
 * Cuts raw text into cores, in order. Everything between them passes as it is. `horned`: a quote or a question mark after a letter may
 * be the horn of `ơ` or `ư` that an English recogniser saw (`tro’`, `ct?`), and belongs to the core.
 */
export function segment(text: string, horned = false): Core[] {
  const cores: Core[] = []
  let opens = true
  let newlines = 2
  let at = 0
  let firstOfLine = true
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === NEWLINE) {
      newlines++
      firstOfLine = true
      at++
      continue
    }
    if (kind === SPACE) {
      at++
      continue
    }
    let end = at
    while (end < text.length && classOf(text.charCodeAt(end)) < SPACE) end++
    const chunk = text.slice(at, end)
    if (newlines > 1) opens = true
    const label = firstOfLine && LABEL.test(chunk)
    if (label) opens = true
    const before = cores.length
    cut(chunk, at, cores, horned)
    for (let i = before; i < cores.length; i++) {
      const core = cores[i] as Core
      core.opens = opens
      core.follows = i === before && !firstOfLine && !opens && before > 0 && isBlank(text, (cores[before - 1] as Core).end, core.start)
      opens = false
    }
    if (STOP.test(chunk) || label) opens = true
    newlines = 0
    firstOfLine = false
    at = end
  }
  return cores
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (classOf(text.charCodeAt(i)) !== SPACE) return false
  return true
}

/** A longer run without white space is no print; what follows looks ahead in it, which would cost the square of its length. */
export const LONGEST_CHUNK = 500

/** Cuts one run without white space. */
function cut(chunk: string, offset: number, cores: Core[], horned: boolean): void {
  if (chunk.length > LONGEST_CHUNK) {
    push(cores, chunk, offset, 0, chunk.length, 'fixed')
    return
  }
  const joined = JOINED_ABBREVIATION.exec(chunk) ?? (horned ? null : APOSTROPHE_NAME.exec(chunk))
  if (joined) {
    push(cores, chunk, offset, joined[1]?.length ?? 0, (joined[1]?.length ?? 0) + (joined[2] as string).length, 'fixed')
    return
  }
  if (ADDRESS.test(chunk)) {
    push(cores, chunk, offset, 0, chunk.length, 'fixed')
    return
  }
  let start = -1
  for (let i = 0; i <= chunk.length; i++) {
    const kind = i < chunk.length ? classOf(chunk.charCodeAt(i)) : BREAK
    const inside = kind === LETTER || kind === DIGIT || kind === JUNK || (kind === INNER && start >= 0) || joinsDigits(chunk, i, start)
    if (inside || (horned && isHorn(chunk, i))) {
      if (start < 0) start = i
      continue
    }
    if (start >= 0) split(chunk, offset, start, i, cores, horned)
    start = -1
  }
}

/** A sign that an English recogniser reads for the horn of a letter just before it, where no quotation was opened. */
function isHorn(chunk: string, i: number): boolean {
  return (
    i > 0 &&
    i < chunk.length &&
    HORNS.includes(chunk[i] as string) &&
    classOf(chunk.charCodeAt(i - 1)) === LETTER &&
    !OPENS_QUOTATION.test(chunk)
  )
}

const HORNS = "?!'’‘"
const OPENS_QUOTATION = /^[('‘“"]*['‘“"]/u

/** A comma or a hyphen between digits belongs to the number. */
function joinsDigits(chunk: string, i: number, start: number): boolean {
  return start >= 0 && i > 0 && i + 1 < chunk.length && ',/-'.includes(chunk[i] as string) && isDigit(chunk, i - 1) && isDigit(chunk, i + 1)
}

const isDigit = (text: string, i: number) => classOf(text.charCodeAt(i)) === DIGIT

/** Trims the edges of a run, and parts it at points that stand between words (`VP.UBND`, `V.TỔ`). */
function split(chunk: string, offset: number, from: number, to: number, cores: Core[], horned: boolean): void {
  let start = from
  let end = to
  while (end > start && classOf(chunk.charCodeAt(end - 1)) === INNER && !(horned && isHorn(chunk, end - 1))) end--
  while (start < end && classOf(chunk.charCodeAt(start)) === INNER) start++
  if (start === end) return
  for (let i = start; i < end; i++) {
    if (chunk[i] === '.' && isPoint(chunk, start, i, end)) {
      split(chunk, offset, start, i, cores, horned)
      split(chunk, offset, i + 1, end, cores, horned)
      return
    }
  }
  const quarter = QUARTER_OF_YEAR.exec(chunk.slice(start, end))
  if (quarter) {
    push(cores, chunk, offset, start, start + (quarter[1] as string).length, 'number')
    push(cores, chunk, offset, end - 4, end, 'number')
    return
  }
  let letters = 0
  let digits = 0
  for (let i = start; i < end; i++) {
    const kind = classOf(chunk.charCodeAt(i))
    if (kind === LETTER) letters++
    if (kind === DIGIT) digits++
  }
  if (letters === 0 && digits === 0 && end - start > 1) return
  push(cores, chunk, offset, start, end, letters === 0 && digits > 0 ? 'number' : 'word')
}

/** A quarter and a year, the quarter's Roman number read as digits: `111/2024`. */
const QUARTER_OF_YEAR = /^(1{1,3})\/(?:19|20)\p{N}{2}$/u

const VOWEL = /[aeiouy]/iu
const ROMAN = /^[IVX]+$/u

/** Whether the point at `i` parts two words rather than being junk inside one. */
function isPoint(chunk: string, start: number, i: number, end: number): boolean {
  const left = chunk.slice(start, i)
  const right = chunk.slice(i + 1, end)
  if (isDigit(chunk, i - 1) && isDigit(chunk, i + 1)) return false
  if (/^\p{N}+$/u.test(left) || ROMAN.test(left)) return right.length > 1
  const capitals = left === left.toUpperCase() && right === right.toUpperCase() && left.length > 1 && right.length > 1
  const clean = /^\p{L}+$/u.test(left) && /^\p{L}+$/u.test(right)
  return (
    clean && (capitals || (left.length > 1 && right.length > 1 && VOWEL.test(stripMarks(left)) && right[0] !== right[0]?.toLowerCase()))
  )
}

function push(cores: Core[], chunk: string, offset: number, start: number, end: number, kind: Core['kind']): void {
  cores.push({ start: offset + start, end: offset + end, text: chunk.slice(start, end), kind, opens: false, follows: false })
}
