import { describe, expect, test } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'
import { readCorpus } from './corpus-files.ts'

/** A plan whose grounds are the first paragraph; what follows `---` stands under a heading. */
function read(sentences: string, head = 'KẾ HOẠCH\nHọc tập năm 2026') {
  const [grounds = '', body = ''] = sentences.normalize('NFC').split('---')
  return findFields(toDocument(`${head}\n\n${grounds.trim()}\n\nI. NỘI DUNG\n${body.trim()}\n`))
}

describe('keys of documents', () => {
  test.each([
    ['the same print twice', 'Căn cứ Quyết định số 12/QĐ-BNV; Quyết định số 12/QĐ-BNV.', ['12/QĐ-BNV', '12/QĐ-BNV']],
    ['a zero before the number', 'Căn cứ Quyết định số 7/QĐ-BNV; Quyết định số 07/QĐ-BNV.', ['07/QĐ-BNV', '07/QĐ-BNV']],
    ['the party: hyphen and slash', 'Thực hiện Nghị quyết số 05-NQ/TU; Nghị quyết 05/NQ/TU.', ['05-NQ/TU', '05-NQ/TU']],
    ['the party: slash and hyphen', 'Thực hiện Kết luận số 21-KL/TW; Kết luận số 21/KL-TW.', ['21-KL/TW', '21-KL/TW']],
    ['the party: TƯ for TW', 'Thực hiện Chỉ thị số 13-CT/TW; Chỉ thị số 13-CT/TƯ.', ['13-CT/TW', '13-CT/TW']],
    ['spaces inside', 'Căn cứ Nghị quyết số 42/NQ- HĐND; Nghị quyết số 42 / NQ-HĐND.', ['42/NQ-HĐND', '42/NQ-HĐND']],
    ['a line end inside', 'Căn cứ Kế hoạch số 96/KH-\nSGDĐT; Kế hoạch số 96/KH-SGDĐT.', ['96/KH-SGDĐT', '96/KH-SGDĐT']],
    ['without its year later', 'Căn cứ Nghị định số 61/2018/NĐ-CP; Nghị định 61/NĐ-CP.', ['61/2018/NĐ-CP', '61/2018/NĐ-CP']],
    ['without its year first', 'Căn cứ Nghị định 61/NĐ-CP; Nghị định số 61/2018/NĐ-CP.', ['61/2018/NĐ-CP', '61/2018/NĐ-CP']],
    ['without its kind', 'Căn cứ Nghị định số 61/2018/NĐ-CP; theo 61/2018/NĐ-CP.', ['61/2018/NĐ-CP', '61/2018/NĐ-CP']],
    ['without its date', 'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023; Kế hoạch số 9/KH-UBND.', ['09/KH-UBND', '09/KH-UBND']],
    [
      'two years part one number',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023; Kế hoạch số 9/KH-UBND ngày 05/01/2024.',
      ['09/KH-UBND (2023)', '09/KH-UBND (2024)'],
    ],
    [
      'a mention without a year means the last',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023; Kế hoạch số 9/KH-UBND ngày 05/01/2024; Kế hoạch số 9/KH-UBND.',
      ['09/KH-UBND (2023)', '09/KH-UBND (2024)', '09/KH-UBND (2024)'],
    ],
    [
      'two bodies part one number',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023 của UBND tỉnh; Kế hoạch số 9/KH-UBND ngày 20/3/2023 của UBND xã Yên Phú.',
      ['09/KH-UBND (UBND tỉnh)', '09/KH-UBND (UBND xã Yên Phú)'],
    ],
    [
      'the same body in two ways',
      'Căn cứ Kế hoạch số 9/KH-UBND ngày 19/3/2023 của UBND tỉnh; Kế hoạch số 9/KH-UBND của Ủy ban nhân dân tỉnh Hà Nam.',
      ['09/KH-UBND', '09/KH-UBND'],
    ],
    ['two kinds part a symbol that names none', 'Căn cứ Kế hoạch số 12/BCĐ; Thông báo số 12/BCĐ.', ['KH 12/BCĐ', 'TB 12/BCĐ']],
    ['none shared: two numbers', 'Căn cứ Quyết định số 1/QĐ-SXD; Quyết định số 11/QĐ-SXD.', ['01/QĐ-SXD', '11/QĐ-SXD']],
    ['none shared: two years inside', 'Căn cứ Nghị định số 5/2018/NĐ-CP; Nghị định số 5/2019/NĐ-CP.', ['05/2018/NĐ-CP', '05/2019/NĐ-CP']],
    ['none shared: decree and resolution', 'Căn cứ Nghị định số 10/NĐ-CP; Nghị quyết số 10/NQ-CP.', ['10/NĐ-CP', '10/NQ-CP']],
    ['none shared: province and district committee', 'Thực hiện Nghị quyết số 5-NQ/TU; Nghị quyết số 5-NQ/HU.', ['05-NQ/TU', '05-NQ/HU']],
  ])('%s', (_, text, keys) => {
    expect(read(text).citations.map(({ key }) => key)).toEqual(keys)
  })
})

