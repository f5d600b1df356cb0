import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodings } from '../bench/eval-restore/baselines.ts'
import { DIALECTS, type Dialect, loadModel, type RestoredText, type RestoreOptions, restore } from '../src/restore/index.ts'
import { stripMarks } from '../src/vietnamese/letters.ts'

const bytes = new Uint8Array(readFileSync('src/restore/model/vi.bin'))
const model = loadModel(bytes)
const read = (text: string, options: RestoreOptions = {}): string => restore(text, model, options).text

/** Every promise about positions that a restored text makes. */
function check(text: string, { text: after, raw, edits, confidence, dialects }: RestoredText): void {
  expect(raw).toBe(text)
  let at = 0
  let now = 0
  for (const { span, rawSpan, confidence: sure } of edits) {
    expect(rawSpan.start).toBeGreaterThanOrEqual(at)
    expect(rawSpan.end).toBeGreaterThan(rawSpan.start)
    // What stands between two edits is the same on both sides.
    expect(after.slice(now, span.start)).toBe(raw.slice(at, rawSpan.start))
    expect(after.slice(span.start, span.end)).not.toBe(raw.slice(rawSpan.start, rawSpan.end))
    expect(sure).toBeGreaterThanOrEqual(0)
    expect(sure).toBeLessThanOrEqual(1)
    at = rawSpan.end
    now = span.end
  }
  expect(after.slice(now)).toBe(raw.slice(at))
  expect(after.split(/[\n\f]/u)).toHaveLength(raw.split(/[\n\f]/u).length)
  expect(confidence).toBeGreaterThanOrEqual(0)
  expect(confidence).toBeLessThanOrEqual(1)
  let end = 0
  for (const stretch of dialects) {
    expect(stretch.start).toBe(end)
    end = stretch.end
  }
  expect(end).toBe(text.length)
}

const CLEAN: [name: string, text: string][] = [
  ['odd wording', 'Khu phố tin học số 3 họp bàn việc trồng cây bàng lá nhỏ; bà con ưng cái bụng lắm, hẹn nhau mỗi sáng chủ nhật.'],
  ['dialect words', 'Anh Nguyễn Văn Tèo ở xóm Chuồng Vịt kể chuyện cá lóc nướng trui, rau đắng đất, bông điên điển chấm kho quẹt.'],
  ['English', 'The quick brown fox jumps over the lazy dog while the committee reviews its annual report on public services.'],
  ['code', 'function total(items) {\n  return items.reduce((sum, item) => sum + item.price * item.count, 0)\n}'],
  ['a query', 'SELECT name, price FROM goods WHERE price > 100 ORDER BY name;'],
  [
    'a table with Latin names of plants',
    'Tên cây | Tên khoa học | Số lượng\nsao đen | Hopea odorata Roxb. | 120\ndầu rái | Dipterocarpus alatus | 45\nlộc vừng | Barringtonia acutangula | 30',
  ],
  [
    'addresses',
    'Hồ sơ nộp tại https://dichvucong.example.gov.vn/ho-so?id=42 hoặc gửi về phong.mot.cua@example.gov.vn trước 16 giờ 30 phút.',
  ],
  [
    'numbers and dates',
    'Ngày 05/8/2024, giá vàng tăng 1,25% lên 77.500.000 đồng/lượng; 1 USD = 25.345 đồng; nhiệt độ 37,5°C; diện tích 12,5 ha (± 0,2).',
  ],
  ['symbols', 'Điều kiện: a ≥ b, x ≠ y, 3 × 4 = 12; ký hiệu § 5, ¶ 2, ©, ®, ™, € 15, £ 9 và “dấu ngoặc kép”.'],
  [
    'a plan',
    'KẾ HOẠCH\nPhát động thi đua trồng hoa ven đường liên thôn năm 2024\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\na) Làm cho đường làng sạch đẹp hơn.\nII. NỘI DUNG\nIII. TỔ CHỨC THỰC HIỆN',
  ],
  ['abbreviations', 'UBND tỉnh, HĐND huyện, UBMTTQ xã và Sở GD&ĐT thống nhất mẫu CCHC số 14-NQ/TU, 61/2018/NĐ-CP và TTHC kèm theo.'],
  ['the other place of the tone', 'Uỷ ban nhân dân xã Hoà Thuỷ hoà giải các vụ việc, thuý kiều là tên một loài hoa.'],
  ['numbers alone', '14 11 111 1.2.3 2024-2025 12:30 0,5'],
]

describe('clean text passes as it is', () => {
  it.each(CLEAN)('%s', (_name, text) => expect(read(text)).toBe(text))
})

const STRIPPED = [
  'Phòng Nội vụ phối hợp với Văn phòng tổ chức kiểm tra công tác cải cách hành chính tại các xã, phường, thị trấn trong quý III.',
  'Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện kế hoạch này.',
  'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời về Sở Nội vụ để tổng hợp, báo cáo.',
  'Nâng cao chất lượng cung cấp dịch vụ công trực tuyến, giảm thời gian giải quyết thủ tục hành chính cho người dân và doanh nghiệp.',
  'Kinh phí thực hiện kế hoạch được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành.',
]

