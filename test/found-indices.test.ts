import { describe, expect, test } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'

const read = (sentence: string) => findFields(toDocument(`KẾ HOẠCH\nHọc tập\n\nI. MỤC TIÊU\n${sentence}`.normalize('NFC')))
const codes = (sentence: string) => read(sentence).indices.map(({ code }) => code)

describe('indices', () => {
  test.each([
    ['name and acronym', 'Nâng cao Chỉ số cải cách hành chính (PAR INDEX) của tỉnh.', ['PAR_INDEX']],
    [
      'acronym in small letters',
      'Chỉ số cải cách hành chính (Par index), Chỉ số hiệu quả quản trị hành chính công (Papi)',
      ['PAR_INDEX', 'PAPI'],
    ],
    ['the name alone', 'Cải thiện chỉ số hiệu quả quản trị và hành chính công cấp tỉnh.', ['PAPI']],
    ['the name shortened', 'Cải thiện chỉ số CCHC của huyện.', ['PAR_INDEX']],
    ['a list of acronyms', 'Kết quả các chỉ số PAR INDEX, SIPAS, PAPI, PCI năm 2022.', ['PAR_INDEX', 'SIPAS', 'PAPI', 'PCI']],
    ['satisfaction with the service', 'chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính', ['SIPAS']],
    ['satisfaction, measured', 'Chỉ số đo lường sự hài lòng của người dân (SIPAS)', ['SIPAS']],
    ['departments and districts', 'Chỉ số năng lực cạnh tranh cấp sở, ngành và địa phương (DDCI)', ['DDCI']],
    ['whose competitiveness the brackets say', 'Chỉ số năng lực cạnh tranh (DDCI)', ['DDCI']],
    ['the digital one', 'Chỉ số chuyển đổi số (DTI) xếp trong nhóm 10.', ['DTI']],
    ['the green one', 'Chỉ số Xanh cấp tỉnh (PGI)', ['PGI']],
    ['innovation of a province', 'Chỉ số đổi mới sáng tạo cấp địa phương (PII)', ['PII']],
    ['a short acronym that is scored', 'Tham mưu giải pháp cải thiện điểm PCI của tỉnh.', ['PCI']],
    ['broken over a line end', 'Chỉ số năng lực\ncạnh tranh cấp tỉnh (PCI)', ['PCI']],
    ['marks lost', 'Chi so cai cach hanh chinh', ['PAR_INDEX']],
  ])('%s', (_, sentence, expected) => {
    expect(codes(sentence)).toEqual(expected)
  })

  test.each([
    ['an index of something else', 'Chỉ số giá tiêu dùng tăng 3%.'],
    ['satisfaction with something else', 'Chỉ số hài lòng của người dân về môi trường sống đạt 80%.'],
    ['satisfaction with a union', 'chỉ số hài lòng của người lao động đối với công đoàn'],
    ['an acronym of a treatment', 'Kết quả PCI cấp cứu đạt tốt.'],
    ['an acronym without a cue', 'Lắp đặt khe cắm PCI cho máy chủ.'],
    ['components', 'Các chỉ số thành phần yếu được khắc phục.'],
    ['the reform itself', 'Đẩy mạnh cải cách hành chính và chuyển đổi số.'],
  ])('none: %s', (_, sentence) => {
    expect(codes(sentence)).toEqual([])
  })

  test('one entry an index, with all its mentions', () => {
    const { indices } = read('Chỉ số cải cách hành chính (PAR INDEX) tăng 02 bậc. Báo cáo PAR INDEX gửi UBND tỉnh.')
    expect(indices).toHaveLength(1)
    expect(indices[0]?.mentions.map(({ raw }) => raw)).toEqual(['Chỉ số cải cách hành chính (PAR INDEX)', 'PAR INDEX'])
  })

  test('a name that contradicts its acronym is coded by the name, with a warning', () => {
    const { indices, warnings } = read('Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PCI)')
    expect(indices.map(({ code }) => code)).toEqual(['PAPI'])
    expect(warnings.map(({ code }) => code)).toContain('INDEX_ACRONYM_CONFLICT')
  })
})