describe('short mentions', () => {
  const FULL = 'Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017; Quyết định số 61/QĐ-UBND ngày 01/02/2025 của UBND tỉnh;\n---'
  test.each([
    ['this resolution', 'Quán triệt Nghị quyết này tới đảng viên.', ['Nghị quyết này → 18-NQ/TW']],
    ['the resolution named above', 'Theo Nghị quyết nêu trên, chi bộ họp.', ['Nghị quyết nêu trên → 18-NQ/TW']],
    ['the resolution above, then a stop', 'Theo Nghị quyết trên, chi bộ họp.', ['Nghị quyết trên → 18-NQ/TW']],
    ['kind and number', 'Sơ kết Quyết định số 61 trong quý IV.', ['Quyết định số 61 → 61/QĐ-UBND']],
    ['kind and number without "số"', 'Sơ kết Quyết định 61 trong quý IV.', ['Quyết định 61 → 61/QĐ-UBND']],
    ['kind and number, named above', 'Sơ kết Quyết định số 61 nêu trên.', ['Quyết định số 61 nêu trên → 61/QĐ-UBND']],
    ['kind, number and year', 'Theo Nghị quyết số 18 năm 2017.', ['Nghị quyết số 18 năm 2017 → 18-NQ/TW']],
    ['a number that was never cited', 'Theo Nghị quyết số 99 của Đảng ủy.', ['Nghị quyết số 99 → null']],
    [
      'a name that the document gives',
      'Thực hiện Chỉ thị số 05-CT/TW (sau đây gọi tắt là Chỉ thị 05) nghiêm túc. Chi bộ sơ kết Chỉ thị 05.',
      ['Chỉ thị 05 → 05-CT/TW', 'Chỉ thị 05 → 05-CT/TW'],
    ],
    ['the nearer of two', 'Thực hiện Nghị quyết số 57-NQ/TW. Nghị quyết này mở đường.', ['Nghị quyết này → 57-NQ/TW']],
    ['a law', 'Phổ biến Luật Lưu trữ năm 2024. Luật này có hiệu lực từ tháng 7.', ['Luật này → Luật Lưu trữ']],
    ['none: the plan itself', 'Các phòng thực hiện Kế hoạch này.', []],
    ['none: a kind never cited', 'Thông tư này không nêu ở đây.', []],
    ['none: several at once', 'Các Nghị quyết này đều quan trọng; những Quyết định nêu trên.', []],
    ['none: "trên" goes on', 'Triển khai Nghị quyết trên địa bàn tỉnh; Quyết định trên cơ sở báo cáo.', []],
    ['none: small letters', 'Có quyết định này, nghị quyết nêu trên mới đi vào cuộc sống.', []],
    ['none: a number of things', 'Ban hành Quyết định 02 lần; Nghị quyết 5%; Quyết định số 61.2.', []],
    ['none: the symbol follows', 'Theo Quyết định số 61/QĐ-UBND.', []],
    ['none: a scheme that was cited far away', `Theo Đề án số 2-ĐA/TU.\n${'Nội dung khác. '.repeat(40)}Đề án này.`, []],
  ])('%s', (_, text, expected) => {
    expect(read(`${FULL}${text}`).shortMentions.map(({ raw, key }) => `${raw} → ${key}`)).toEqual(expected)
  })

  test('a decision that speaks of itself cites none', () => {
    const { shortMentions } = read(
      'Căn cứ Quyết định số 5/QĐ-TTg;\n---\nĐiều 1. Quyết định này có hiệu lực từ ngày ký.',
      'QUYẾT ĐỊNH\nVề việc học tập',
    )
    expect(shortMentions).toEqual([])
  })
})

