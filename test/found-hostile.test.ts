import { expect, test } from 'vitest'
import { clauseOf } from '../src/found/clause.ts'
import { findFields, toDocument } from '../src/found/index.ts'
import { findDeadline, findRecurrence } from '../src/found/time/index.ts'

const UNITS = [
  ' ',
  'a',
  'A',
  '.',
  '(',
  '|',
  '1/',
  'I. ',
  '- ',
  'ngày ',
  'Số ',
  'chỉ số ',
  '12/KH-',
  'Sở Y tế ',
  'tháng 5 ',
  'quý I ',
  'Nơi nhận: ',
  'KẾ HOẠCH ',
  'của UBND tỉnh và ',
  'Quyết định số 1/QĐ-UBND ngày 1/1/2024 của UBND tỉnh, ',
  'Luật Đất đai ',
  'Luật Kinh tế, và ',
  'Luật sửa đổi, bổ sung một số điều của ',
  'Thực hiện Nghị quyết số 1-NQ/TU; ',
  'Nghị quyết này ',
  'Quyết định số 1/QĐ-UBND (sau đây gọi là Quyết định 1) ',
  'số 1, 2, 3, ',
  '- a\n',
  'Nơi nhận:\n- x;\n',
  'SỞ Y TẾ\n',
  './.\n',
  'Số: 1/KH-A\n',
  'KT. CHỦ TỊCH\n',
  'Nguyễn Văn An\n',
  'I. CĂN CỨ PHÁP LÝ\n',
]
const FRAMES: [string, string][] = [
  ['', ''],
  ['KẾ HOẠCH\n', '!'],
  ['', '\nKẾ HOẠCH\nHọc tập'],
  ['KẾ HOẠCH\nHọc tập\nTrên đây./.\nNơi nhận:\n- ', 'a'],
]

const SIZE = 50_000
// Some 4 µs a character on a slow core; what is not linear takes minutes.
const LIMIT = 4000

test.each(UNITS)('fifty thousand characters of %j are read in linear time', (unit) => {
  for (const [before, after] of FRAMES) {
    const text = before + unit.repeat(SIZE / unit.length) + after
    const started = performance.now()
    const fields = findFields(toDocument(text))
    const clause = clauseOf(toDocument(text), 0, text.length)
    findDeadline(clause, { year: 2024 })
    findRecurrence(clause)
    expect(performance.now() - started).toBeLessThan(LIMIT)
    for (const { raw, span } of [...fields.citations, ...fields.recipients]) expect(text.slice(span.start, span.end)).toBe(raw)
  }
})
