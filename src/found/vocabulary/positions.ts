import { caseOf } from '../../vietnamese/letters.ts'
import { foldAligned } from '../document.ts'
import { similarity } from './similarity.ts'

/** First words of the titles of those who sign, folded; the rest of the title follows (`truong phong noi vu`). */
const POSITIONS =
  /^(?:q\.? ?|quyen )?(?:(?:pho )?(?:tong )?giam doc|(?:pho )?chu tich|(?:pho )?bi thu|(?:pho )?truong (?:phong|ban|doan|cong an|khoa|tram|thon|bo phan|tieu ban)|(?:pho )?(?:hieu truong|vien truong|cuc truong|chi cuc truong|tong cuc truong|vu truong|doi truong|tram truong|chanh thanh tra|chanh van phong|chanh an|chi huy truong|tong thu ky|thu ky|tong bien tap|hat truong|tong kiem toan|thong doc|chu nhiem|chinh uy|tu lenh|thu tuong)|bo truong|thu truong|uy vien|thuong truc|thuong vu|pho ban|chu toa)(?![\p{L}])/u

const COMMON = [
  'Giám đốc',
  'Phó Giám đốc',
  'Tổng Giám đốc',
  'Phó Tổng Giám đốc',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Bí thư',
  'Phó Bí thư',
  'Phó Bí thư Thường trực',
  'Phó Chủ tịch Thường trực',
  'Trưởng phòng',
  'Phó Trưởng phòng',
  'Trưởng ban',
  'Phó Trưởng ban',
  'Hiệu trưởng',
  'Phó Hiệu trưởng',
  'Chánh Văn phòng',
  'Phó Chánh Văn phòng',
  'Bộ trưởng',
  'Thứ trưởng',
  'Cục trưởng',
  'Phó Cục trưởng',
  'Chi cục trưởng',
  'Phó Chi cục trưởng',
  'Viện trưởng',
  'Chánh Thanh tra',
  'Chỉ huy trưởng',
]
const NEAR = 0.92

/** Whether `text` is a title such as `GIÁM ĐỐC` or `PHÓ CHỦ TỊCH THƯỜNG TRỰC`, also with a letter or two misread (`GIẢM PỐC`). */
export function isPosition(text: string): boolean {
  // `TRƯỞNG THUẾ TỈNH`: with its mark the word is no school (`TRƯỜNG`).
  if (/^(?:PHÓ )?TRƯỞNG \p{Lu}/u.test(text)) return true
  return POSITIONS.test(foldAligned(text).replace(/\s+/gu, ' ').trim()) || nearest(text) !== null
}

/** The common title that `text` is, its marks and letters put right; null where it is none of them. */
export function repairPosition(text: string): string | null {
  const near = nearest(text)
  if (near === null) return null
  return caseOf(text) === 'upper' ? near.toUpperCase() : near
}

function nearest(text: string): string | null {
  if (text.length < 6 || text.length > 30) return null
  let best: string | null = null
  let bestScore = NEAR
  for (const title of COMMON) {
    const score = similarity(text, title)
    if (score > bestScore) {
      best = title
      bestScore = score
    }
  }
  return best
}