describe('relations', () => {
  const last = (text: string, head?: string) => {
    const { citations, laws } = read(text, head)
    const all = [...citations, ...laws].sort((a, b) => a.span.start - b.span.start)
    const found = all[all.length - 1]
    return [found?.key, found?.relation, found?.relationOf]
  }

  test.each([
    ['a ground', 'Căn cứ Quyết định số 9/QĐ-BYT;', ['09/QĐ-BYT', 'basis', 'self']],
    ['a ground with names before it', 'Căn cứ ý kiến của Sở Y tế tại Tờ trình số 9/TTr-SYT;', ['09/TTr-SYT', 'basis', 'self']],
    ['carried out', 'Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ;', ['76/NQ-CP', 'implements', 'self']],
    [
      'carried out, with an adverb',
      '---Tiếp tục triển khai thực hiện nghiêm túc, có hiệu quả Chỉ thị số 16/CT-TTg.',
      ['16/CT-TTg', 'implements', 'self'],
    ],
    [
      'carried out, as directed in a letter',
      'Thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 123/UBND-VX;',
      ['123/UBND-VX', 'implements', 'self'],
    ],
    [
      'the next of a list',
      'Thực hiện Nghị quyết số 76/NQ-CP; Kế hoạch số 15/KH-SNV, Chỉ thị số 3/CT-UBND;',
      ['03/CT-UBND', 'implements', 'self'],
    ],
    [
      'the next of a list that begins with an unnumbered programme',
      'Thực hiện Chương trình hành động của Huyện ủy về chuyển đổi số; Kế hoạch số 15/KH-UBND của UBND huyện;',
      ['15/KH-UBND', 'implements', 'self'],
    ],
    [
      'a law that amends two others',
      'Căn cứ Luật số 57/2024/QH15 sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư;',
      ['Luật Đầu tư', 'amends', '57/2024/QH15'],
    ],
    ['several of one kind', 'Thực hiện các Kế hoạch số 15/KH-SNV và 16/KH-SNV;', ['16/KH-SNV', 'implements', 'self']],
    [
      'by the document cited, not by the plan',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 3/2/2025 của UBND tỉnh về việc thực hiện Nghị quyết số 5/NQ-CP;',
      ['05/NQ-CP', 'implements', '12/KH-UBND'],
    ],
    [
      'and after it the list goes on',
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 3/2/2025 về việc sửa đổi Kế hoạch số 5/KH-UBND; Công văn số 20/SNV-CCHC;',
      ['20/SNV-CCHC', 'implements', 'self'],
    ],
    ['replaced by the plan', '---Kế hoạch này thay thế Kế hoạch số 15/KH-SYT ngày 02/02/2025.', ['15/KH-SYT', 'replaces', 'self']],
    [
      'replaced by a decision',
      '---Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 3/QĐ-UBND.',
      ['03/QĐ-UBND', 'replaces', 'self'],
      'QUYẾT ĐỊNH\nVề học tập',
    ],
    ['repealed', '---Bãi bỏ Kế hoạch số 16/KH-SYT.', ['16/KH-SYT', 'repeals', 'self']],
    ['out of force', '---Từ ngày này Kế hoạch số 16/KH-SYT hết hiệu lực.', ['16/KH-SYT', 'repeals', 'self']],
    [
      'amended by another',
      'Căn cứ Nghị định số 61/2018/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP;',
      ['107/2021/NĐ-CP', 'amended-by', '61/2018/NĐ-CP'],
    ],
    [
      'in brackets, and after them',
      'Căn cứ Nghị định số 61/2018/NĐ-CP (được sửa đổi tại Nghị định số 107/2021/NĐ-CP), Thông tư số 1/2018/TT-VPCP;',
      ['01/2018/TT-VPCP', 'basis', 'self'],
    ],
    [
      'amends another',
      'Căn cứ Quyết định số 20/QĐ-TTg sửa đổi, bổ sung một số điều của Quyết định số 45/QĐ-TTg;',
      ['45/QĐ-TTg', 'amends', '20/QĐ-TTg'],
    ],
    [
      'a decree that guides a law',
      'Căn cứ Nghị định số 1/2013/NĐ-CP quy định chi tiết và hướng dẫn thi hành một số điều của Luật Lưu trữ;',
      ['Luật Lưu trữ', 'guides', '01/2013/NĐ-CP'],
    ],
    ['guided by a letter', '---Lập hồ sơ theo hướng dẫn của Sở Nội vụ tại Công văn số 55/SNV-VTLT.', ['55/SNV-VTLT', 'guided-by', 'self']],
    ['the plan is attached to it', '(Ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 1/2/2026)', ['07/QĐ-UBND', 'attached-to', 'self']],
    [
      'something else is attached to it',
      '---Thực hiện Quy chế ban hành kèm theo Quyết định số 7/QĐ-UBND.',
      ['07/QĐ-UBND', 'attached-to', null],
    ],
    [
      'unnamed documents guide it',
      '---Nghiên cứu các văn bản hướng dẫn thi hành Nghị định số 61/2018/NĐ-CP.',
      ['61/2018/NĐ-CP', 'guides', null],
    ],
    [
      'none: a ground after one that was carried out',
      'Thực hiện Chương trình của Huyện ủy;\nCăn cứ Kế hoạch số 15/KH-UBND;',
      ['15/KH-UBND', 'basis', 'self'],
    ],
    ['none: according to it', '---Kinh phí chi theo Thông tư số 19/2017/TT-BTC.', ['19/2017/TT-BTC', 'mentioned', 'self']],
    [
      'none: as it lays down',
      '---Thực hiện chế độ báo cáo theo quy định tại Thông tư số 1/2019/TT-BNV.',
      ['01/2019/TT-BNV', 'mentioned', 'self'],
    ],
    ['none: results of carrying it out', '---Báo cáo kết quả thực hiện Chỉ thị số 05-CT/TW.', ['05-CT/TW', 'mentioned', 'self']],
    ['none: five years of it', '---Tổng kết 05 năm thực hiện Nghị quyết số 18-NQ/TW.', ['18-NQ/TW', 'mentioned', 'self']],
    ['none: its carrying out is watched', '---Theo dõi việc thực hiện Nghị định số 39/2016/NĐ-CP.', ['39/2016/NĐ-CP', 'mentioned', 'self']],
    ['none: not carried out', '---Đơn vị chưa thực hiện Kế hoạch số 15/KH-SYT bị nhắc nhở.', ['15/KH-SYT', 'mentioned', 'self']],
    ['none: spread among people', '---Tuyên truyền Nghị định số 100/2019/NĐ-CP.', ['100/2019/NĐ-CP', 'mentioned', 'self']],
    ['none: a plan asks that a decision be amended', '---Sửa đổi Quyết định số 45/2020/QĐ-UBND.', ['45/2020/QĐ-UBND', 'amends', null]],
  ])('%s', (_, text, expected, head?: string) => {
    expect(last(text, head)).toEqual(expected)
  })
})

