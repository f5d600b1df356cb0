import { describe, expect, it } from 'vitest'
import type { Rules } from '../src/pages/clean/rules.ts'
import type { RecognisedWord } from '../src/pages/engine.ts'
import { markHandwriting } from '../src/pages/layout/handwriting.ts'
import { layOut } from '../src/pages/layout/index.ts'

const PAGE = { width: 1654, height: 2339, dpi: 200, rules: { horizontal: [], vertical: [] } as Rules }
const LETTER = 16

/** Words of a line of print that begins at `x`, 32 pixels high; a `confidence` below 1 for all of them. */
function line(text: string, x: number, y: number, number: number, confidence = 0.95): RecognisedWord[] {
  let at = x
  return text.split(' ').map((word) => {
    const box = { x: at, y, width: word.length * LETTER, height: 32 }
    at += box.width + LETTER
    return { text: word, box, confidence, line: number }
  })
}

const texts = (words: RecognisedWord[], rules: Rules = PAGE.rules) => layOut(words, { ...PAGE, rules }).map((each) => each.text)

describe('letterhead', () => {
  it('reads the left column, then the right, though the recogniser fused their lines', () => {
    const words = [
      ...line('ỦY BAN NHÂN DÂN', 220, 150, 1),
      ...line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 800, 150, 1),
      ...line('XÃ TÂN LẬP', 260, 195, 2),
      ...line('Độc lập - Tự do - Hạnh phúc', 900, 195, 2),
      ...line('Số: 12/KH-UBND', 250, 270, 3),
      ...line('Tân Lập, ngày 05 tháng 3 năm 2021', 860, 270, 3),
      ...line('KẾ HOẠCH', 760, 350, 4),
      ...line('Trồng cây đầu xuân', 690, 395, 5),
      ...line('Thực hiện chỉ đạo của huyện về trồng cây, xã lập kế hoạch như sau và giao thôn', 200, 470, 6),
    ]
    expect(texts(words)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ TÂN LẬP',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Tân Lập, ngày 05 tháng 3 năm 2021',
      'KẾ HOẠCH',
      'Trồng cây đầu xuân',
      'Thực hiện chỉ đạo của huyện về trồng cây, xã lập kế hoạch như sau và giao thôn',
    ])
  })

  it('takes no columns where nothing says letterhead or closing', () => {
    const words = [...line('Tổ 1: 20 người', 220, 900, 1), ...line('Tổ 2: 30 người', 1000, 900, 1), ...line('Cộng', 220, 950, 2)]
    expect(texts(words)).toEqual(['Tổ 1: 20 người Tổ 2: 30 người', 'Cộng'])
  })
})

describe('closing', () => {
  const closing = [
    ...line('Các thôn báo cáo kết quả trước ngày 20/3/2021./.', 200, 1000, 1),
    ...line('Nơi nhận:', 200, 1080, 2),
    ...line('TM. ỦY BAN NHÂN DÂN', 950, 1080, 2),
    ...line('- Như trên;', 200, 1125, 3),
    ...line('CHỦ TỊCH', 1040, 1125, 3),
    ...line('- Lưu: VT.', 200, 1170, 4),
    ...line('Trần Thị Mến', 1010, 1400, 5),
  ]
  it('reads the recipients, then the signer', () => {
    expect(texts(closing)).toEqual([
      'Các thôn báo cáo kết quả trước ngày 20/3/2021./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Trần Thị Mến',
    ])
  })
  it('joins the words of a line that were recognised apart', () => {
    const apart = closing.map((word) => (word.text === 'Nơi' ? { ...word, line: 90 } : word))
    expect(texts(apart)).toEqual(texts(closing))
  })

  it('leaves out initials written after ./.', () => {
    const words = [...line('Các thôn báo cáo kết quả./.', 200, 1000, 1), ...line('cvn', 700, 1000, 1, 0.4)]
    expect(texts(words)).toEqual(['Các thôn báo cáo kết quả./.'])
  })
})

describe('noise', () => {
  it.each([
    ['a page number in the top margin', line('2', 820, 90, 1), []],
    ['a page number in the foot', line('- 3 -', 800, 2200, 1), []],
    ['a scribble', line('ƒZ', 900, 1200, 1, 0.2), []],
    ['dust', line('.', 900, 1200, 1, 0.3), []],
    ['not a number in the middle of the page', line('15', 820, 1200, 1), ['15']],
    ['not a short word read well', line('này.', 200, 1200, 1), ['này.']],
    ['not the dash of a list', line('- Lưu: VT.', 200, 1200, 1), ['- Lưu: VT.']],
  ])('%s', (_, words, rest) => {
    const body = line('Kế hoạch này áp dụng cho toàn xã từ ngày ký', 200, 1000, 9)
    expect(texts([...body, ...words])).toEqual(
      ['Kế hoạch này áp dụng cho toàn xã từ ngày ký', ...rest].sort((a, b) => Number(b.startsWith('Kế')) - Number(a.startsWith('Kế'))),
    )
  })
})