describe('targets of indices', () => {
  const HEAD = 'UBND TỈNH HÀ GIANG\nSố: 1/KH-UBND\nHà Giang, ngày 05 tháng 01 năm 2024\nKẾ HOẠCH\nCải cách hành chính năm 2024\n\n'
  const targets = (sentence: string, heading = 'MỤC TIÊU') =>
    findFields(toDocument(`${HEAD}I. ${heading}\n- ${sentence}\n`.normalize('NFC'))).indices.flatMap(({ code, targets }) =>
      targets.map(({ kind, change, comparator, value, upper, unit }) =>
        [code, kind, change, comparator, value, upper, unit].filter((part) => part !== null && part !== 'level').join(' '),
      ),
    )

  test.each([
    ['a group', 'Phấn đấu PAR INDEX thuộc nhóm 10 tỉnh dẫn đầu.', ['PAR_INDEX target at-least 10 group']],
    ['places', 'Chỉ số PAPI tăng 2 bậc so với năm 2023.', ['PAPI target up equal 2 places']],
    ['a range of places', 'Chỉ số PAPI tăng từ 1-2 bậc so với năm 2023.', ['PAPI target up equal 1 2 places']],
    ['a share', 'SIPAS đạt trên 90 %.', ['SIPAS target more-than 90 percent']],
    ['a share from', 'Chỉ số hài lòng (SIPAS) đạt từ 86% trở lên.', ['SIPAS target at-least 86 percent']],
    ['points', 'Tổng điểm PAPI đạt từ 44,5 điểm trở lên.', ['PAPI target at-least 44.5 points']],
    ['a rank', 'Chỉ số DDCI xếp từ hạng 8 trở lên.', ['DDCI target at-least 8 rank']],
    ['a named group', 'Chỉ số DTI thuộc nhóm dẫn đầu.', ['DTI target at-least group']],
    ['before the name', 'Phấn đấu đứng trong 10 đơn vị dẫn đầu về Chỉ số chuyển đổi số (DTI).', ['DTI target at-least 10 group']],
    [
      'one for several',
      'Phấn đấu các chỉ số PAR INDEX, SIPAS và PAPI tăng 03 bậc.',
      ['PAR_INDEX target up equal 3 places', 'SIPAS target up equal 3 places', 'PAPI target up equal 3 places'],
    ],
    [
      'each its own',
      'Nâng chỉ số PCI vào nhóm 20 tỉnh dẫn đầu; PAR INDEX thuộc nhóm 15.',
      ['PCI target at-least 20 group', 'PAR_INDEX target at-least 15 group'],
    ],
    [
      'after a semicolon',
      'PAPI đạt 45 điểm; phấn đấu thuộc nhóm 16 tỉnh dẫn đầu.',
      ['PAPI target equal 45 points', 'PAPI target at-least 16 group'],
    ],
  ])('%s', (_, sentence, expected) => expect(targets(sentence)).toEqual(expected))

  test.each([
    ['a year before', 'Năm 2023, chỉ số PAR INDEX đạt 87%, xếp thứ 15.', 'MỤC TIÊU'],
    ['what has been done', 'Chỉ số PAR INDEX đã đạt 87%, xếp thứ 15.', 'MỤC TIÊU'],
    ['under a heading of results', 'Chỉ số PAR INDEX đạt 87%, xếp thứ 15.', 'KẾT QUẢ'],
  ])('results: %s', (_, sentence, heading) => {
    expect(targets(sentence, heading)).toEqual(['PAR_INDEX result equal 87 percent', 'PAR_INDEX result equal 15 rank'])
  })

  test.each([
    ['a part of an index', 'Chỉ số thành phần “Tiếp cận đất đai” của PCI xếp thứ 47/63.'],
    ['dates and counts', 'Khảo sát SIPAS với 3.000 phiếu trước ngày 15/10/2024.'],
    ['no figure', 'Nâng cao chỉ số PAR INDEX của tỉnh.'],
    ['the figure of something else', 'Công bố PAR INDEX. Tỷ lệ hồ sơ đúng hạn đạt 98%.'],
  ])('none: %s', (_, sentence) => expect(targets(sentence)).toEqual([]))

  test('an index of no list, by its own acronym', () => {
    expect(codes('Chỉ số thương mại điện tử (EBI) duy trì trong nhóm 12.')).toEqual(['EBI'])
    expect(codes('Chỉ số khối cơ thể (BMI) của học sinh.')).toEqual([])
  })
})
