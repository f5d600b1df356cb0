import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unitsOn } from '../src/found/gazetteer/gazetteer.ts'
import { namedUnit, unitOfBody } from '../src/found/gazetteer/place-of.ts'
import { parsePlan } from '../src/index.ts'
import { compareKey } from '../src/vietnamese/letters.ts'

const plan = (head: string, date: string) =>
  parsePlan(
    `${head}\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n${date}\nKẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\n1. Trồng cây.\n`,
  )
const warned = (head: string, date: string): boolean => plan(head, date).warnings.some(({ code }) => code === 'ANACHRONISTIC_BODY')

describe('gazetteer', () => {
  it('holds 63 provinces with districts before the merger, 34 without since', () => {
    const provinces = (day: string) =>
      ['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Hồ Chí Minh'].every((name) => unitsOn(day, 'thành phố', name)[0]?.level === 'province')
    expect(provinces('2020-01-01') && provinces('2026-01-01')).toBe(true)
    expect(unitsOn('2025-06-30', 'tỉnh', 'Bình Dương')).toMatchObject([{ code: '74' }])
    expect(unitsOn('2025-07-01', 'tỉnh', 'Bình Dương')).toEqual([])
    expect(unitsOn('2025-06-30', 'huyện', 'Di Linh')).toMatchObject([{ code: '679', parent: { name: 'Lâm Đồng' } }])
    expect(unitsOn('2025-07-01', 'huyện', 'Di Linh')).toEqual([])
    expect(unitsOn('2025-07-01', 'xã', 'Di Linh')[0]?.parent).toMatchObject({ level: 'province', name: 'Lâm Đồng' })
  })

  it('does not mind case, tone places and dashes', () => {
    expect(unitsOn('2020-01-01', 'TỈNH', 'KHÁNH HOÀ')).toEqual(unitsOn('2020-01-01', 'tỉnh', 'Khánh Hòa'))
    expect(unitsOn('2020-01-01', 'tỉnh', 'BÀ RỊA-VŨNG TÀU')).toMatchObject([{ code: '77' }])
  })

  it.each([
    ['ỦY BAN NHÂN DÂN XÃ GIA VIỄN', 'xã', 'gia viễn'],
    ['UBND TP. HỒ CHÍ MINH', 'thành phố', 'hồ chí minh'],
    ['HUYỆN ỦY DI LINH', 'huyện', 'di linh'],
    ['Ban Chấp hành Đảng bộ tỉnh Quảng Trị', 'tỉnh', 'quảng trị'],
    ['ĐẢNG ỦY THỊ TRẤN HỒ XÁ', 'thị trấn', 'hồ xá'],
    ['SỞ Y TẾ', null, null],
    ['UBND tỉnh', null, null],
    ['TRƯỜNG CAO ĐẲNG XÂY DỰNG', null, null],
  ])('reads the unit in %s', (body, kind, name) => {
    expect(namedUnit(body)).toEqual(kind === null ? null : { kind, name })
  })

  it('tells units of one name apart by the bodies above, and guesses nothing', () => {
    expect(unitOfBody('UBND HUYỆN CHÂU THÀNH', [], '2020-01-01')).toBeNull()
    expect(unitOfBody('UBND HUYỆN CHÂU THÀNH', ['UBND TỈNH BẾN TRE'], '2020-01-01')?.parent?.name).toBe('Bến Tre')
    expect(unitOfBody('UBND XÃ KHÔNG CÓ', [], '2020-01-01')).toBeNull()
    expect(unitOfBody('UBND HUYỆN CHÂU THÀNH', [], '2020-01-01', 'huyen chau thanh, tinh ben tre ban hanh')?.parent?.name).toBe('Bến Tre')
    expect(unitOfBody('UBND HUYỆN CHÂU THÀNH', [], '2020-01-01', 'tinh ben tre va tinh an giang')).toBeNull()
    expect(unitOfBody('UBND HUYỆN CHÂU THÀNH', [], '2020-01-01', 'trong cay')).toBeNull()
  })
})

const LISTS = '../shared/lists'
if (!existsSync(LISTS)) console.log('the whole gazetteer: SKIPPED, ../shared is not here')

/** Every unit of a public list, its own name cut into kind and name, with those above it. */
function listed(file: string): { level: number; code: string; kind: string; name: string; above: string[] }[] {
  const [head = '', ...rows] = readFileSync(`${LISTS}/${file}`, 'utf8').normalize('NFC').trim().split('\n')
  const parent = head.split('\t').indexOf('parent')
  return rows.map((row) => {
    const cells = row.split('\t').map((cell) => cell.trim())
    const { kind = '', name = '' } = /^(?<kind>Thành phố|Thị xã|Thị trấn|Đặc khu|\p{L}+) (?<name>.+)$/u.exec(cells[2] ?? '')?.groups ?? {}
    return { level: Number(cells[0]), code: cells[1] ?? '', kind, name, above: (cells[parent] ?? '').split(' | ').filter(Boolean) }
  })
}