describe('laws', () => {
  const laws = (text: string) => read(text).laws.map(({ name, date }) => `${name}${date === null ? '' : ` | ${date.iso}`}`)

  test.each([
    ['name and day', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;', ['Luật Tổ chức chính quyền địa phương | 2015-06-19']],
    ['day written out', 'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;', ['Luật Trẻ em | 2016-04-05']],
    ['name and year', 'Căn cứ Bộ luật Lao động năm 2019;', ['Bộ luật Lao động | 2019']],
    ['the year alone', 'Căn cứ Luật Đất đai 2024;', ['Luật Đất đai | 2024']],
    ['a comma before the day', 'Căn cứ Luật An ninh mạng, ngày 12/6/2018;', ['Luật An ninh mạng | 2018-06-12']],
    ['commas in the name', 'Căn cứ Luật Khám bệnh, chữa bệnh ngày 09/01/2023;', ['Luật Khám bệnh, chữa bệnh | 2023-01-09']],
    ['commas left out', 'Căn cứ Luật Phòng chống thiên tai năm 2013;', ['Luật Phòng, chống thiên tai | 2013']],
    ['"và" in the name', 'Căn cứ Luật Hôn nhân và gia đình và Luật Hộ tịch;', ['Luật Hôn nhân và gia đình', 'Luật Hộ tịch']],
    [
      'the older place of the tone',
      'Căn cứ Luật Phòng, chống tác hại của thuốc lá; Luật Hoà giải ở cơ sở;',
      ['Luật Phòng, chống tác hại của thuốc lá', 'Luật Hòa giải ở cơ sở'],
    ],
    ['an abbreviation in the name', 'Căn cứ Luật Xử lý VPHC năm 2012;', ['Luật Xử lý vi phạm hành chính | 2012']],
    ['over a line end', 'Căn cứ Luật Thực hiện dân chủ\nở cơ sở ngày 10/11/2022;', ['Luật Thực hiện dân chủ ở cơ sở | 2022-11-10']],
    [
      'a law that amends two',
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;',
      ['Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương | 2019-11-22'],
    ],
    [
      'a law that amends laws without their names',
      'Căn cứ Luật sửa đổi, bổ sung một số điều của các luật về thuế ngày 26/11/2014;',
      ['Luật sửa đổi, bổ sung một số điều của các luật về thuế | 2014-11-26'],
    ],
    ['the constitution', 'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;', ['Hiến pháp | 2013']],
    ['an ordinance', 'Căn cứ Pháp lệnh Dân số ngày 09/01/2003;', ['Pháp lệnh Dân số | 2003-01-09']],
    [
      'a name that no list has, to its day',
      'Căn cứ Luật Kinh tế số và xã hội số ngày 01/02/2026;',
      ['Luật Kinh tế số và xã hội số | 2026-02-01'],
    ],
    ['a name that no list has, to a verb', '---Khi Luật Kinh tế tuần hoàn được ban hành, xã rà soát.', ['Luật Kinh tế tuần hoàn']],
    ['a name that no list has, to "và các"', '---Phổ biến Luật Kinh tế tuần hoàn và các văn bản liên quan.', ['Luật Kinh tế tuần hoàn']],
    ['known, in running text', '---Tập huấn Luật Giáo dục nghề nghiệp cho giáo viên.', ['Luật Giáo dục nghề nghiệp']],
    ['known, in small letters', '---tuyên truyền luật phòng, chống ma túy tại thôn.', ['Luật Phòng, chống ma túy']],
    ['known, in capitals', '---TUYÊN TRUYỀN LUẬT BẢO VỆ MÔI TRƯỜNG', ['Luật Bảo vệ môi trường']],
    ['none: with its number it is a citation', 'Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13;', []],
    ['none: law in general', '---Chấp hành pháp luật, kỷ luật, quy luật; sống theo Hiến chương và luật.', []],
    ['none: lawyers', '---Mời Hội Luật gia, Đoàn Luật sư và Luật sư Nguyễn Văn An.', []],
    ['none: a school of law', '---Cử nhân Trường Đại học Luật Hà Nội; sinh viên khoa Luật.', []],
    ['none: a draft', '---Góp ý dự thảo Luật Việc làm; thẩm tra dự án Luật Nhà giáo.', []],
    ['none: traffic rules in small letters', '---học sinh học luật giao thông, luật chơi, luật bóng đá.', []],
    ['none: a verb that folds to a name', '---Để Luật được thi hành thống nhất.', []],
    ['none: this law', '---Luật này có hiệu lực.', []],
  ])('%s', (_, text, expected) => {
    expect(laws(text)).toEqual(expected)
  })

  test('repeats share a key, also with the number of the first', () => {
    const { laws: found } = read(
      'Căn cứ Luật Lưu trữ số 33/2024/QH15; Luật Trẻ em năm 2016;\n---\nPhổ biến Luật Lưu trữ. Theo Luật Trẻ em, trẻ em được bảo vệ.',
    )
    expect(found.map(({ key }) => key)).toEqual(['Luật Trẻ em', '33/2024/QH15', 'Luật Trẻ em'])
  })

  test('two laws of one name are told apart by their years', () => {
    const { laws: found } = read(
      'Căn cứ Luật Đất đai năm 2013;\n---\nTừ tháng 8 áp dụng Luật Đất đai năm 2024. Theo Luật Đất đai, xã phải…',
    )
    expect(found.map(({ key }) => key)).toEqual(['Luật Đất đai (2013)', 'Luật Đất đai (2024)', 'Luật Đất đai (2024)'])
  })

  test('grounds and mentions', () => {
    const { laws: found } = read('Căn cứ Luật Trẻ em;\n---\nPhổ biến Luật Thanh niên.')
    expect(found.map(({ role }) => role)).toEqual(['basis', 'reference'])
  })
})

describe('whole documents', () => {
  test.each(readCorpus('references').map(({ title, input, expected }) => [title, input, expected] as const))('%s', (_, input, expected) => {
    const { citations, laws, shortMentions, warnings } = findFields(toDocument(input))
    const cited = [...citations, ...laws].sort((a, b) => a.span.start - b.span.start)
    expect([
      ...cited.map(({ key, role, relation, relationOf }) => `${key}: ${role}, ${relation} of ${relationOf}`),
      ...shortMentions.map(({ raw, key }) => `~ ${raw} → ${key}`),
      ...warnings.flatMap(({ code }) => (code.startsWith('CITATION') ? [`! ${code}`] : [])),
    ]).toEqual(expected)
  })
})
