import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LINT_RULES, type LintFinding, lintPlan, parsePlan } from '../src/index.ts'
import { kehoach } from './command.ts'

/** Right in every rule of decree 30/2020/NĐ-CP. Numbers and facts are invented. */
const STATE = `ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 08/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Đồng, ngày 09 tháng 02 năm 2023
KẾ HOẠCH
Trồng cây xanh đô thị năm 2023
Căn cứ Nghị định số 64/2010/NĐ-CP ngày 11/6/2010 của Chính phủ về quản lý cây xanh đô thị;
Căn cứ Quyết định số 524/QĐ-TTg ngày 01/4/2021 của Thủ tướng Chính phủ phê duyệt Đề án trồng một tỷ cây xanh.
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Tăng diện tích cây xanh trong các khu dân cư.
2. Nâng cao ý thức của người dân.
II. NỘI DUNG
1. Trồng 5.000 cây dọc các tuyến đường mới.
a) Chọn giống phù hợp với khí hậu địa phương.
b) Chăm sóc trong ba năm đầu.
2. Thực hiện theo Nghị định số 64/2010/NĐ-CP.
III. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng chủ trì, phối hợp với các đơn vị liên quan thực hiện Kế hoạch này.
2. Sở Tài chính bố trí kinh phí trước ngày 31/3/2023.
Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Bộ Xây dựng;
- Các sở, ban, ngành;
- Lưu: VT, XD.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Đình Khôi
PHỤ LỤC
DANH MỤC TUYẾN ĐƯỜNG
(Kèm theo Kế hoạch số 08/KH-UBND ngày 09/02/2023 của Ủy ban nhân dân tỉnh)
STT | Tuyến đường | Số cây
1 | Đường Hùng Vương | 1.200
`

const PARTY = `ĐẢNG BỘ TỈNH LÂM ĐỒNG
HUYỆN ỦY DI LINH
*
Số 05-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Di Linh, ngày 12 tháng 3 năm 2021
KẾ HOẠCH
kiểm tra, giám sát năm 2021
Thực hiện Quy định số 22-QĐ/TW, ngày 28-7-2020 của Ban Chấp hành Trung ương về công tác kiểm tra, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:
I- MỤC ĐÍCH
1- Kịp thời phát hiện sai sót.
2- Giữ nghiêm kỷ luật.
II- TỔ CHỨC THỰC HIỆN
1- Ủy ban Kiểm tra Huyện ủy chủ trì thực hiện Kế hoạch này.
Nơi nhận:
- Thường trực Tỉnh ủy;
- Các chi bộ trực thuộc;
- Lưu Văn phòng Huyện ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Ka Thị Mai
`

const lint = (text: string): LintFinding[] => lintPlan(parsePlan(text))
const rulesOf = (findings: LintFinding[]): string[] => [...new Set(findings.map(({ rule }) => rule))].sort()

/** `text` with one thing changed; the change must hit. */
function change(text: string, from: string, to: string): string {
  expect(text).toContain(from)
  return text.replace(from, to)
}

