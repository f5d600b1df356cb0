import type { ParsedResult, Refiner } from 'chrono-node'
import type { ParsingResult } from 'chrono-node/vi'

const DATED = ['day', 'month', 'year'] as const
// What may stand before a day and month without a year; `24/7` and `1/2` have none of it.
const BEFORE_DAY = /(?:ngày|trước|sau|đến|tới|từ|hết|hạn|xong|hoàn thành|dịp|hạn chót|chậm nhất|là|vào|sáng|chiều|tối|và|[-–|(,:;])\s*$/iu
const EVERY = /(?:mỗi|hằng|hàng|từng)\s+$/iu
const WITHOUT_YEAR = /^\d{1,2}\/\d{1,2}$/u

/** Drops what chrono invents: hours alone, spans counted from today (`5 năm trước`), and fractions read as days (`24/7`). */
export const dropInvented: Refiner = {
  refine: (context, results) =>
    results.filter((result) => {
      const start = result.start
      if (start.tags().has('result/relativeDate')) return false
      if (!DATED.some((part) => start.isCertain(part))) return false
      if (start.isCertain('weekday') && !start.isCertain('day')) return false
      // `mỗi tháng 02 kỳ`, `mỗi tháng một lần` name no month.
      if (EVERY.test(before(context.text, result)) || !/\d|quý/iu.test(result.text)) return false
      return !WITHOUT_YEAR.test(result.text) || BEFORE_DAY.test(before(context.text, result)) || atStart(context.text, result)
    }),
}

const TO = /^\s*(?:–|-|đến|tới)\s*(?:hết\s*)?(?:(?:ngày|tháng)\s*)?$/iu

/** Joins `từ ngày A đến hết ngày B`; what the first end leaves out (`10/3 đến 31/5/2023`) it takes from the second. */
export const mergeRanges: Refiner = {
  refine: (context, results) => {
    const merged: ParsingResult[] = []
    for (const result of results) {
      const last = merged[merged.length - 1]
      const lastEnd = last === undefined ? 0 : last.index + last.text.length
      if (last === undefined || last.end || result.end || !TO.test(context.text.slice(lastEnd, result.index))) {
        merged.push(result)
        continue
      }
      for (const part of ['month', 'year'] as const) {
        const stated = result.start.isCertain(part) && !last.start.isCertain(part) && last.start.isCertain('day')
        const value = result.start.get(part)
        if (stated && value !== null) last.start.assign(part, value)
      }
      last.end = result.start
      last.text = context.text.slice(last.index, result.index + result.text.length)
    }
    return merged
  },
}

const before = (text: string, result: ParsedResult): string => text.slice(Math.max(0, result.index - 12), result.index)
const atStart = (text: string, result: ParsedResult): boolean => text.slice(0, result.index).trim() === ''
