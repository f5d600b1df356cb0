// `npm run eval:references [-- FILE]`: citations and laws against sentences of law in which references are marked (VNLegalText's test set, one JSON a line):
// recall and precision of those with a figure and of laws by their name, what is missed, and what is found that no label marks, by cause.
import { existsSync, readFileSync } from 'node:fs'
import { findFields, toDocument } from '../../src/found/index.ts'

interface Labelled {
  start: number
  end: number
  code: string
  text: string
  /** It has a figure: a number, or a law's date. */
  numbered: boolean
}

interface Read {
  start: number
  end: number
  raw: string
  numbered: boolean
}

interface Tally {
  gold: number
  found: number
  pairs: number
  /** Pairs whose first and last letters are the same. */
  exact: number
  missed: string[]
  extra: { cause: string; text: string }[]
}

// A sentence stands in the body of a document.
const HEAD = 'KẾ HOẠCH\nHọc tập năm 2023\n\n'
// Why a label may be missing, by the words before.
const CAUSES: [string, RegExp][] = [
  ['given a name in brackets (`sau đây gọi là …`), which repeats it', /(?:gọi|viết)(?: tắt| chung)? là $/u],
  ['after a part with a letter or Roman number (`mục VI`, `Phụ lục Ia`)', /(?:mục|phần|chương|phụ lục) [\dIVXA-Z]+[a-z]?,? $/iu],
]
const LAWS = new Set(['L', 'BL', 'PL', 'HP'])

const file = process.argv[2] ?? '../shared/labelled/references.jsonl'
if (!existsSync(file)) {
  console.error(`${file}: not here`)
  process.exit(1)
}
const numbered: Tally = { gold: 0, found: 0, pairs: 0, exact: 0, missed: [], extra: [] }
const named: Tally = { gold: 0, found: 0, pairs: 0, exact: 0, missed: [], extra: [] }
const lines = readFileSync(file, 'utf8').trim().split('\n')
for (const line of lines) {
  const { text, references } = withoutMarks(JSON.parse(line))
  compare(text, references, read(text))
}
report(`${lines.length} sentences: references with a number or a day`, numbered)
report('laws by their name, with a year or without', named)

/** Some sentences hold labels as marks in their text (`<L rel="none"> … </L>`): they are no print. */
function withoutMarks({ text, references }: { text: string; references: Labelled[] }): { text: string; references: Labelled[] } {
  const marks = [...text.matchAll(/<\/?[A-Z]+[^<>]*> ?/gu)]
  const shifted = (at: number): number =>
    at - marks.reduce((sum, { index, 0: mark }) => sum + Math.max(0, Math.min(mark.length, at - index)), 0)
  return {
    text: text.replace(/<\/?[A-Z]+[^<>]*> ?/gu, ''),
    references: references.map((reference) => ({ ...reference, start: shifted(reference.start), end: shifted(reference.end) })),
  }
}

function read(text: string): Read[] {
  const { citations, laws } = findFields(toDocument(HEAD + text.normalize('NFC')))
  return [
    ...citations.map((citation) => ({ ...citation, numbered: true })),
    ...laws.map((law) => ({ ...law, numbered: law.date?.precision === 'day' })),
  ]
    .map(({ raw, span, date, numbered: isNumbered }) => ({
      raw,
      start: span.start - HEAD.length,
      end: Math.max(span.end, date?.span.end ?? 0) - HEAD.length,
      numbered: isNumbered,
    }))
    .sort((a, b) => a.start - b.start)
}

/** Pairs labels with what was found; each counts where its label does. */
function compare(text: string, gold: Labelled[], found: Read[]): void {
  const left = new Set(found)
  for (const { start, end, text: label, numbered: isNumbered, code } of gold) {
    if (!isNumbered && !LAWS.has(code)) continue
    const tally = isNumbered ? numbered : named
    tally.gold++
    const pair = [...left].find((one) => one.start < end && one.end > start)
    if (pair === undefined) {
      tally.missed.push(`${label}\n    ${around(text, start, end)}`)
      continue
    }
    left.delete(pair)
    tally.found++
    tally.pairs++
    if (pair.start === start && pair.end === end) tally.exact++
  }
  for (const { raw, start, end, numbered: isNumbered } of left) {
    const tally = isNumbered ? numbered : named
    tally.found++
    tally.extra.push({ cause: causeOf(text, start), text: `${raw}\n    ${around(text, start, end)}` })
  }
}

function causeOf(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 40), start)
  return CAUSES.find(([, pattern]) => pattern.test(before))?.[0] ?? 'not marked, though cited like those that are'
}

function around(text: string, start: number, end: number): string {
  return `… ${text.slice(Math.max(0, start - 70), start)}«${text.slice(start, end)}»${text.slice(end, end + 40)} …`
}

function report(title: string, { gold, found, pairs, exact, missed, extra }: Tally): void {
  const share = (part: number, whole: number): string => (whole === 0 ? 1 : part / whole).toFixed(3)
  console.log(`\n${title}`)
  console.log(
    `  labels ${gold}, found ${found}, both ${pairs}; recall ${share(pairs, gold)}, precision ${share(pairs, found)}; same ends ${share(exact, pairs)}`,
  )
  for (const text of missed) console.log(`  missed: ${text}`)
  const causes = new Map<string, string[]>()
  for (const { cause, text } of extra) causes.set(cause, [...(causes.get(cause) ?? []), text])
  for (const [cause, texts] of causes) {
    console.log(`  found, ${cause}: ${texts.length}`)
    for (const text of texts) console.log(`    ${text}`)
  }
}
