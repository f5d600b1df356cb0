import type { Parser, ParsingContext } from 'chrono-node'
import type { ParsingResult } from 'chrono-node/vi'

/** Marks on a result for what chrono has no component for: `…/quarter/3`, and `…/list/5,8,11` for values under one word. */
export const QUARTER_TAG = 'kehoach/quarter/'
export const LIST_TAG = 'kehoach/list/'
/** The year is the document's: chrono drops what has no certain part. */
export const OWN_YEAR_TAG = 'kehoach/own-year'

export const YEAR = '(?:19|20|21)\\d\\d'
/** The year after a month or quarter: `/2024`, ` năm 2024`, `-2024`. */
export const OF_YEAR = `(?:(?: ?/ ?| ?- ?|,? (?:của )?năm )(${YEAR}))?`
export const MONTH = '(?:0?[1-9]|1[0-2])'
export const DAY = '(?:[0-2]?\\d|3[01])'

type Extract = (context: ParsingContext, match: RegExpMatchArray) => ReturnType<Parser['extract']>

/** Whether a stretch, folded, holds what a parser cannot do without. */
export type Needs = (folded: string) => boolean

/** A parser, and what it asks for before it is worth running. */
export interface CuedParser {
  parser: Parser
  needs: Needs
}

/** Needs all of `cues`. */
export const has =
  (...cues: string[]): Needs =>
  (folded) => {
    for (const cue of cues) if (!folded.includes(cue)) return false
    return true
  }

/** A chrono parser for one habit of print; `extract` answers null for "not mine". */
export function parser(needs: Needs, source: string, extract: Extract): CuedParser {
  const pattern = new RegExp(source, 'iu')
  return { needs, parser: { pattern: () => pattern, extract } }
}

/** A result over the whole match with nothing known yet; month and day are lent, so that chrono can order it. */
export function resultOf(context: ParsingContext, match: RegExpMatchArray): ParsingResult {
  const result = context.createParsingResult(match.index ?? 0, match[0])
  result.start.imply('month', 1)
  result.start.imply('day', 1)
  return result
}
