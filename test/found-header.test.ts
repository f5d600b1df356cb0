import { describe, expect, test } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'

const BODY = `Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh về chuyển đổi số;
Sở Nội vụ ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Mục đích
Nâng cao nhận thức.
Trên đây là Kế hoạch năm 2023./.
`

const read = (text: string) => findFields(toDocument(text.normalize('NFC')))
const withHead = (head: string) => read(`${head}\n${BODY}`)

const HEAD = (number: string) => `UBND TỈNH HÀ GIANG
SỞ NỘI VỤ
${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Giang, ngày 03 tháng 02 năm 2023
KẾ HOẠCH
Chuyển đổi số năm 2023`

describe('number and symbol', () => {
  test.each([
    ['a state number', 'Số: 41/KH-SNV', '41', null, 'KH-SNV'],
    ['a space before the slash', 'Số: 41 /KH-SNV', '41', null, 'KH-SNV'],
    ['no space after the colon', 'Số:41/KH-SNV', '41', null, 'KH-SNV'],
    ['a space before the colon', 'Số :41/KH-SNV', '41', null, 'KH-SNV'],
    ['spaces around the hyphen', 'Số: 41/KH - SNV', '41', null, 'KH-SNV'],
    ['a symbol broken over a line end', 'Số: 41/KH-\nSNV', '41', null, 'KH-SNV'],
    ['a year inside', 'Số: 07/2023/QĐ-UBND', '07', '2023', 'QĐ-UBND'],
    ['the party, no colon', 'Số 05-NQ/ĐU', '05', null, 'NQ/ĐU'],
    ['left blank', 'Số:       /KH-SNV', null, null, 'KH-SNV'],
    ['left blank with dots', 'Số: ......./KH-SNV', null, null, 'KH-SNV'],
    ['a label that the scan spoilt', 'Sb: 41/KH-SNV', '41', null, 'KH-SNV'],
    ['a label read as a currency', '$0: 41/KH-SNV', '41', null, 'KH-SNV'],
  ])('%s', (_, printed, number, year, symbol) => {
    expect(withHead(HEAD(printed)).number).toMatchObject({ number, year, symbol })
  })

  test.each([
    ['no number at all', ''],
    ['a word and a fraction', 'Số 1/2'],
    ['a telephone number', 'Số điện thoại: 0219 386 1234'],
  ])('none: %s', (_, printed) => {
    expect(withHead(HEAD(printed)).number).toBeNull()
  })
})

describe('date and place', () => {
  const dated = (line: string) => withHead(HEAD('Số: 41/KH-SNV').replace('Hà Giang, ngày 03 tháng 02 năm 2023', line))
  test.each([
    ['written out', 'Hà Giang, ngày 03 tháng 02 năm 2023', '2023-02-03', 'day', 'Hà Giang'],
    ['by hyphens, as the party prints', 'Hà Giang, ngày 03-02-2023', '2023-02-03', 'day', 'Hà Giang'],
    ['a name with an apostrophe', "Cư M'gar, ngày 15 tháng 8 năm 2022", '2022-08-15', 'day', "Cư M'gar"],
    ['fused with the number', 'Số: 41/KH-SNV Hà Giang, ngày 3 tháng 2 năm 2023', '2023-02-03', 'day', 'Hà Giang'],
    ['the day left open', 'Hà Giang, ngày     tháng 4 năm 2023', '2023-04', 'month', 'Hà Giang'],
    ['a day that no month has', 'Hà Giang, ngày 31 tháng 02 năm 2023', '2023-02', 'month', 'Hà Giang'],
    ['a day in a hand that was not read', 'Hà Giang, ngày Â3 tháng 11 năm 2023', '2023-11', 'month', 'Hà Giang'],
    ['a month of no year', 'Hà Giang, ngày 03 tháng 13 năm 2023', null, null, 'Hà Giang'],
    ['a place with other marks than the issuer', 'Há Giáng, ngày 03 tháng 02 năm 2023', '2023-02-03', 'day', 'Hà Giang'],
    ['a place with a letter misread', 'Xà Giang, ngày 03 tháng 02 năm 2023', '2023-02-03', 'day', 'Hà Giang'],
  ])('%s', (_, line, iso, precision, place) => {
    const fields = dated(line)
    expect(fields.date).toMatchObject({ iso, precision })
    expect(fields.place?.name).toBe(place)
  })

  test('none: the grounds cite a date, the letterhead has none', () => {
    expect(dated('').date).toBeNull()
  })
})

