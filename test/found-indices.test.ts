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
    ['broken over a line end', 'Chỉ số năng lực\ncạnh tranh cấp tỉnh (PCI)', ['PCI']],
    ['marks lost', 'Chi so cai cach hanh chinh', ['PAR_INDEX']],
  ])('%s', (_, sentence, expected) => {
    expect(codes(sentence)).toEqual(expected)
  })

  test.each([
    ['an index of something else', 'Chỉ số giá tiêu dùng tăng 3%.'],
    ['satisfaction with something else', 'Chỉ số hài lòng của người dân về môi trường sống đạt 80%.'],
    ['satisfaction with a union', 'chỉ số hài lòng của người lao động đối với công đoàn'],
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