describe('tables drawn with rules', () => {
  const lineOf = (at: number, from: number, to: number) => ({ at, from, to, thickness: 3 })
  const rules: Rules = {
    horizontal: [lineOf(500, 200, 1400), lineOf(600, 200, 1400), lineOf(700, 200, 1400), lineOf(800, 200, 1400)],
    vertical: [lineOf(200, 500, 800), lineOf(300, 500, 800), lineOf(1000, 500, 800), lineOf(1400, 500, 800)],
  }
  const table = [
    ...line('STT', 220, 530, 1),
    ...line('Nội dung', 500, 530, 1),
    ...line('Thời gian', 1100, 530, 1),
    ...line('1', 240, 630, 2),
    ...line('Dọn vệ sinh đường làng,', 320, 610, 2),
    ...line('ngõ xóm', 320, 655, 3),
    ...line('Tháng 4', 1100, 630, 2),
    ...line('2', 240, 730, 4),
    ...line('Trồng hoa', 320, 730, 4),
  ]
  it('gives a line a row, with wrapped cells joined and empty ones kept', () => {
    expect(texts(table, rules)).toEqual(['STT | Nội dung | Thời gian', '1 | Dọn vệ sinh đường làng, ngõ xóm | Tháng 4', '2 | Trồng hoa |'])
  })
  it('puts a cell that spans rows where it begins', () => {
    const spanning: Rules = { ...rules, horizontal: rules.horizontal.map((rule) => (rule.at === 700 ? lineOf(700, 200, 1000) : rule)) }
    expect(
      texts([...table.filter((word) => word.text !== 'Tháng' && word.text !== '4'), ...line('Cả năm', 1100, 680, 2)], spanning),
    ).toEqual(['STT | Nội dung | Thời gian', '1 | Dọn vệ sinh đường làng, ngõ xóm | Cả năm', '2 | Trồng hoa'])
  })
  it('reads no bar from what is left of the lines', () => {
    expect(texts([...table, ...line('|', 306, 730, 4)], rules)[2]).toBe('2 | Trồng hoa |')
  })
  it('keeps every word in its place of the text', () => {
    for (const each of layOut(table, { ...PAGE, rules })) {
      for (const { word, start, end } of each.words) expect(each.text.slice(start, end)).toBe(word.text)
    }
  })
})

describe('tables without rules', () => {
  const row = (y: number, number: number, ...cells: [string, number][]) => cells.flatMap(([text, x]) => line(text, x, y, number))
  const table = [
    ...row(600, 1, ['TT', 200], ['Đơn vị', 420], ['Ngày', 1000]),
    ...row(650, 2, ['1', 200], ['Trạm y tế xã Tân Lập', 320], ['20/11', 1000]),
    ...row(700, 3, ['2', 200], ['Trường tiểu học Tân Lập', 320], ['21/11', 1000]),
    ...row(745, 4, ['cơ sở hai', 320]),
    ...row(795, 5, ['3', 200], ['Hợp tác xã', 320], ['22/11', 1000]),
  ]
  it('gives a line a row, the ends of wrapped cells in their row', () => {
    const after = line('Các đơn vị chuẩn bị báo cáo và cử người dự họp đúng giờ', 200, 860, 6)
    expect(texts([...table, ...after])).toEqual([
      'TT | Đơn vị | Ngày',
      '1 | Trạm y tế xã Tân Lập | 20/11',
      '2 | Trường tiểu học Tân Lập cơ sở hai | 21/11',
      '3 | Hợp tác xã | 22/11',
      'Các đơn vị chuẩn bị báo cáo và cử người dự họp đúng giờ',
    ])
  })
  it('goes on with the cells that a page broke off, and begins a row whose number was not read', () => {
    const rest = [
      ...line('hộ kinh doanh', 320, 100, 1),
      ...line('Phòng Kinh tế', 800, 100, 2),
      ...line('4', 200, 150, 3),
      ...line('Kiểm tra cân đo', 320, 150, 4),
      ...line('Ban Quản lý', 800, 150, 5),
      ...line('Tháng 8', 1200, 150, 6),
      ...line('Sửa mái che', 320, 200, 7),
      ...line('Văn phòng', 800, 200, 8),
      ...line('Tháng 9', 1200, 200, 9),
      ...line('nhà lồng', 320, 240, 10),
      ...line('6', 200, 290, 11),
      ...line('Tổng kết', 320, 290, 12),
      ...line('Văn phòng', 800, 290, 13),
      ...line('Tháng 12', 1200, 290, 14),
    ]
    expect(texts(rest)).toEqual([
      '| hộ kinh doanh | Phòng Kinh tế |',
      '4 | Kiểm tra cân đo | Ban Quản lý | Tháng 8',
      '| Sửa mái che nhà lồng | Văn phòng | Tháng 9',
      '6 | Tổng kết | Văn phòng | Tháng 12',
    ])
  })
  it('sees none in two rows', () => {
    expect(texts(table.filter((word) => word.line < 3))).toEqual(['TT Đơn vị Ngày', '1 Trạm y tế xã Tân Lập 20/11'])
  })
})

describe('places filled in by hand', () => {
  const marked = (text: string, confidence: number) => {
    const [first] = markHandwriting(layOut(line(text, 200, 300, 1, confidence), PAGE))
    return first?.words.filter(({ word }) => word.handwritten).map(({ word }) => word.text)
  }
  it.each([
    ['a number read without confidence', 'Số: 1942 /KH-SYT', 0.35, ['1942']],
    ['a number that is none', 'Số: 1g4Z /KH-SYT', 0.9, ['1g4Z']],
    ['a day that is none', 'Kiên Giang, ngày 4Ô tháng 10 năm 2017', 0.9, ['4Ô']],
    ['not a printed number', 'Số: 12/KH-UBND', 0.95, []],
    ['not a printed number of the party', 'Số 45-KH/ĐU', 0.95, []],
    ['not a number in one word with a symbol that is hard to read', 'Số: 07/KH-“THPT', 0.54, []],
    ['not a printed date', 'Kiên Giang, ngày 06 tháng 11 năm 2017', 0.95, []],
    ['not other text', 'Sở Y tế lập kế hoạch năm 2017/2018', 0.55, []],
  ])('%s', (_, text, confidence, words) => {
    expect(marked(text, confidence)).toEqual(words)
  })
})
