import { describe, expect, test } from 'vitest'
import { findAttachments } from '../src/found/attachments.ts'
import { findBudget } from '../src/found/budget/index.ts'
import { findGoals } from '../src/found/goals/index.ts'
import { toDocument } from '../src/found/index.ts'
import { signingChain } from '../src/found/signing-chain.ts'
import { outline } from '../src/outline/index.ts'

const open = (body: string) => {
  const document = toDocument(`KẾ HOẠCH\nTrồng cây năm 2024\n\n${body}\n`.normalize('NFC'))
  return { document, sections: outline(document.text, document.lines).sections }
}

describe('budget', () => {
  const budget = (words: string) => {
    const { document, sections } = open(
      `I. MỤC TIÊU\n1. Trồng 500 cây.\n2. Chăm sóc cây.\nII. KINH PHÍ\n${words}\nIII. TỔ CHỨC THỰC HIỆN\n1. Các tổ dân phố trồng cây.`,
    )
    return findBudget(document, sections)
  }
  const values = (words: string) => budget(words).flatMap(({ amounts }) => amounts.map(({ value }) => value))

  test.each([
    ['millions', 'Kinh phí 180 triệu đồng.', [180e6]],
    ['billions with a comma', 'Kinh phí 2,5 tỷ đồng.', [2.5e9]],
    ['in full', 'Kinh phí 1.250.000 đồng.', [1_250_000]],
    ['thousands of millions', 'Kinh phí 1.500 triệu đồng.', [1.5e9]],
    ['abbreviated', 'Kinh phí 45.000.000đ.', [45e6]],
    ['without the currency', 'Kinh phí 90 triệu đồng (cây giống 60 triệu, phân bón 30 triệu).', [90e6, 60e6, 30e6]],
  ])('sums: %s', (_, words, expected) => expect(values(words)).toEqual(expected))

  test.each([
    ['people', 'Kinh phí theo định mức cho 2,2 triệu lượt khách.'],
    ['a law', 'Kinh phí theo Nghị định số 61/2018/NĐ-CP và 08 cơ quan.'],
    ['years', 'Kinh phí giai đoạn 2021-2025 theo quy định.'],
  ])('no sums: %s', (_, words) => expect(values(words)).toEqual([]))

  test('a whole, its parts and their sources', () => {
    const [place] = budget('Tổng kinh phí 500 triệu đồng, trong đó: ngân sách xã 300 triệu đồng; nguồn xã hội hóa 200 triệu đồng.')
    expect(place?.section).toBe('II')
    expect(place?.amounts.map(({ value, total, source }) => [value, total, source])).toEqual([
      [500e6, true, null],
      [300e6, false, 'ngân sách xã'],
      [200e6, false, 'nguồn xã hội hóa'],
    ])
  })

  test('a sum for each of something', () => {
    expect(budget('Hỗ trợ 8 triệu đồng/ha từ ngân sách huyện.')[0]?.amounts[0]).toMatchObject({
      value: 8e6,
      per: 'ha',
      source: 'ngân sách huyện',
    })
  })

  test('sources without sums', () => {
    const [place] = budget('Kinh phí thực hiện từ nguồn ngân sách nhà nước cấp năm 2024 và xã hội hóa.')
    expect(place?.sources.map(({ name }) => name)).toEqual(['nguồn ngân sách nhà nước cấp năm 2024', 'xã hội hóa'])
    expect(place?.amounts).toEqual([])
  })

  test('no money is taken', () => expect(budget('Không sử dụng kinh phí.')[0]?.none).toBe(true))

  test('a sentence, where no section is of it', () => {
    const { document, sections } = open('I. NỘI DUNG\n1. Trồng cây.\nKinh phí thực hiện do ngân sách phường bảo đảm.')
    expect(findBudget(document, sections)).toMatchObject([{ sources: [{ name: 'ngân sách phường' }] }])
  })

  test('none: money is a duty of somebody', () => {
    const { document, sections } = open('I. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: thẩm định kinh phí.\n2. Sở Xây dựng: trồng cây.')
    expect(findBudget(document, sections)).toEqual([])
  })
})