describe('issuer', () => {
  const RIGHT = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\nChuyển đổi số năm 2023'
  test.each([
    ['two lines, two bodies', `UBND TỈNH HÀ GIANG\nSỞ NỘI VỤ\n${RIGHT}`, 'SỞ NỘI VỤ', 'UBND TỈNH HÀ GIANG', 'department'],
    ['two lines, one name', `ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\n${RIGHT}`, 'ỦY BAN NHÂN DÂN TỈNH HÀ GIANG', null, 'province'],
    [
      'a name that ends in "và"',
      `UBND TỈNH HÀ GIANG\nSỞ GIÁO DỤC VÀ\nĐÀO TẠO\n${RIGHT}`,
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      'UBND TỈNH HÀ GIANG',
      'department',
    ],
    [
      'fused with the right column',
      'UBND TỈNH HÀ GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\nChuyển đổi số',
      'SỞ NỘI VỤ',
      'UBND TỈNH HÀ GIANG',
      'department',
    ],
    [
      'fused, and the motto spoilt',
      'UBND TỈNH HÀ GIANG CỌNG HOA XA HÔI CHỦ NGHIA VIÊT NAM\nSỞ NỘI VỤ Dộc lap - Tự do - Hanh phúc\nKẾ HOẠCH\nChuyển đổi số',
      'SỞ NỘI VỤ',
      'UBND TỈNH HÀ GIANG',
      'department',
    ],
    [
      'the party',
      `TỈNH ỦY HÀ GIANG\nHUYỆN ỦY BẮC MÊ\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nKẾ HOẠCH\nvề học tập`,
      'HUYỆN ỦY BẮC MÊ',
      'TỈNH ỦY HÀ GIANG',
      'party',
    ],
    [
      'under the stamp of who received it',
      `SỞ TƯ PHÁP\nCÔNG VĂN ĐẾN\nUBND TỈNH HÀ GIANG\nSỞ NỘI VỤ\n${RIGHT}`,
      'SỞ NỘI VỤ',
      'UBND TỈNH HÀ GIANG',
      'department',
    ],
    [
      'a committee of an association',
      `HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN CHẤP HÀNH TỈNH HÀ GIANG\n${RIGHT}`,
      'BAN CHẤP HÀNH TỈNH HÀ GIANG',
      'HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM',
      'organisation',
    ],
    [
      'fused with place and date',
      `TỈNH ỦY HÀ GIANG ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY BẮC MÊ Bắc Mê, ngày 03 tháng 02 năm 2023\nKẾ HOẠCH\nvề học tập`,
      'HUYỆN ỦY BẮC MÊ',
      'TỈNH ỦY HÀ GIANG',
      'party',
    ],
    ['a board', `UBND TỈNH HÀ GIANG\nBAN DÂN TỘC\n${RIGHT}`, 'BAN DÂN TỘC', 'UBND TỈNH HÀ GIANG', 'department'],
    ['a town', `ỦY BAN NHÂN DÂN\nTHỊ XÃ SA PA\n${RIGHT}`, 'ỦY BAN NHÂN DÂN THỊ XÃ SA PA', null, 'district'],
    ['a ward', `UBND QUẬN 5\nUBND PHƯỜNG 3\n${RIGHT}`, 'UBND PHƯỜNG 3', 'UBND QUẬN 5', 'commune'],
    ['a school', `UBND HUYỆN BẮC MÊ\nTRƯỜNG THCS\nYÊN PHÚ\n${RIGHT}`, 'TRƯỜNG THCS YÊN PHÚ', 'UBND HUYỆN BẮC MÊ', 'school'],
  ])('%s', (_, head, name, parent, level) => {
    expect(withHead(head).issuer).toMatchObject({ name, parent, level })
  })

  test.each([
    ['spelt as the place beside it', "TỈNH TÂY 1'4/NH", 'Tây Ninh', 'ỦY BAN NHÂN DÂN TỈNH TÂY NINH'],
    ['a number is no spoilt name', 'PHƯỜNG 12', 'Phường 12', 'ỦY BAN NHÂN DÂN PHƯỜNG 12'],
    ['none of the words is that of the place', 'TỈNH 1/XX', 'Tây Ninh', 'ỦY BAN NHÂN DÂN TỈNH 1/XX'],
  ])('%s', (_, unit, place, name) => {
    const head = `ỦY BAN NHÂN DÂN\n${unit}\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n${place}, ngày 03 tháng 02 năm 2023\nKẾ HOẠCH\nTrồng cây`
    expect(read(`${head}\nI. MỤC ĐÍCH\n1. Trồng cây.`).issuer?.name).toBe(name)
  })

  test('from the body where the letterhead is lost, its parent from the grounds', () => {
    const fields = read(`KẾ HOẠCH
Tuyên truyền năm 2024

Thực hiện Kế hoạch số 03/KH-UBND ngày 09/01/2024 của UBND huyện Bắc Mê về tuyên truyền. UBND xã Yên Phú xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
`)
    expect(fields.issuer).toMatchObject({ name: 'UBND xã Yên Phú', parent: 'UBND huyện Bắc Mê', level: 'commune' })
  })

  test('none: nobody is named', () => {
    expect(read('KẾ HOẠCH\nTuyên truyền\n\nI. MỤC ĐÍCH\nNâng cao nhận thức.').issuer).toBeNull()
  })
})

