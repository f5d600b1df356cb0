import type { ParsedResult, Refiner } from 'chrono-node'
import type { ParsingResult } from 'chrono-node/vi'
import { OWN_YEAR_TAG } from './parsers/index.ts'

const DATED = ['day', 'month', 'year'] as const
// What may stand before a day and month without a year; `24/7` and `1/2` have none of it.
const BEFORE_DAY = /(?:ngày|trước|sau|đến|tới|từ|hết|hạn|xong|hoàn thành|dịp|nhất|là|vào|sáng|chiều|tối|hôm|và|[-–|(,:;])\s*$/iu
const EVERY = /(?:mỗi|hằng|hàng|từng)\s+$/iu
const WITHOUT_YEAR = /^\d{1,2}\/\d{1,2}$/u
//  12/12 xã   10/10 điểm   03/05 tiêu chí
const COUNTED =
  /^\s?(?:\(?(?:xã|phường|huyện|thị|thành|quận|thôn|ấp|bản|tổ|khu|đơn|cơ|sở|phòng|trường|tiêu|chỉ|nội|nhiệm|điểm|hộ|người|hồ|mục|bộ|thủ|ý|phiếu|lượt|đại|ủy|trạm|chi|dịch|dân|giải|số|tổng|diện|suất|mức|giá))(?![\p{L}])/iu
// A day and month in words need a word before them: `báo cáo 6 tháng 12 …` names no day.
const NUMBER_FIRST = /^\d{1,2}\s*tháng\s*\d{1,2}$/iu
const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/u
// A number in a longer one, a symbol or a telephone number.
const GLUED_BEFORE =
  /[\p{L}\d][./-]?$|\(\d{2,4}\)\s?$|(?:số|điểm|mục|khoản|phần|biểu|mẫu|phụ lục|ĐT|điện thoại|hotline|fax)\s{0,3}:?\s{0,3}$/iu
const GLUED_AFTER = /^[-./]?[\p{L}\d]|^\/|^,\d/u

/** Drops what chrono invents: hours alone, spans counted from today (`5 năm trước`), and fractions, symbols and telephone numbers read as days. */
export const dropInvented: Refiner = {
  refine: (context, results) =>
    results.filter((result) => {
      const { start, text } = result
      if (start.tags().has('result/relativeDate')) return false
      if (!DATED.some((part) => start.isCertain(part))) return false
      if (start.isCertain('weekday') && !start.isCertain('day')) return false
      const before = context.text.slice(Math.max(0, result.index - 12), result.index)
      const after = context.text.slice(result.index + text.length, result.index + text.length + 10)
      // `mỗi tháng 02 kỳ`, `mỗi tháng một lần` name no month.
      if (EVERY.test(before) || !/\d|qu[ýí]|nửa|(?:đầu|cuối|giữa) năm/iu.test(text)) return false
      if (start.tags().has(OWN_YEAR_TAG)) return true
      // `năm 10 cuộc` is no year.
      if (start.isCertain('year') && !/\d{4}|\d[./-]\d{1,2}[./-]\d{2}$/u.test(text)) return false
      if (/^\d/u.test(text) && (GLUED_BEFORE.test(before) || GLUED_AFTER.test(after))) return false
      if (/^năm/iu.test(text) && GLUED_AFTER.test(after) && !/^[.,]\D/u.test(after)) return false
      const led = BEFORE_DAY.test(before)
      if (DOTTED.test(text) || NUMBER_FIRST.test(text)) return led && !/[|(,:;–-]\s*$/u.test(before)
      if (!WITHOUT_YEAR.test(text)) return true
      return (led || context.text.slice(0, result.index).trim() === '') && !COUNTED.test(after)
    }),
}

const TO = /^\s{0,2}(?:–|-|đến|tới)\s{0,2}(?:hết\s{0,2})?(?:(?:ngày|tháng)\s{0,2})?$/iu
const AND = /^\s?(?:,|và|hoặc|,? và)\s(?:trước\s|vào\s|sau\s)?$/iu

/** Joins `từ ngày A đến hết ngày B`; what a day leaves out (`10/3 đến 31/5/2023`, `ngày 15 và ngày 30 tháng 6`) it takes from the next. */
export const mergeRanges: Refiner = {
  refine: (context, results) => {
    const merged: ParsingResult[] = []
    for (const result of results) {
      const last = merged[merged.length - 1]
      const between = last === undefined ? '' : context.text.slice(last.index + last.text.length, result.index)
      const joins = last !== undefined && !last.end && !result.end && TO.test(between) && !backwards(last, result)
      if (last !== undefined && (joins || AND.test(between))) lend(last, result, joins)
      if (last === undefined || !joins) {
        merged.push(result)
        continue
      }
      last.end = result.start
      last.text = context.text.slice(last.index, result.index + result.text.length)
    }
    return merged
  },
}

/** What the day or month `to` leaves out it has from the one after it. */
function lend(to: ParsingResult, from: ParsingResult, always: boolean): void {
  if (!always && !to.start.isCertain('day')) return
  for (const part of ['month', 'year'] as const) {
    const value = from.start.get(part)
    if (value !== null && from.start.isCertain(part) && !to.start.isCertain(part) && to.start.isCertain('day')) to.start.assign(part, value)
  }
}

/** A year before the one on its left ends no range. */
const backwards = (last: ParsedResult, next: ParsedResult): boolean =>
  last.start.isCertain('year') && next.start.isCertain('year') && (last.start.get('year') ?? 0) > (next.start.get('year') ?? 0)
