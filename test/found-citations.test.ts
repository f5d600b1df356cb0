import { describe, expect, test } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'
import type { Citation } from '../src/schema/fields.ts'

const cite = (sentence: string): Citation[] =>
  findFields(toDocument(`KẾ HOẠCH\nHọc tập năm 2023\n\n${sentence}`.normalize('NFC'))).citations
const short = ({ type, number, year, symbol }: Citation) => [type.code, number, year, symbol]

describe('symbols', () => {
  test.each([
    ['a state document', 'Căn cứ Quyết định số 15/QĐ-BNV.', [['QĐ', '15', null, 'QĐ-BNV']]],
    ['a normative one', 'Căn cứ Nghị định số 61/2018/NĐ-CP.', [['NĐ', '61', '2018', 'NĐ-CP']]],
    ['a law by its name', 'Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13;', [['L', '80', '2015', 'QH13']]],
    ['an ordinance', 'Căn cứ Pháp lệnh Giống cây trồng số 15/2004/PL-UBTVQH11;', [['PL', '15', '2004', 'PL-UBTVQH11']]],
    ['a joint circular', 'Căn cứ Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT;', [['TTLT', '13', '2016', 'TTLT-BYT-BGDĐT']]],
    ['the party: hyphen, then slash', 'Căn cứ Nghị quyết số 14-NQ/TU;', [['NQ', '14', null, 'NQ/TU']]],
    ['the party: two slashes', 'Căn cứ Nghị quyết số 05/NQ/TU;', [['NQ', '05', null, 'NQ/TU']]],
    ['no "số"', 'Căn cứ Hướng dẫn 1236/HD-UBND;', [['HD', '1236', null, 'HD-UBND']]],
    ['a letter has no kind in its symbol', 'Căn cứ Công văn số 130/SYT-HĐKHCN;', [['CV', '130', null, 'SYT-HĐKHCN']]],
    ['a letter by its symbol alone', 'Căn cứ văn bản số 293/SYT-TCCB;', [['CV', '293', null, 'SYT-TCCB']]],
    ['broken over a line end', 'Căn cứ Kế hoạch số 96/KH-\nSXD ngày 19/3/2023;', [['KH', '96', null, 'KH-SXD']]],
    ['a space after the hyphen', 'Căn cứ Nghị quyết số 42/NQ- HĐND;', [['NQ', '42', null, 'NQ-HĐND']]],
    ['spaces all around', 'Căn cứ Nghị định số 107 / 2021 / NĐ - CP;', [['NĐ', '107', '2021', 'NĐ-CP']]],
    ['a letter after the number', 'Căn cứ Nghị quyết số 30c/NQ-CP;', [['NQ', '30c', null, 'NQ-CP']]],
    [
      'several of one kind',
      'Căn cứ các Quyết định số 1/QĐ-SXD và 2/QĐ-SXD;',
      [
        ['QĐ', '1', null, 'QĐ-SXD'],
        ['QĐ', '2', null, 'QĐ-SXD'],
      ],
    ],
    [
      'two kinds',
      'Căn cứ Nghị định số 59/2012/NĐ-CP, Thông tư số 14/2014/TT-BTP.',
      [
        ['NĐ', '59', '2012', 'NĐ-CP'],
        ['TT', '14', '2014', 'TT-BTP'],
      ],
    ],
    ['a misprint in the kind', 'Căn cứ Quyết đinh số 1147/QĐ-UBND.', [['QĐ', '1147', null, 'QĐ-UBND']]],
    ['a spoilt "số"', 'Căn cứ Quyết định sb 2142/QĐ-UBND.', [['QĐ', '2142', null, 'QĐ-UBND']]],
    [
      'the party: a slash read as a letter',
      'Thực hiện Nghị quyết số 33-NQITW, Chỉ thị số 05-CTlTU.',
      [
        ['NQ', '33', null, 'NQ/TW'],
        ['CT', '05', null, 'CT/TU'],
      ],
    ],
    ['a code one letter off', 'Căn cứ Quyết định số 906/QP-UBND.', [['QĐ', '906', null, 'QĐ-UBND']]],
    ['a dash after the symbol', 'Theo Quyết định số 12/QĐ-TTg - Về phát triển.', [['QĐ', '12', null, 'QĐ-TTg']]],
    [
      'several of one kind, each with a date',
      'Thực hiện các Nghị quyết số 19/NQ-HĐND ngày 08/7/2022, 35/NQ-HĐND ngày 09/12/2022 và 41/NQ-HĐND của HĐND tỉnh;',
      [
        ['NQ', '19', null, 'NQ-HĐND'],
        ['NQ', '35', null, 'NQ-HĐND'],
        ['NQ', '41', null, 'NQ-HĐND'],
      ],
    ],
    [
      'several that share one symbol',
      'Thực hiện các Kế hoạch số 15, 16 và 21/KH-UBND của UBND phường;',
      [
        ['KH', '15', null, 'KH-UBND'],
        ['KH', '16', null, 'KH-UBND'],
        ['KH', '21', null, 'KH-UBND'],
      ],
    ],
    [
      'several with years that share one symbol',
      'Căn cứ các Nghị định số 59/2019, 130/2020/NĐ-CP;',
      [
        ['NĐ', '59', '2019', 'NĐ-CP'],
        ['NĐ', '130', '2020', 'NĐ-CP'],
      ],
    ],
    [
      'a joint resolution of four bodies',
      'Căn cứ Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN;',
      [['NQLT', '403', '2017', 'NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN']],
    ],
    ['a joint circular with slashes', 'Căn cứ Thông tư liên tịch số 03/2013/TTLT/BTP-BCA;', [['TTLT', '03', '2013', 'TTLT/BTP-BCA']]],
    ['a joint plan of two departments', 'Căn cứ Kế hoạch liên ngành số 02/KHLN-SYT-CAT;', [['KH', '02', null, 'KHLN-SYT-CAT']]],
    ['a programme of cooperation', 'Căn cứ Chương trình phối hợp số 12/CTPH-SGDĐT-TĐ;', [['CTr', '12', null, 'CTPH-SGDĐT-TĐ']]],
    [
      'the party: a regulation',
      'Căn cứ Quy định số 37-QĐ/TW, Quy định 08-QĐi/TW;',
      [
        ['QyĐ', '37', null, 'QĐ/TW'],
        ['QyĐ', '08', null, 'QĐi/TW'],
      ],
    ],
    ['the party: its organs', 'Căn cứ Hướng dẫn số 25-HD/BTCTW;', [['HD', '25', null, 'HD/BTCTW']]],
    ['the party: a cell', 'Căn cứ Báo cáo số 15-BC/CB;', [['BC', '15', null, 'BC/CB']]],
    ['the youth union', 'Căn cứ Kế hoạch số 367-KH/TWĐTN-VP;', [['KH', '367', null, 'KH/TWĐTN-VP']]],
    ['the party: broken after its hyphen', 'Thực hiện Nghị quyết số 29-\nNQ/TW;', [['NQ', '29', null, 'NQ/TW']]],
    ['the party: broken after its slash', 'Thực hiện Kết luận số 21-KL/\nTW;', [['KL', '21', null, 'KL/TW']]],
    ['broken after the year', 'Căn cứ Thông tư số 22/2021/\nTT-BGDĐT;', [['TT', '22', '2021', 'TT-BGDĐT']]],
    ['broken before the number', 'Căn cứ Thông tư số\n22/2021/TT-BGDĐT;', [['TT', '22', '2021', 'TT-BGDĐT']]],
    ['a school', 'Căn cứ Kế hoạch số 05/KH-THCS.NT;', [['KH', '05', null, 'KH-THCS.NT']]],
    ['a hospital', 'Căn cứ Quyết định số 25/QĐ-BVĐKT;', [['QĐ', '25', null, 'QĐ-BVĐKT']]],
    ['a health station', 'Căn cứ Tờ trình số 3/TTr-TYT;', [['TTr', '3', null, 'TTr-TYT']]],
    ['a telegram', 'Căn cứ Công điện số 05/CĐ-TTg;', [['CĐ', '05', null, 'CĐ-TTg']]],
    ['the Standing Committee', 'Căn cứ Nghị quyết số 76/2025/UBTVQH15;', [['NQ', '76', '2025', 'UBTVQH15']]],
    ['a law by its number alone', 'Căn cứ Luật số 72/2025/QH15;', [['L', '72', '2025', 'QH15']]],
    [
      'a law that amends, with its number',
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Lưu trữ số 1/2020/QH14;',
      [['L', '1', '2020', 'QH14']],
    ],
    [
      'before 1997: by hyphen',
      'Căn cứ Quyết định số 217-TTg, Nghị định số 43-CP;',
      [
        ['QĐ', '217', null, 'TTg'],
        ['NĐ', '43', null, 'CP'],
      ],
    ],
    [
      'the code for the kind',
      'Căn cứ QĐ số 12/QĐ-SYT, CV số 130/SYT-NVY;',
      [
        ['QĐ', '12', null, 'QĐ-SYT'],
        ['CV', '130', null, 'SYT-NVY'],
      ],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(cite(sentence).map(short)).toEqual(expected)
  })

  test.each([
    ['a fraction', 'Đạt 2/3 Sở, ngành và 1/2 số hộ.'],
    ['hours', 'Đường dây nóng trực 24/7.'],
    ['a speed', 'Xe chạy 40 km/h, 100m/s.'],
    ['a date', 'Trước ngày 15/12/2023, 30/4 và 01/5.'],
    ['a numbered heading with a hyphen', '1- Mục đích\n2- UBND xã tổ chức thực hiện.'],
    ['a law without a number', 'Căn cứ Luật Lưu trữ năm 2011.'],
    ['a standard', 'Theo TCVN ISO 9001:2015.'],
    ['a form', 'Lập theo Mẫu số 01/BC và biểu 02/BC kèm theo.'],
    ['an appendix', 'Chi tiết tại Phụ lục 01/PL.'],
    ['a scale and a class', 'Bản đồ tỷ lệ 1/KH; học sinh lớp 5/A; tổ 12/TDP.'],
    ['a number plate', 'Xe biển số 29A-123/KH.'],
    ['a share', 'Đạt 95/100 HS, 12/15 GV.'],
    ['numbers of years before a dash', 'Năm 2014 - NQ của chi bộ; mục 5 - KH năm.'],
    ['an article', 'Theo khoản 2/Điều 5, điểm 1/QĐ.'],
  ])('none: %s', (_, sentence) => {
    expect(cite(sentence)).toEqual([])
  })
})

describe('date, issuer and subject', () => {
  test.each([
    [
      'date by slashes',
      'Căn cứ Quyết định số 9/QĐ-UBND ngày 29/12/2023 của UBND tỉnh ban hành Kế hoạch cải cách;',
      '2023-12-29',
      'UBND tỉnh',
      'ban hành Kế hoạch cải cách',
    ],
    [
      'date written out',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 01 tháng 11 năm 2017 của Ủy ban nhân dân huyện Bắc Mê về chuyển đổi số;',
      '2017-11-01',
      'Ủy ban nhân dân huyện Bắc Mê',
      'chuyển đổi số',
    ],
    [
      'the party puts a comma',
      'Căn cứ Nghị quyết số 21-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII về dân số;',
      '2017-10-25',
      'Ban Chấp hành Trung ương Đảng',
      'dân số',
    ],
    [
      'no "của" after the date',
      'Căn cứ Công văn số 130/SYT-VP ngày 21 tháng 02 năm 2012 Sở Y tế về việc thực hiện quy trình;',
      '2012-02-21',
      'Sở Y tế',
      'thực hiện quy trình',
    ],
    [
      'the issuer first',
      'Căn cứ Quyết định số 9/QĐ-BYT của Bộ trưởng Bộ Y tế ngày 01/11/2017 về chất lượng;',
      '2017-11-01',
      'Bộ trưởng Bộ Y tế',
      'chất lượng',
    ],
    [
      '"và" inside a name',
      'Căn cứ Thông tư số 9/2020/TT-BGDĐT ngày 02/3/2020 của Bộ Giáo dục và Đào tạo quy định điều lệ;',
      '2020-03-02',
      'Bộ Giáo dục và Đào tạo',
      'quy định điều lệ',
    ],
    [
      '"và" after a name',
      'Theo Nghị định số 9/2020/NĐ-CP ngày 02/3/2020 của Chính phủ và Kế hoạch của UBND quận.',
      '2020-03-02',
      'Chính phủ',
      null,
    ],
    [
      'a name with a dash',
      'Căn cứ Công văn số 15/QLD-VP ngày 26/9/2017 của Cục Quản lý Dược – Bộ Y tế về kiểm tra;',
      '2017-09-26',
      'Cục Quản lý Dược – Bộ Y tế',
      'kiểm tra',
    ],
    [
      'joint issuers',
      'Căn cứ Thông tư liên tịch số 1/2015/TTLT-BNV-BTC ngày 14/4/2015 của Bộ Nội vụ, Bộ Tài chính;',
      '2015-04-14',
      'Bộ Nội vụ, Bộ Tài chính',
      null,
    ],
    [
      'broken over line ends',
      'Căn cứ Quyết định số 9/QĐ-UBND\nngày 29/12/2023 của UBND\ntỉnh về đào tạo;',
      '2023-12-29',
      'UBND tỉnh',
      'đào tạo',
    ],
    [
      'a name that lost its marks',
      'Căn cứ Quyết định số 9/QĐ-SXD ngày 11/01/2024 của S& Xây dựng phê duyệt Kế hoạch;',
      '2024-01-11',
      'Sở Xây dựng',
      'phê duyệt Kế hoạch',
    ],
    [
      'a joint plan of two departments',
      'Căn cứ Kế hoạch liên ngành số 02/KHLN-SYT-SGDĐT ngày 05/5/2024 của Sở Y tế và Sở Giáo dục và Đào tạo về y tế trường học;',
      '2024-05-05',
      'Sở Y tế và Sở Giáo dục và Đào tạo',
      'y tế trường học',
    ],
    ['the next document is no subject', 'Căn cứ Kế hoạch số 5/KH-ĐTN ngày 05/5/2024, Hướng dẫn số 12-HD/TĐTN;', '2024-05-05', null, null],
    [
      'V/v with a capital',
      'Căn cứ Quyết định số 1151/QĐ-SYT, ngày 25/9/2023 của Sở Y tế V/v giao chỉ tiêu;',
      '2023-09-25',
      'Sở Y tế',
      'giao chỉ tiêu',
    ],
    ['nothing said', 'Theo quy định tại Nghị định số 9/2020/NĐ-CP.', null, null, null],
    ['a date that no calendar has', 'Căn cứ Quyết định số 9/QĐ-UBND ngày 31/02/2023 của UBND tỉnh;', null, 'UBND tỉnh', null],
  ])('%s', (_, sentence, date, issuer, subject) => {
    const [citation] = cite(sentence)
    expect(citation?.date?.iso ?? null).toBe(date)
    expect(citation?.issuer).toBe(issuer)
    expect(citation?.subject).toBe(subject)
  })
})

describe('roles', () => {
  const text = `UBND TỈNH HÀ GIANG
SỞ NỘI VỤ
Số: 41/KH-SNV
Hà Giang, ngày 03 tháng 02 năm 2023
KẾ HOẠCH
Chuyển đổi số
Căn cứ Quyết định số 9/QĐ-UBND ngày 29/12/2022 của UBND tỉnh;
I. NỘI DUNG
Thực hiện theo Nghị định số 61/2018/NĐ-CP.
II. CĂN CỨ PHÁP LÝ
Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.
Trên đây là Kế hoạch./.
Nơi nhận:
- Lưu: VT.
PHỤ LỤC
(Kèm theo Kế hoạch số 41/KH-SNV ngày 03/02/2023 của Sở Nội vụ)
`
  const { citations, number } = findFields(toDocument(text))

  test('grounds, mentions and the document itself', () => {
    expect(citations.map(({ symbol, role }) => [symbol, role])).toEqual([
      ['QĐ-UBND', 'basis'],
      ['NĐ-CP', 'reference'],
      ['NQ-CP', 'basis'],
      ['KH-SNV', 'self'],
    ])
  })

  test('the number of the letterhead is no citation', () => {
    expect(number?.number).toBe('41')
    expect(citations.filter(({ symbol }) => symbol === 'KH-SNV')).toHaveLength(1)
  })

  test('a number that could not be read is taken from the line over the appendix', () => {
    const scrawled = text.replace('Số: 41/KH-SNV', 'Số:ƒ2?1 /KH-SNV').replace('ngày 03 tháng 02', 'ngày Ó tháng 02')
    const fields = findFields(toDocument(scrawled))
    expect(fields.number).toMatchObject({ number: '41', symbol: 'KH-SNV', raw: '41/KH-SNV' })
    expect(fields.date?.iso).toBe('2023-02-03')
    expect(fields.warnings.map(({ code }) => code)).toContain('HANDWRITTEN')
  })

  test('spans slice back to what was printed', () => {
    for (const { raw, span } of citations) expect(text.slice(span.start, span.end)).toBe(raw)
  })
})