describe('goals', () => {
  const goals = (body: string) => {
    const { document, sections } = open(body)
    return findGoals(document, sections, { year: 2024 }).map(({ section, kind, text }) => [section, kind, text])
  }
  test('purpose and requirements, each under its heading', () => {
    expect(
      goals(
        'I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Phủ xanh đất trống.\n2. Yêu cầu\n- Cây phải sống.\n- Bảo đảm an toàn.\nII. NỘI DUNG\n1. Trồng cây.',
      ),
    ).toEqual([
      ['I.1.-1', 'purpose', 'Phủ xanh đất trống.'],
      ['I.2.-1', 'requirement', 'Cây phải sống.'],
      ['I.2.-2', 'requirement', 'Bảo đảm an toàn.'],
    ])
  })

  test('what the heading leaves open', () => {
    expect(goals('I. MỤC ĐÍCH, YÊU CẦU\n1. Phủ xanh đất trống.\n2. Cây phải sống.\nII. NỘI DUNG\n1. Trồng cây.')).toEqual([
      ['I.1', null, 'Phủ xanh đất trống.'],
      ['I.2', null, 'Cây phải sống.'],
    ])
  })

  test('a heading on the line of what it says', () => {
    expect(
      goals('I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích: phủ xanh đất trống.\n2. Yêu cầu: cây phải sống.\nII. NỘI DUNG\n1. Trồng cây.'),
    ).toEqual([
      ['I.1', 'purpose', 'phủ xanh đất trống.'],
      ['I.2', 'requirement', 'cây phải sống.'],
    ])
  })

  test('the numbers that they set', () => {
    const { document, sections } = open(
      'I. MỤC TIÊU\n1. Mục tiêu chung\nPhủ xanh đất trống.\n2. Mục tiêu cụ thể\n- Trên 95% cây sống; trồng ít nhất 1.200 cây; tỷ lệ che phủ từ 40% trở lên.\nII. NỘI DUNG\n1. Trồng cây.',
    )
    const found = findGoals(document, sections, { year: 2024 })
    expect(found.map(({ kind }) => kind)).toEqual(['objective', 'specific'])
    expect(found[1]?.quantities.map(({ relation, value, unit }) => [relation, value, unit])).toEqual([
      ['at-least', 95, '%'],
      ['at-least', 1200, 'cây'],
      ['at-least', 40, '%'],
    ])
  })

  test('none: a programme of that name', () => {
    expect(goals('I. NỘI DUNG\n1. Chương trình mục tiêu quốc gia\n- Trồng cây.\n2. Chăm sóc.')).toEqual([])
  })
})

describe('attachments', () => {
  const attachments = (body: string) => {
    const { document, sections } = open(body)
    return findAttachments(document, sections).map(({ kind, label, title, printed, mentions }) => [
      kind,
      label,
      title,
      printed,
      mentions.length,
    ])
  }
  test('an appendix that is there, and spoken of', () => {
    expect(
      attachments(
        'I. NỘI DUNG\n1. Trồng cây (chi tiết tại Phụ lục kèm theo).\n2. Chăm cây.\nPHỤ LỤC\nDANH SÁCH CÁC TỔ\n1. Tổ 1.\n2. Tổ 2.',
      ),
    ).toEqual([['appendix', 'PHỤ LỤC', 'DANH SÁCH CÁC TỔ', true, 1]])
  })
  test('a form that is not there', () => {
    expect(attachments('I. NỘI DUNG\n1. Báo cáo theo Mẫu số 02.\n2. Chăm cây.')).toEqual([['form', 'Mẫu số 02', null, false, 1]])
  })
  test.each([
    ['of another document', 'Lập hồ sơ theo Mẫu số 01 Quyết định số 24/2021/QĐ-TTg.'],
    ['a list with a number of things in it', 'Rà soát danh mục 32 nhiệm vụ.'],
    ['a model', 'Nhân rộng mẫu vườn đẹp.'],
  ])('none: %s', (_, words) => expect(attachments(`I. NỘI DUNG\n1. ${words}\n2. Chăm cây.`)).toEqual([]))
})

describe('who signs for whom', () => {
  test.each([
    ['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', ['TM ỦY BAN NHÂN DÂN', 'KT CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['T/M BAN THƯỜNG VỤ K/T BÍ THƯ', 'PHÓ BÍ THƯ', ['TM BAN THƯỜNG VỤ', 'KT BÍ THƯ', 'PHÓ BÍ THƯ']],
    ['TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', ['TL CHỦ TỊCH', 'KT CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG']],
    ['TUQ. BỘ TRƯỞNG', 'CỤC TRƯỞNG', ['TUQ BỘ TRƯỞNG', 'CỤC TRƯỞNG']],
    [null, 'Q. GIÁM ĐỐC', ['Q GIÁM ĐỐC']],
    [null, 'HIỆU TRƯỞNG', ['HIỆU TRƯỞNG']],
    ['KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', ['KT GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    [null, null, []],
  ])('%s / %s', (authority, title, expected) => {
    expect(signingChain(authority, title).map(({ mark, office }) => (mark === null ? office : `${mark} ${office}`))).toEqual(expected)
  })
})
