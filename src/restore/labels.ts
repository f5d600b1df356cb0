import type { Change } from './restore.ts'

/** Strokes that recognition takes for one another: all may be a Roman I. */
const LABEL = /^([ \t]*)([IVXl1|!ÌÏ]{1,6})([.)-]|(?=[ \t]))[ \t]*(\S.*)$/u
const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/u
const DIGITS: Record<string, number> = { I: 1, V: 5, X: 10 }

interface Heading {
  start: number
  printed: string
  roman: string
  value: number
  /** The label has a sign that no Arabic number has. */
  certain: boolean
  capitals: boolean
}

/**
 * Mends the Roman numbers of headings that were read as strokes and digits: `|.`, `I11.`, `11.` between `I.` and `III.`. A label of
 * digits alone is Roman only where it goes on from the heading before.
 */
export function mendLabels(text: string): Change[] {
  const headings = findHeadings(text)
  if (!headings.some(({ certain }) => certain)) return []
  const changes: Change[] = []
  let last = 0
  for (const { start, printed, roman, value, certain, capitals } of headings) {
    const goesOn = value === last + 1
    if (!goesOn && !(certain && value > last)) continue
    if (!certain && !capitals) continue
    last = value
    if (printed !== roman) changes.push({ raw: { start, end: start + printed.length }, text: roman, confidence: goesOn ? 0.95 : 0.8 })
  }
  return changes
}

/** A quarter and its year, the quarter's Roman number read as strokes: `Quy 111/2024`, `quý I1 năm 2024`. No quarter is the eleventh. */
const QUARTER =
  /(?<![\p{L}\p{M}])(qu[\p{L}\p{M}]{1,2}[ \t]{1,3})([1lI|]{2,3})(?=[ \t]{0,2}\/[ \t]{0,2}(?:19|20)\p{N}{2}|[ \t]{1,2}n\S{1,2}m[ \t]{1,2}(?:19|20)\p{N}{2})/giu

/** Mends the Roman numbers of quarters. */
export function mendQuarters(text: string): Change[] {
  return [...text.matchAll(QUARTER)].flatMap(({ index, 1: word = '', 2: strokes = '' }) => {
    const start = index + word.length
    const roman = 'I'.repeat(strokes.length)
    return strokes === roman ? [] : [{ raw: { start, end: start + strokes.length }, text: roman, confidence: 0.95 }]
  })
}

function findHeadings(text: string): Heading[] {
  const headings: Heading[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const match = LABEL.exec(line)
    if (match) {
      const [, indent = '', printed = '', mark = '', title = ''] = match
      const roman = printed.replace(/[l1|!ÌÏ]/gu, 'I')
      const capitals = isInCapitals(title)
      const opensHigh = /^[^\p{L}]{0,2}\p{Lu}/u.test(title)
      if (ROMAN.test(roman) && (capitals || (mark !== '' && opensHigh))) {
        headings.push({
          start: start + indent.length,
          printed,
          roman,
          value: romanValue(roman),
          certain: /[IVX|!]/u.test(printed),
          capitals,
        })
      }
    }
    start += line.length + 1
  }
  return headings
}

function isInCapitals(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? []
  return letters.length >= 4 && letters.filter((letter) => letter !== letter.toLowerCase()).length > letters.length * 0.7
}

function romanValue(roman: string): number {
  let value = 0
  for (let i = 0; i < roman.length; i++) {
    const here = DIGITS[roman[i] as string] as number
    value += here < (DIGITS[roman[i + 1] as string] ?? 0) ? -here : here
  }
  return value
}
