import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseClues } from '../src/restore/case.ts'
import { loadModel, restore } from '../src/restore/index.ts'
import { segment } from '../src/restore/segment.ts'
import { CaseTally } from '../training/lm/cases.ts'

describe('what the case of a word says', () => {
  const clues = (text: string) => segment(text).map((core, i, cores) => `${core.text} ${caseClues(text, cores)[i]}`)

  it.each<[string, string, string[]]>([
    ['a name within a sentence', 'đường qua Ban Pho', ['đường none', 'qua small', 'Ban capital', 'Pho capital']],
    ['after a comma', 'gồm Tay, Nung', ['gồm none', 'Tay capital', 'Nung capital']],
    ['a new sentence says nothing', 'Xong. Ban Pho', ['Xong none', 'Ban none', 'Pho capital']],
    ['a new line says nothing', 'Ngoai ra\nBan Pho', ['Ngoai none', 'ra small', 'Ban none', 'Pho capital']],
    ['capitals say nothing', 'TAI BAN Pho', ['TAI none', 'BAN none', 'Pho none']],
    ['nor does what is no letter', 'Xem 12 8é hoi', ['Xem none', '12 none', '8é none', 'hoi small']],
    ['text without capitals', 'qua ban pho', ['qua none', 'ban none', 'pho none']],
  ])('%s', (_name, text, expected) => expect(clues(text)).toEqual(expected))
})

describe('how often words have a capital', () => {
  it('is counted inside sentences only, and leans to the usual share where a word is rare', () => {
    const tally = new CaseTally()
    for (let i = 0; i < 50; i++) tally.add('Người dân ở Hà Nội, người dân ở quê. Nhà nước lo cho dân', false)
    const [usual, dân, hà, người, hiếm] = tally.pack(['<s>', 'dân', 'hà', 'người', 'hiếm']) as unknown as number[]
    expect(hà).toBeGreaterThan(200)
    expect(dân).toBeLessThan(20)
    // `Người` opens its line: only the small one is counted.
    expect(người).toBeLessThan(20)
    expect(hiếm).toBe(usual)
  })
})

describe('names in garbled text', () => {
  const model = loadModel(new Uint8Array(readFileSync('src/restore/model/vi.bin')))
  it.each([
    ['Cac ho o xa Bac Ha tham gia', 'Các hộ ở xã Bắc Hà tham gia'],
    ['Ba Tran Thi Thanh Huong trinh bay', 'Bà Trần Thị Thanh Hương trình bày'],
  ])('%j', (raw, truth) => expect(restore(raw, model, { dialect: 'stripped' }).text).toBe(truth))
})