describe('kind and title', () => {
  const titled = (head: string) => withHead(`UBND TỈNH HÀ GIANG\nSỞ NỘI VỤ\nSố: 41/KH-SNV\n${head}`)
  test.each([
    ['one line', 'KẾ HOẠCH\nChuyển đổi số năm 2023', 'KH', 'Chuyển đổi số năm 2023'],
    [
      'two lines',
      'KẾ HOẠCH\nKiểm tra việc thực hiện các quy định về văn thư, lưu trữ\nvà số hóa hồ sơ năm 2023',
      'KH',
      'Kiểm tra việc thực hiện các quy định về văn thư, lưu trữ và số hóa hồ sơ năm 2023',
    ],
    [
      'two lines, the second with a capital',
      'KẾ HOẠCH\nTuyên truyền cải cách hành chính\nUBND phường Hải Hòa năm 2024\nCông tác cải cách hành chính năm 2023 của phường đã đạt nhiều kết quả tích\ncực, tuy nhiên còn hạn chế.',
      'KH',
      'Tuyên truyền cải cách hành chính UBND phường Hải Hòa năm 2024',
    ],
    [
      'a body that follows at once',
      'KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2024\nCông tác cải cách hành chính năm 2023 của phường đã đạt nhiều kết quả tích\ncực, tuy nhiên còn hạn chế.',
      'KH',
      'Tuyên truyền cải cách hành chính năm 2024',
    ],
    ['an empty line between', 'KẾ HOẠCH\nChuyển đổi số năm 2023\n\ntrên địa bàn tỉnh', 'KH', 'Chuyển đổi số năm 2023 trên địa bàn tỉnh'],
    ['capitals on the line of the kind', 'KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2023', 'KH', 'CHUYỂN ĐỔI SỐ NĂM 2023'],
    ['letters set apart', 'K Ế  H O Ạ C H\nChuyển đổi số năm 2023', 'KH', 'Chuyển đổi số năm 2023'],
    ['a spoilt kind', 'KÊ HOẠGH\nChuyển đổi số năm 2023', 'KH', 'Chuyển đổi số năm 2023'],
    [
      'a programme',
      'CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết của Hội đồng nhân dân tỉnh',
      'CTr',
      'Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh',
    ],
    ['a draft', 'DỰ THẢO KẾ HOẠCH\nChuyển đổi số năm 2023', 'KH', 'Chuyển đổi số năm 2023'],
    ['a draft, in brackets', 'KẾ HOẠCH (DỰ THẢO)\nChuyển đổi số năm 2023', 'KH', 'Chuyển đổi số năm 2023'],
    [
      'brackets that end the title',
      'KẾ HOẠCH\nChuyển đổi số tại các cơ quan nhà nước\n(đợt 1, giai đoạn 2023 - 2024)\nCăn cứ Luật Lưu trữ;',
      'KH',
      'Chuyển đổi số tại các cơ quan nhà nước (đợt 1, giai đoạn 2023 - 2024)',
    ],
    ['brackets under the title', 'KẾ HOẠCH\nChuyển đổi số năm 2023\n(Kèm theo Quyết định số 5/QĐ-SNV)', 'KH', 'Chuyển đổi số năm 2023'],
    [
      'the party names the organ first',
      'NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ\nvề phát triển kinh tế đêm',
      'NQ',
      'về phát triển kinh tế đêm',
    ],
  ])('%s', (_, head, code, title) => {
    const fields = titled(head)
    expect(fields.documentType?.code).toBe(code)
    expect(fields.title?.text).toBe(title)
  })

  test('a letter has its subject after V/v', () => {
    const fields = read(`UBND TỈNH HÀ GIANG
SỞ NỘI VỤ
Số: 212/SNV-CCHC
V/v báo cáo công tác cải cách
hành chính quý I
Hà Giang, ngày 03 tháng 02 năm 2023

Kính gửi: Các sở, ban, ngành.
`)
    expect(fields.documentType?.code).toBe('CV')
    expect(fields.title?.text).toBe('báo cáo công tác cải cách hành chính quý I')
    expect(fields.warnings.map(({ code }) => code)).toContain('NOT_A_PLAN')
  })

  test('none: a text that is no document', () => {
    const fields = read('Hôm nay trời đẹp.\nChúng tôi đi chơi.')
    expect(fields.documentType).toBeNull()
    expect(fields.title).toBeNull()
    expect(fields.number).toBeNull()
    expect(fields.signer).toBeNull()
  })
})

describe('the symbol and its issuer', () => {
  test.each([
    ['Đ read as D', 'SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'KH-SLDTBXH', 'KH-SLĐTBXH'],
    ['a number behind the letters', 'BAN CHỈ ĐẠO 389', 'KH-BCD389', 'KH-BCĐ389'],
    ['letters of another name', 'SỞ NỘI VỤ', 'KH-DSTP', 'KH-DSTP'],
    ['nothing to mend', 'SỞ NỘI VỤ', 'KH-SNV', 'KH-SNV'],
  ])('%s', (_, body, printed, symbol) => {
    const fields = read(`UBND TỈNH HÀ GIANG\n${body}\nSố: 41/${printed}\nHà Giang, ngày 03 tháng 02 năm 2023\nKẾ HOẠCH\nTrồng cây\n${BODY}`)
    expect(fields.number).toMatchObject({ symbol, raw: `41/${printed}` })
  })
})
