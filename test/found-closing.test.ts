import { describe, expect, test } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'

const close = (closing: string) =>
  findFields(
    toDocument(
      `SỞ NỘI VỤ\nKẾ HOẠCH\nHọc tập\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức;\n- Kịp thời.\nTrên đây là Kế hoạch của Sở Nội vụ./.\n${closing}`.normalize(
        'NFC',
      ),
    ),
  )

describe('recipients', () => {
  test.each([
    ['one a line', 'Nơi nhận:\n- UBND tỉnh;\n- Các phòng thuộc Sở;\n- Lưu: VT.\nGIÁM ĐỐC', ['UBND tỉnh', 'Các phòng thuộc Sở', 'Lưu: VT']],
    ['a space before the colon', 'Nơi nhận :\n- UBND tỉnh;\n- Lưu: VT.', ['UBND tỉnh', 'Lưu: VT']],
    ['fused with the signer', 'Nơi nhận: GIÁM ĐỐC\n- UBND tỉnh;\n- Lưu: VT.', ['UBND tỉnh', 'Lưu: VT']],
    ['fused further down', 'Nơi nhận: KT. GIÁM ĐỐC\n- UBND tỉnh; PHÓ GIÁM ĐỐC\n- Lưu: VT. Nguyễn Văn An', ['UBND tỉnh', 'Lưu: VT']],
    [
      'an entry over two lines',
      'Nơi nhận:\n- Các phòng chuyên môn, đơn vị\nsự nghiệp thuộc Sở;\n- Lưu: VT.',
      ['Các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở', 'Lưu: VT'],
    ],
    ['two entries on a line', 'Nơi nhận:\n- Như trên; - Lưu: VT.', ['Như trên', 'Lưu: VT']],
    ['no space after the dash', 'Nơi nhận:\n-UBND tỉnh;\n-Lưu VT.', ['UBND tỉnh', 'Lưu VT']],
    ['a spoilt anchor', 'Nói nhân:\n- UBND tỉnh;\n- Lưu: VT.', ['UBND tỉnh', 'Lưu: VT']],
    [
      'an anchor read as one word',
      'Nffinhan: TL. HIỆU TRƯỞNG\n- Các khoa;\n- Các phòng;\n- Lưu: VT.',
      ['Các khoa', 'Các phòng', 'Lưu: VT'],
    ],
    ['none: another word before a colon', 'Nguyện vọng: đăng ký học.\n', []],
    ['the anchor lost', 'KT. GIÁM ĐỐC\n- UBND tỉnh;\n- Các phòng thuộc Sở;\n- Lưu: VT.', ['UBND tỉnh', 'Các phòng thuộc Sở', 'Lưu: VT']],
    ['an appendix after it', 'Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nPHỤ LỤC\n- Mẫu báo cáo;', ['UBND tỉnh', 'Lưu: VT']],
    ['none: no list', '', []],
    ['none: a sentence', 'Đơn vị là nơi nhận hồ sơ:\nSở Nội vụ.', []],
  ])('%s', (_, closing, names) => {
    expect(close(closing).recipients.map(({ name }) => name)).toEqual(names)
  })
})

describe('signer', () => {
  test.each([
    ['the head', 'Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn An', null, 'GIÁM ĐỐC', 'Nguyễn Văn An'],
    ['the deputy', 'Nơi nhận:\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLò Thị Hương', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lò Thị Hương'],
    [
      'the mark of the collective spoilt',
      'Nơi nhận: 1M. ỦY BAN NHÂN DÂN\n- UBND huyện; CHỦ TỊCH\n- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      null,
    ],
    ['a title that lost capitals', 'Nơi nhận:       GIÁM đốc\n- UBND tỉnh;\n- Lưu: VT.', null, 'GIÁM ĐỐC', null],
    ['no point after the mark', 'Nơi nhận:\n- Lưu: VT.\nKT GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', 'KT GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', null],
    [
      'for the committee, for its head',
      'Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
      'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      null,
    ],
    ['by order', 'Nơi nhận:\n- Lưu: VT.\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG', 'TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', null],
    ['the party', 'Nơi nhận:\n- Lưu VPHU.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ', 'T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', null],
    [
      'before the recipients',
      'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn An\nNơi nhận:\n- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Văn An',
    ],
    [
      'fused with the recipients',
      'Nơi nhận: KT. GIÁM ĐỐC\n- UBND tỉnh; PHÓ GIÁM ĐỐC\n- Lưu: VT. Nguyễn Văn An',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Văn An',
    ],
    ['a degree before the name', 'Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nThS. BS. Trần Thị Bích', null, 'GIÁM ĐỐC', 'Trần Thị Bích'],
    [
      'a stroke of the signature',
      'Nơi nhận:\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nK\nLò Thị Hương',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Lò Thị Hương',
    ],
    ['the mark under a stamp', 'Nơi nhận:\n- Lưu: VT.\nWVT. GIÁM ĐÓC\nPHO GIẢM ĐỌC', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', null],
    ['an acting head', 'Nơi nhận:\n- Lưu: VT.\nQ. GIÁM ĐỐC\nNguyễn Văn An', null, 'Q. GIÁM ĐỐC', 'Nguyễn Văn An'],
  ])('%s', (_, closing, authority, title, name) => {
    expect(close(closing).signer).toMatchObject({ authority, title, name })
  })

  test('two bodies sign', () => {
    const { signer, coSigners } = close('ĐẠI DIỆN\nCÔNG AN TỈNH\nGIÁM ĐỐC\nĐẠI DIỆN\nSỞ NỘI VỤ\nPHÓ GIÁM ĐỐC\nNơi nhận:\n- Lưu: VT.')
    expect(signer?.title).toBe('GIÁM ĐỐC')
    expect(coSigners.map(({ title }) => title)).toEqual(['PHÓ GIÁM ĐỐC'])
  })

  test.each([
    ['nobody signs', 'Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.'],
    ['a name in the appendix is no signer', 'Nơi nhận:\n- Lưu: VT.\nPHỤ LỤC\nGIÁM ĐỐC\nNguyễn Văn An'],
  ])('none: %s', (_, closing) => {
    expect(close(closing).signer).toBeNull()
  })
})