describe.skipIf(!existsSync(LISTS))('the whole gazetteer', () => {
  it.each([
    ['before the merger', 'admin_units_pre_merger.tsv', '2025-06-30', [63, 696, 10_047], ['province', 'district', 'commune']],
    ['since', 'admin_units_post_merger_2025.tsv', '2025-07-01', [34, 3321], ['province', 'commune']],
  ] as const)('%s: each unit has its level, code and parents', (_, file, day, counts, levels) => {
    const units = listed(file)
    expect(levels.map((_, i) => units.filter(({ level }) => level === i + 1).length)).toEqual(counts)
    const wrong = units.filter(({ level, code, kind, name, above }) => {
      const found = unitsOn(day, kind, name).find((unit) => unit.code === code)
      const parents: string[] = []
      for (let over = found?.parent ?? null; over !== null; over = over.parent) parents.push(`${over.kind} ${over.name}`)
      return found?.level !== levels[level - 1] || JSON.stringify(parents.map(compareKey)) !== JSON.stringify(above.map(compareKey))
    })
    expect(wrong.map(({ code, kind, name }) => `${code} ${kind} ${name}`)).toEqual([])
  })
})

describe('units of a Plan', () => {
  it('gives issuer and place their unit on the day', () => {
    const { issuer, place } = plan('UBND QUẬN HẢI CHÂU\nUBND PHƯỜNG BÌNH THUẬN', 'Hải Châu, ngày 12 tháng 10 năm 2022')
    expect(issuer?.unit).toEqual({ level: 'commune', code: '20254', name: 'phường Bình Thuận', parent: 'quận Hải Châu, thành phố Đà Nẵng' })
    expect(place?.unit).toMatchObject({ level: 'district', code: '492' })
  })

  it('takes the unit of a department from the body above it', () => {
    const { issuer, place } = plan('UBND TỈNH HÒA BÌNH\nSỞ GIÁO DỤC VÀ ĐÀO TẠO', 'Hòa Bình, ngày 12 tháng 3 năm 2024')
    expect(issuer?.unit).toEqual({ level: 'province', code: '17', name: 'tỉnh Hòa Bình', parent: null })
    expect(place?.unit?.code).toBe('17')
  })

  it('knows the province that a department names without its kind, and one renamed since', () => {
    expect(plan('SỞ Y TẾ PHÚ THỌ\nBỆNH VIỆN ĐA KHOA TỈNH', 'Phú Thọ, ngày 12 tháng 3 năm 2024').issuer?.unit?.name).toBe('tỉnh Phú Thọ')
    expect(plan('ỦY BAN NHÂN DÂN\nTỈNH THỪA THIÊN HUẾ', 'Huế, ngày 12 tháng 3 năm 2014').issuer?.unit?.code).toBe('46')
    expect(unitsOn('2025-01-01', 'tỉnh', 'Thừa Thiên Huế')).toEqual([])
    expect(plan('BỘ TÀI CHÍNH', 'Hà Nội, ngày 12 tháng 3 năm 2024').issuer?.unit).toBeNull()
  })

  it('is not sure in the year of the merger without a day', () => {
    expect(plan('ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG', 'Lâm Đồng, ngày      tháng      năm 2025').issuer?.unit ?? null).toBeNull()
  })

  it.each([
    ['a province merged away', 'ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG', '2026', true],
    ['that province before', 'ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG', '2024', false],
    ['a district since', 'UBND TỈNH LÂM ĐỒNG\nUBND HUYỆN DI LINH', '2026', true],
    ['a town since', 'UBND TỈNH QUẢNG TRỊ\nUBND THỊ TRẤN HỒ XÁ', '2026', true],
    ['a commune that stayed', 'UBND TỈNH NINH BÌNH\nUBND XÃ GIA VIỄN', '2026', false],
    ['a special zone before', 'UBND TỈNH QUẢNG NINH\nUBND ĐẶC KHU CÔ TÔ', '2024', true],
    ['a special zone since', 'UBND TỈNH QUẢNG NINH\nUBND ĐẶC KHU CÔ TÔ', '2026', false],
    ['a name of no list', 'UBND TỈNH NINH BÌNH\nUBND XÃ KHÔNG CÓ TÊN', '2026', false],
    ['a department merged', 'UBND TỈNH NINH BÌNH\nSỞ GIAO THÔNG VẬN TẢI', '2026', true],
    ['that department before', 'UBND TỈNH NINH BÌNH\nSỞ GIAO THÔNG VẬN TẢI', '2024', false],
    ['a department not yet made', 'UBND TỈNH NINH BÌNH\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', '2023', true],
    ['that department since', 'UBND TỈNH NINH BÌNH\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', '2026', false],
    ['a ministry merged', 'BỘ THÔNG TIN VÀ TRUYỀN THÔNG', '2026', true],
    ['a ministry before it was made', 'BỘ THÔNG TIN VÀ TRUYỀN THÔNG', '2006', true],
    ['a department that went on', 'UBND TỈNH NINH BÌNH\nSỞ TÀI CHÍNH', '2026', false],
    ['a school of such a name', 'BỘ XÂY DỰNG\nTRƯỜNG ĐẠI HỌC GIAO THÔNG VẬN TẢI', '2026', false],
  ])('warns of %s: %s', (_, head, year, expected) => {
    expect(warned(head, `Nơi ấy, ngày 12 tháng 3 năm ${year}`)).toBe(expected)
  })
})
