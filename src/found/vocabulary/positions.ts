import { foldAligned } from '../document.ts'

/** First words of the titles of those who sign, folded; the rest of the title follows (`truong phong noi vu`). */
const POSITIONS =
  /^(?:q\.? ?|quyen )?(?:(?:pho )?(?:tong )?giam doc|(?:pho )?chu tich|(?:pho )?bi thu|(?:pho )?truong (?:phong|ban|doan|cong an|khoa|tram|thon|bo phan|tieu ban)|(?:pho )?(?:truong ban|hieu truong|vien truong|cuc truong|chi cuc truong|tong cuc truong|vu truong|doi truong|tram truong|chanh thanh tra|chanh van phong|chanh an|chi huy truong|tong thu ky|thu ky|tong bien tap|hat truong|tong kiem toan|thong doc)|bo truong|thu truong|thu tuong|pho thu tuong|bo truong, chu nhiem|chu nhiem|pho chu nhiem|uy vien (?:thuong truc|thuong vu|ban|ubnd|uy ban)?|thuong truc|chinh uy|pho chinh uy|tu lenh|pho tu lenh|thuong vu|pho ban|chu toa|thay mat|giam hieu)(?![\p{L}])/u

/** Whether `text` is a title such as `GIÁM ĐỐC` or `PHÓ CHỦ TỊCH THƯỜNG TRỰC`. */
export function isPosition(text: string): boolean {
  // `TRƯỞNG THUẾ TỈNH`: with its mark the word is no school (`TRƯỜNG`).
  if (/^(?:PHÓ )?TRƯỞNG \p{Lu}/u.test(text)) return true
  return POSITIONS.test(foldAligned(text).replace(/\s+/gu, ' ').trim())
}