describe('marks that were taken off come back', () => {
  it.each(STRIPPED.map((text) => [text]))('%s', (text) => {
    const restored = restore(stripMarks(text), model)
    expect(restored.text).toBe(text)
    expect(restored.dialects.map(({ dialect }) => dialect)).toEqual(['stripped'])
    expect(restored.confidence).toBeGreaterThan(0.95)
  })

  it('and capitals stay', () =>
    expect(read('UY BAN NHAN DAN TINH BAN HANH KE HOACH CAI CACH HANH CHINH', { dialect: 'stripped' })).toBe(
      'ỦY BAN NHÂN DÂN TỈNH BAN HÀNH KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH',
    ))
})

const GARBLED: [raw: string, text: string][] = [
  ['Ké hoach trién khai céng tac cai cach hanh chinh nim 2024', 'Kế hoạch triển khai công tác cải cách hành chính năm 2024'],
  [
    'Uy ban nhan dan huyén yéu cau cac co quan, don vi nghiém tuc thyc hién ké hoach nay',
    'Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện kế hoạch này',
  ],
  ['Nang cao chat lwong phuc vu nguwoi dan va doanh nghiép', 'Nâng cao chất lượng phục vụ người dân và doanh nghiệp'],
  ['S6 Noi vu chu tri, phéi hop véi cac so, nganh lién quan', 'Sở Nội vụ chủ trì, phối hợp với các sở, ngành liên quan'],
  ['thuc hién theo quy dinh cla phap luat', 'thực hiện theo quy định của pháp luật'],
  ['bdo cdo két qua vé Uy ban nhan dan tinh trudc ngay 15 thang 12', 'báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15 tháng 12'],
  ['S& Noi vu 14 co quan thwong truc', 'Sở Nội vụ là cơ quan thường trực'],
  ['Can cw Nghi quyét sé 14-NQ/TU ngay 05/8/2022 cla Tinh uy', 'Căn cứ Nghị quyết số 14-NQ/TU ngày 05/8/2022 của Tỉnh ủy'],
]

describe('what an English recogniser spoilt is read again', () => {
  it.each(GARBLED)('%s', (raw, text) => expect(read(raw, { dialect: 'eng' })).toBe(text))

  it('as one text, its dialect detected', () => {
    const text = GARBLED.map(([raw]) => `${raw}.`).join('\n')
    const restored = restore(text, model)
    expect(restored.dialects.map(({ dialect }) => dialect)).toEqual(['eng'])
    expect(restored.text).toBe(GARBLED.map(([, truth]) => `${truth}.`).join('\n'))
  })

  it('better than word by word, and better than by two words before', () => {
    const right = (name: string): number => {
      const way = decodings(bytes).find((one) => one.name === name)?.model ?? model
      return GARBLED.filter(([raw, text]) => restore(raw, way, { dialect: 'eng' }).text === text).length
    }
    expect(right('unigram')).toBeLessThan(right('kehoach'))
    expect(right('trigram')).toBeLessThanOrEqual(right('kehoach'))
  })
})

describe('signs that are more than one letter', () => {
  it.each([
    ['TUﬁ', 'stripped'],
    ['AB ﬃ', 'eng'],
  ] as const)('%s under %s', (text, dialect) => check(text, restore(text, model, { dialect })))
})

describe('Roman labels', () => {
  it.each([
    ['strokes', '|. MUC DICH, YEU CAU\nnoi dung\nIl. NOI DUNG\nvan ban\nI11. TO CHUC THUC HIEN', ['I.', 'II.', 'III.']],
    ['digits that go on', 'I. MUC DICH\nnoi dung\n11. NOI DUNG\nvan ban\n111. TO CHUC THUC HIEN', ['I.', 'II.', 'III.']],
    ['true Arabic numbers stay', '1. MUC DICH\nnoi dung\n2. NOI DUNG\nvan ban\n11. TO CHUC THUC HIEN', ['1.', '2.', '11.']],
  ])('%s', (_name, raw, labels) => {
    const lines = read(raw, { dialect: 'eng' }).split('\n')
    expect([0, 2, 4].map((i) => lines[i]?.split(' ')[0])).toEqual(labels)
  })
})

describe('restoring twice changes nothing more', () => {
  it.each([...STRIPPED.map(stripMarks), ...GARBLED.map(([raw]) => raw)].map((text) => [text]))('%s', (text) => {
    const once = read(text)
    expect(read(once)).toBe(once)
  })
})