describe('lintPlan', () => {
  it('finds nothing where nothing is wrong, with the state, with the party and before 2020', () => {
    expect(lint(STATE)).toEqual([])
    expect(lint(PARTY)).toEqual([])
    expect(lint(STATE.replaceAll('năm 2023', 'năm 2019').replaceAll('/2023', '/2019').replace('01/4/2021', '01/4/2016'))).toEqual([])
  })

  it.each([
    ['no Quốc hiệu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n', '', 'motto-missing'],
    ['no Tiêu ngữ', 'Độc lập - Tự do - Hạnh phúc\n', '', 'motto-missing'],
    ['a line of the party over a state document', 'Độc lập', 'ĐẢNG CỘNG SẢN VIỆT NAM\nĐộc lập', 'party-state-mixture'],
    ['no issuing body', 'ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n', '', 'issuer-missing'],
    ['no number', 'Số: 08/KH-UBND\n', '', 'number-missing'],
    ['a number left blank', 'Số: 08/KH-UBND', 'Số:      /KH-UBND', 'number-missing'],
    ['a number under 10 without 0', 'Số: 08/KH', 'Số: 8/KH', 'number-padding'],
    ['a space in the symbol', 'Số: 08/KH-UBND', 'Số: 08 /KH-UBND', 'number-spaces'],
    ['the body before the kind in the symbol', 'Số: 08/KH-UBND', 'Số: 08/UBND-KH', 'symbol-order'],
    ['the symbol of another kind', 'Số: 08/KH-UBND', 'Số: 08/QĐ-UBND', 'symbol-type'],
    ['no place', 'Lâm Đồng, ngày 09', 'ngày 09', 'date-missing'],
    ['no date', 'Lâm Đồng, ngày 09 tháng 02 năm 2023\n', '', 'date-missing'],
    ['a day left blank', 'ngày 09 tháng 02', 'ngày      tháng 02', 'date-missing'],
    ['a day without 0', 'ngày 09 tháng', 'ngày 9 tháng', 'date-padding'],
    ['a month without 0', 'tháng 02 năm', 'tháng 2 năm', 'date-padding'],
    ['a date in figures', 'ngày 09 tháng 02 năm 2023', 'ngày 09/02/2023', 'date-form'],
    ['no trích yếu', 'Trồng cây xanh đô thị năm 2023\n', '', 'title-missing'],
    ['a ground without its mark', 'cây xanh đô thị;', 'cây xanh đô thị.', 'grounds-form'],
    ['a ground without date', '524/QĐ-TTg ngày 01/4/2021 của', '524/QĐ-TTg của', 'citation-first-full'],
    ['a heading passed over', 'III. TỔ CHỨC', 'IV. TỔ CHỨC', 'heading-order'],
    ['a clause passed over', '2. Nâng cao', '3. Nâng cao', 'heading-order'],
    ['no end mark', 'nghiêm túc thực hiện./.', 'nghiêm túc thực hiện.', 'end-mark'],
    ['no name of the signer', 'Trần Đình Khôi\n', '', 'signer-missing'],
    ['KT. signed by the head', 'PHÓ CHỦ TỊCH', 'CHỦ TỊCH', 'signer-authority'],
    ['a deputy without KT.', 'KT. CHỦ TỊCH\n', '', 'signer-authority'],
    ['the deputy of another office', 'PHÓ CHỦ TỊCH', 'PHÓ GIÁM ĐỐC', 'signer-authority'],
    ['a degree before the name', 'Trần Đình Khôi', 'TS. Trần Đình Khôi', 'signer-degree'],
    ['no Lưu', '- Lưu: VT, XD.\n', '', 'recipients-copy'],
    ['no registry', 'Lưu: VT, XD', 'Lưu: XD', 'recipients-copy'],
    ['a recipient without its mark', '- Bộ Xây dựng;', '- Bộ Xây dựng.', 'recipients-punctuation'],
    [
      'an appendix that belongs to nothing',
      '(Kèm theo Kế hoạch số 08/KH-UBND ngày 09/02/2023 của Ủy ban nhân dân tỉnh)\n',
      '',
      'appendix-reference',
    ],
    ['another date over the appendix', 'số 08/KH-UBND ngày 09/02/2023', 'số 08/KH-UBND ngày 10/02/2023', 'appendix-date'],
  ])('%s', (_, from, to, rule) => {
    expect(rulesOf(lint(change(STATE, from, to)))).toContain(rule)
  })

  it.each([
    ['Quốc hiệu over a party document', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'party-state-mixture'],
    ['a state number', 'Số 05-KH/HU', 'Số 05/KH-HU', 'party-state-mixture'],
    ['a state mark of authority', 'T/M BAN', 'TM. BAN', 'party-state-mixture'],
    ['a state end mark', 'thực hiện Kế hoạch này.', 'thực hiện Kế hoạch này./.', 'end-mark'],
    ['VT in a party document', 'Lưu Văn phòng Huyện ủy.', 'Lưu: VT, Văn phòng Huyện ủy.', 'recipients-copy'],
  ])('party: %s', (_, from, to, rule) => {
    expect(rulesOf(lint(change(PARTY, from, to)))).toContain(rule)
  })

  it('blames one thing for one fault', () => {
    for (const [from, to, rule] of [
      ['Số: 08/KH', 'Số: 8/KH', 'number-padding'],
      ['nghiêm túc thực hiện./.', 'nghiêm túc thực hiện.', 'end-mark'],
      ['PHÓ CHỦ TỊCH', 'CHỦ TỊCH', 'signer-authority'],
      ['- Lưu: VT, XD.\n', '', 'recipients-copy'],
    ] as const) {
      expect(rulesOf(lint(change(STATE, from, to))).filter((other) => other !== 'recipients-punctuation')).toEqual([rule])
    }
  })

  it('names the text that held on the day, with its article and the place', () => {
    const [finding] = lint(change(STATE, 'Số: 08/KH', 'Số: 8/KH'))
    expect(finding).toMatchObject({
      severity: 'warning',
      article: 'Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 điểm c; Phụ lục I, phần I, mục II.3',
      page: 1,
      line: 3,
    })
    const dated = (year: string) => lint(change(STATE, 'Số: 08/KH', 'Số: 8/KH').replace('02 năm 2023', `02 năm ${year}`))[0]?.article
    expect(dated('2020')).toBe('Thông tư 01/2011/TT-BNV, Điều 8')
    expect(dated('2012')).toBe('Thông tư 01/2011/TT-BNV, Điều 8')
    expect(dated('2009')).toBe('Thông tư liên tịch 55/2005/TTLT-BNV-VPCP')
    expect(lint(change(PARTY, 'Số 05-KH', 'Số 5-KH'))[0]?.article).toBe('Hướng dẫn 36-HD/VPTW, sơ đồ bố trí, ô 3')
  })

  it('asks no number, date and signature of a plan that came with a decision', () => {
    const attached = `ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nKẾ HOẠCH\nTrồng cây xanh\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 03/02/2023 của UBND tỉnh)\nI. MỤC ĐÍCH\n1. Trồng cây./.\n`
    expect(rulesOf(lint(attached).filter(({ severity }) => severity === 'error'))).toEqual([])
  })

  it('takes any text, and says each rule by a name that is known', () => {
    for (const text of ['x', '\u0000 -', 'Số: 1/\nKT.\nPHÓ', 'I. I. I.\n'.repeat(200), STATE.replaceAll('\n', '\f'), PARTY.toUpperCase()]) {
      for (const { rule, message, span } of lint(text)) {
        expect(LINT_RULES).toContain(rule)
        expect(message).toMatch(/\S/u)
        if (span !== null) expect(span.end).toBeGreaterThan(span.start)
      }
    }
    expect(new Set(LINT_RULES).size).toBe(LINT_RULES.length)
  })

  it('does not call missing what a recogniser may have lost', () => {
    const plan = parsePlan(change(STATE, 'Số: 08/KH-UBND\n', ''))
    const severity = (findings: LintFinding[]) => findings.find(({ rule }) => rule === 'number-missing')?.severity
    expect(severity(lintPlan(plan))).toBe('error')
    expect(severity(lintPlan({ ...plan, source: { ...plan.source, kind: 'scan' } }))).toBe('warning')
  })
})

