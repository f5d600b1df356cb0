import { describe, expect, it } from 'vitest'
import { parsePlan } from '../src/index.ts'

// Input that makes a careless pattern or table go round and round. Four times the text may take four times the time: eight are
// allowed, for a machine does other things too; a square would take sixteen.
const HOSTILE = [
  'I. I. I. ',
  'I. \n',
  '1.1.1.1.1.1.',
  ' ',
  '\n',
  'a',
  'ạ',
  '- ',
  '- + - +\n',
  '(((((',
  ';,;,;,',
  'a) b) c)\n',
  'số 1/KH-UBND ',
  'Quyết định số ',
  'ngày 1/1/2024 ',
  'ngày tháng năm ',
  'từ ngày đến ngày ',
  'chủ trì, phối hợp với ',
  'của UBND tỉnh ',
  'Nơi nhận:\n',
  'KT. GIÁM ĐỐC\n',
  'PHỤ LỤC\n',
  '| | | ',
  'STT | Nội dung | Thời gian\n1 | a | b\n',
  'Chỉ số (PAR INDEX) ',
  'Số:    /KH-\nUBND ',
  '\f',
  'Kinh phí 10 triệu đồng từ nguồn ngân sách xã, ',
  'PAR INDEX tăng 2 bậc, ',
  'theo Mẫu số 01, ',
  'I. MỤC TIÊU\n1. Trên 95% hộ.\n',
]

const milliseconds = (text: string): number => {
  const started = performance.now()
  parsePlan(`KẾ HOẠCH\n${text}`, { dialect: 'clean' })
  return performance.now() - started
}

describe('time stays linear in', () => {
  it.each(HOSTILE)(
    '%j',
    (unit) => {
      const [small, large] = [unit.repeat(Math.ceil(25_000 / unit.length)), unit.repeat(Math.ceil(100_000 / unit.length))]
      milliseconds(small)
      // The best of three, for what else runs only ever adds.
      const best = (text: string): number => Math.min(milliseconds(text), milliseconds(text), milliseconds(text))
      const [before, after] = [best(small), best(large)]
      expect(after, `${before.toFixed(0)} ms for 25 KB, ${after.toFixed(0)} ms for 100 KB`).toBeLessThan(Math.max(8 * before, 150))
    },
    120_000,
  )
})