describe('confidence', () => {
  const raw = GARBLED.map(([line]) => line).join('\n')

  it('bounds what is changed', () => {
    const all = restore(raw, model, { dialect: 'eng' }).edits
    expect(all.length).toBeGreaterThan(30)
    for (const minConfidence of [0.5, 0.9, 0.99]) {
      const restored = restore(raw, model, { dialect: 'eng', minConfidence })
      expect(restored.edits.map(({ rawSpan }) => rawSpan)).toEqual(
        all.filter(({ confidence }) => confidence >= minConfidence).map(({ rawSpan }) => rawSpan),
      )
      check(raw, restored)
    }
    expect(read(raw, { dialect: 'eng', minConfidence: 1 })).toBe(raw)
  })

  it('is lower where little speaks for the word', () => {
    const { edits, text } = restore('bao cao ve so', model, { dialect: 'stripped' })
    const clear = restore('cai cach hanh chinh', model, { dialect: 'stripped' })
    expect(text.split(' ')).toHaveLength(4)
    expect(Math.min(...edits.map(({ confidence }) => confidence))).toBeLessThan(
      Math.min(...clear.edits.map(({ confidence }) => confidence)),
    )
  })

  it('lists other readings on demand, most likely first', () => {
    expect(restore(raw, model, { dialect: 'eng' }).alternatives).toEqual([])
    const { alternatives } = restore(raw, model, { dialect: 'eng', alternatives: 3 })
    expect(alternatives.length).toBeGreaterThan(10)
    for (const { rawSpan, text, options, confidence } of alternatives) {
      expect(raw.slice(rawSpan.start, rawSpan.end)).toMatch(/^\S+(?: \S+)?$/u)
      expect(options.length).toBeGreaterThan(0)
      expect(options.length).toBeLessThanOrEqual(3)
      expect(options.map((option) => option.text)).not.toContain(text)
      const likely = options.map((option) => option.confidence)
      expect(likely).toEqual([...likely].sort((a, b) => b - a))
      expect(Math.max(...likely)).toBeLessThanOrEqual(confidence)
    }
  })
})

describe('the dialect of a text', () => {
  const page = (lines: readonly string[]): string => `${Array.from({ length: 4 }, () => lines.join('\n')).join('\n')}\n`
  const clean = page(STRIPPED)
  const bare = page(STRIPPED.map(stripMarks))
  const eng = page(GARBLED.map(([raw]) => raw))

  it('may change from page to page', () => {
    const text = [clean, eng, bare, clean].join('\f')
    const { dialects, edits } = restore(text, model)
    expect(dialects.map(({ dialect }) => dialect)).toEqual(['clean', 'eng', 'stripped', 'clean'])
    // The clean pages stay as they are.
    expect(edits.every(({ rawSpan }) => rawSpan.start >= clean.length && rawSpan.end <= text.length - clean.length)).toBe(true)
  })

  it('is taken as given where it is known', () => {
    const text = `${clean}\f${bare}`
    const known = [{ start: 0, end: clean.length, dialect: 'stripped' as const }]
    expect(restore(text, model, { known }).dialects).toEqual([...known, { start: clean.length, end: text.length, dialect: 'stripped' }])
  })

  it('can be said to be clean, and nothing is done', () => expect(read(eng, { dialect: 'clean' })).toBe(eng))
})

const PIECES =
  'Ké hoach sé 14-NQ/TU 111/2024 S& V.TO tro’ |. I11. a@b.vn http:// A&B UBND — “ ” \f \n \n\n 😀 e\u0301 đ Ư 1.000,5 ct? !! ’’ .... ﬁ ² ª'.split(
    ' ',
  )
const soup = fc.array(fc.constantFrom(...PIECES, ' ', '\n', '. '), { maxLength: 60 }).map((pieces) => pieces.join(' '))

describe('any string', () => {
  it.each([
    ['of any letters', fc.string({ unit: 'binary', maxLength: 200 })],
    ['of signs of print', soup],
  ])(
    '%s keeps its lines and has true positions',
    (_name, strings) => {
      fc.assert(
        fc.property(strings, fc.constantFrom<(Dialect | 'auto')[]>('auto', ...DIALECTS), (text, dialect) =>
          check(text, restore(text, model, { dialect, alternatives: 2 })),
        ),
        { numRuns: 300 },
      )
    },
    60_000,
  )
})

describe('time stays linear in', () => {
  const milliseconds = (text: string, dialect: Dialect | 'auto'): number => {
    const started = performance.now()
    restore(text, model, { dialect })
    return performance.now() - started
  }
  it.each([
    ['one letter', 'a'],
    ['a word without spaces', 'kehoachcaicach'],
    ['points between capitals', 'A.'],
    ['signs of addresses', '@'],
    ['spaces', ' '],
    ['line ends', '\n'],
    ['labels', 'I. '],
    ['labels of strokes', '|. ABCD\n'],
    ['brackets', '('],
    ['garbled words', 'Ké hoach '],
  ])(
    '%s, half a megabyte and a whole one',
    (_name, unit) => {
      const [half, whole] = [5e5, 1e6].map((size) => `x${unit.repeat(size / unit.length)}x`) as [string, string]
      for (const dialect of ['auto', 'eng'] as const) {
        milliseconds(half.slice(0, 50_000), dialect)
        const before = milliseconds(half, dialect)
        const after = Math.min(milliseconds(whole, dialect), 1e9)
        expect(after, `${dialect}: ${before.toFixed(0)} ms, then ${after.toFixed(0)} ms`).toBeLessThan(Math.max(5 * before, 1500))
      }
    },
    60_000,
  )
})
