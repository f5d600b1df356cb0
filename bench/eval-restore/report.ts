import type { Calibration } from './calibration.ts'
import { CAUSES } from './causes.ts'
import type { Tally } from './score.ts'

export function heading(text: string): void {
  console.log(`\n### ${text}\n`)
}

/** Prints a Markdown table; the first column to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  console.log([line(head), rule, ...rows.map(line)].join('\n'))
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(2))

export const SCORE_HEAD = ['set', 'read by', 'syllables', 'SER %', 'marks only %', 'WER %', 'CER %', 'made worse']

export const scoreRow = (set: string, by: string, tally: Tally): string[] => [
  set,
  by,
  String(tally.syllables),
  percent(tally.syllableErrors, tally.syllables),
  percent(tally.marksOnly, tally.syllables),
  percent(tally.tokenErrors, tally.tokens),
  percent(tally.characterErrors, tally.characters),
  by === 'raw' ? '-' : String(tally.worse),
]

export const CAUSE_HEAD = ['wrong tokens after', ...CAUSES, 'all']

export const causeRow = (set: string, { causes }: Tally): string[] => [
  set,
  ...CAUSES.map((cause) => String(causes[cause])),
  String(CAUSES.reduce((sum, cause) => sum + causes[cause], 0)),
]

export const CALIBRATION_HEAD = ['calibration', 'words', 'ECE', 'said ≥ 0.95 %', 'of them right %']

export const calibrationRow = (set: string, { words, error, sure, sureRight }: Calibration): string[] => [
  set,
  String(words),
  error.toFixed(4),
  percent(sure, words),
  percent(sureRight, 1),
]
