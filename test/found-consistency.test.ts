import { describe, expect, test } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'

const warnings = (head: string, sentence: string) =>
  findFields(
    toDocument(`${head}
Số: 41/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Giang, ngày 03 tháng 02 năm 2026
KẾ HOẠCH
Học tập
${sentence}
I. MỤC ĐÍCH
`),
  ).warnings.map(({ code }) => code)

const TODAY = 'ỦY BAN NHÂN DÂN\nTỈNH TUYÊN QUANG'

describe('citations that contradict themselves', () => {
  test.each([
    [
      "a department's symbol, the committee's name",
      'Căn cứ Kế hoạch số 96/KH-SXD ngày 19/3/2023 của UBND tỉnh về đào tạo;',
      ['CITATION_ISSUER_CONFLICT'],
    ],
    [
      "the Prime Minister's symbol, a ministry's name",
      'Căn cứ Quyết định số 9/QĐ-TTg ngày 19/3/2023 của Bộ Y tế về đào tạo;',
      ['CITATION_ISSUER_CONFLICT'],
    ],
    [
      'a date in another year than the number',
      'Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2019 của Chính phủ;',
      ['CITATION_DATE_CONFLICT'],
    ],
    ['a date after the document', 'Căn cứ Quyết định số 9/QĐ-UBND ngày 19/3/2027 của UBND tỉnh;', ['CITATION_DATE_CONFLICT']],
    [
      'two dates of one number',
      'Căn cứ Quyết định số 9/QĐ-UBND ngày 19/3/2023 của UBND tỉnh; Quyết định số 9/QĐ-UBND ngày 20/3/2023 của UBND tỉnh;',
      ['CITATION_DATE_CONFLICT'],
    ],
    ['none: all agree', 'Căn cứ Quyết định số 9/QĐ-UBND ngày 19/3/2023 của Ủy ban nhân dân tỉnh;', []],
    ['none: the minister for the ministry', 'Căn cứ Quyết định số 9/QĐ-BYT ngày 19/3/2023 của Bộ trưởng Bộ Y tế;', []],
    ['none: the chairman for the committee', 'Căn cứ Quyết định số 9/QĐ-UBND ngày 19/3/2023 của Chủ tịch UBND tỉnh;', []],
    [
      'none: numbers begin anew each year',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023 của UBND tỉnh; Kế hoạch số 9/KH-UBND ngày 05/01/2024 của UBND tỉnh;',
      [],
    ],
    [
      'none: the same number of two committees',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023 của UBND tỉnh; Kế hoạch số 9/KH-UBND ngày 20/3/2023 của UBND xã;',
      [],
    ],
    ['a year after the document', 'Theo Nghị định số 61/2028/NĐ-CP.', ['CITATION_DATE_CONFLICT']],
    [
      'two dates of one number, the second without its body',
      'Căn cứ Quyết định số 9/QĐ-UBND ngày 19/3/2023 của UBND tỉnh; Quyết định số 09/QĐ-UBND ngày 20/3/2023;',
      ['CITATION_DATE_CONFLICT'],
    ],
    [
      "the provincial committee's symbol, the centre's name",
      'Thực hiện Nghị quyết số 5-NQ/TU ngày 19/3/2023 của Ban Chấp hành Trung ương;',
      ['CITATION_ISSUER_CONFLICT'],
    ],
    [
      "a department's symbol, a ministry's name",
      'Căn cứ Quyết định số 9/QĐ-SNV ngày 19/3/2023 của Bộ Nội vụ;',
      ['CITATION_ISSUER_CONFLICT'],
    ],
    ['none: a hospital is no ministry', 'Căn cứ Kế hoạch số 9/KH-BVĐK ngày 19/3/2023 của Bệnh viện đa khoa thuộc Sở Y tế;', []],
    ['none: the city committee', 'Thực hiện Nghị quyết số 5-NQ/TU ngày 19/3/2023 của Ban Chấp hành Đảng bộ thành phố;', []],
    ['none: the Politburo', 'Thực hiện Kết luận số 21-KL/TW ngày 25/10/2021 của Bộ Chính trị;', []],
    ['none: the committee of the congress', 'Căn cứ Nghị quyết số 9/NQ-HĐND ngày 19/3/2023 của Hội đồng nhân dân xã;', []],
    ['none: the day of the document itself', 'Căn cứ Quyết định số 9/QĐ-UBND ngày 03/02/2026 của UBND tỉnh;', []],
    [
      'none: party numbers begin anew each term',
      'Thực hiện Nghị quyết số 5-NQ/TU ngày 19/3/2016 của Tỉnh ủy; Nghị quyết số 5-NQ/TU ngày 20/3/2021 của Tỉnh ủy;',
      [],
    ],
    ['none: no issuer, no date', 'Theo Nghị định số 61/2018/NĐ-CP.', []],
  ])('%s', (_, sentence, codes) => {
    expect(warnings(TODAY, sentence)).toEqual(codes)
  })
})

describe('bodies that were no more', () => {
  test.each([
    ['a province merged away', 'ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG', ['ANACHRONISTIC_BODY']],
    ['a district', 'ỦY BAN NHÂN DÂN\nHUYỆN BẮC MÊ', ['ANACHRONISTIC_BODY']],
    ['a district above a commune', 'UBND HUYỆN BẮC MÊ\nUBND XÃ YÊN PHÚ', ['ANACHRONISTIC_BODY']],
    ['none: a province that stands', TODAY, []],
    ['none: a commune', 'ỦY BAN NHÂN DÂN\nXÃ YÊN PHÚ', []],
  ])('%s', (_, head, codes) => {
    expect(warnings(head, 'Căn cứ Luật Thủ đô;')).toEqual(codes)
  })

  test('before the merger they were', () => {
    const text = 'UBND TỈNH HÀ GIANG\nHà Giang, ngày 03 tháng 02 năm 2024\nSố: 1/KH-UBND\nKẾ HOẠCH\nHọc tập\n'
    expect(findFields(toDocument(text)).warnings).toEqual([])
  })
})
