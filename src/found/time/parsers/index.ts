import { bareDay, days, spacedDay } from './day.ts'
import { month, slashedMonth, week } from './month.ts'
import type { CuedParser } from './parser.ts'
import { quarter } from './quarter.ts'
import { endOfYear, partOfYear, period } from './year.ts'

export { type CuedParser, has, LIST_TAG, OWN_YEAR_TAG, QUARTER_TAG } from './parser.ts'

/** What chrono's Vietnamese leaves out; each parser is one habit of print. */
export const OWN_PARSERS: CuedParser[] = [quarter, month, slashedMonth, week, partOfYear, endOfYear, period, days, spacedDay, bareDay]