describe('kehoach lint and export', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kehoach-lint-'))
    writeFileSync(join(folder, 'good.txt'), STATE)
    writeFileSync(join(folder, 'bad.txt'), STATE.replace('Số: 08/KH-UBND\n', ''))
    expect(kehoach(['read', join(folder, 'good.txt'), join(folder, 'bad.txt'), '--out', join(folder, 'plans')]).code).toBe(0)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('prints a line a finding, and exits 3 for an error', () => {
    expect(kehoach(['lint', join(folder, 'good.txt')])).toEqual({ code: 0, out: '', err: '' })
    const { code, out } = kehoach(['lint', join(folder, 'good.txt'), join(folder, 'bad.txt')])
    expect(code).toBe(3)
    expect(out).toMatch(/^\S*bad\.txt: error number-missing: .* \[Nghị định 30\/2020\/NĐ-CP, Điều 8 .*\]\n/u)
  })

  it('lints a Plan as its document, as JSON too', () => {
    const read = kehoach(['lint', join(folder, 'bad.txt'), '--format', 'json'])
    const plan = kehoach(['lint', join(folder, 'plans', 'bad.json'), '--format', 'json'])
    expect(JSON.parse(plan.out).findings).toEqual(JSON.parse(read.out).findings)
    expect(JSON.parse(plan.out)).toMatchObject({ rules: 'Nghị định 30/2020/NĐ-CP' })
  })

  it('exports a folder, a file, and standard input', () => {
    const target = join(folder, 'csv')
    expect(kehoach(['export', join(folder, 'plans'), '--to', 'csv', '--out', target])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(join(target, 'documents.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(3)
    expect(kehoach(['export', join(folder, 'plans'), '-t', 'sqlite', '-o', join(folder, 'all.sqlite')]).code).toBe(0)
    expect(readFileSync(join(folder, 'all.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3')
    const file = kehoach(['export', join(folder, 'plans', 'good.json'), '--to', 'markdown'])
    expect(file.out).toMatch(/^# Kế hoạch: Trồng cây xanh đô thị năm 2023\n/u)
    const piped = kehoach(['export', '-', '--to', 'markdown'], readFileSync(join(folder, 'plans', 'good.json')))
    expect(piped).toEqual(file)
  })

  it.each([
    ['tables without a folder', ['--to', 'csv'], 2, /needs --out/u],
    ['two documents without a folder', ['--to', 'akn'], 2, /several documents need --out/u],
    ['no format', [], 2, /--to/u],
  ])('refuses %s', (_, args, code, message) => {
    const run = kehoach(['export', join(folder, 'plans'), ...args])
    expect(run.code).toBe(code)
    expect(run.err).toMatch(message)
  })

  it('says which file is no Plan, and exports the others', () => {
    writeFileSync(join(folder, 'plans', 'other.json'), '{"a":1}')
    writeFileSync(join(folder, 'plans', 'torn.json'), '{"schemaVersion":')
    const { code, err } = kehoach(['export', join(folder, 'plans'), '--to', 'ndjson', '--out', join(folder, 'nd')])
    expect(code).toBe(1)
    expect(err).toMatch(/other\.json: It is no Plan .*\[INVALID_ARGUMENT\]\n.*torn\.json: It is no JSON.*\[CORRUPT_INPUT\]\n$/u)
    expect(
      readFileSync(join(folder, 'nd', 'documents.ndjson'), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(2)
  })
})
