import { compareKey } from '../../vietnamese/letters.ts'

/** Fields of departments and of offices below them, longest first: after `các Sở:` they stand without their head. */
const FIELDS = [
  'Lao động - Thương binh và Xã hội|Nông nghiệp và Phát triển nông thôn|Văn hóa, Thể thao và Du lịch|Văn hoá, Thể thao và Du lịch|Thông tin và Truyền thông',
  'Tài nguyên và Môi trường|Nông nghiệp và Môi trường|Giao thông vận tải|Giáo dục và Đào tạo|Khoa học và Công nghệ|Kế hoạch và Đầu tư',
  'Dân tộc và Tôn giáo|Văn hóa và Thể thao|Văn hóa và Thông tin|Văn hóa - Thông tin|Văn hóa - Xã hội|Quy hoạch - Kiến trúc|Tài chính - Kế hoạch|Kinh tế và Hạ tầng',
  'Kinh tế, Hạ tầng và Đô thị|Kế hoạch - Tài chính|Tổ chức - Hành chính|Quản lý đô thị|Ngoại vụ|Công Thương|Nội vụ|Tài chính|Tư pháp|Xây dựng|Y tế|Du lịch|Kinh tế|Dân tộc',
  'GD&ĐT|GDĐT|NN&PTNT|NN&MT|TN&MT|TNMT|LĐ-TB&XH|LĐTBXH|VH,TT&DL|VHTTDL|TT&TT|TTTT|KH&CN|KHCN|KH&ĐT|KHĐT|GTVT|VHTT|TC-KH|TCKH',
].join('|')
//  các Sở: Tài chính, Nội vụ, Y tế   Các phòng Nội vụ, Tư pháp và Y tế
const HEAD = /^(?:các |những )?(?<head>sở|phòng)(?:, (?:ban, )?ngành)?(?<colon> ?:)? /iu
const ITEM = new RegExp(`^(?:${FIELDS})(?![\\p{L}\\p{N}]| [-–] )`, 'iu')
const JOINT = /^(?:, | và |; )/u
const MOST_ITEMS = 20

//  Số. Nội vụ   S& Tài chính   So' Y tế
const SPOILT = new RegExp(`^(?!Sở )(?<head>S[^\\s\\p{N}]{0,2}[.,'’]{0,2}) {1,3}(?:${FIELDS})(?![\\p{L}\\p{N}])`, 'u')

/** How long the spoilt head of a department at the start of `name` is; 0 where none stands there. */
export const spoiltDepartment = (name: string): number => (name.startsWith('S') ? (SPOILT.exec(name)?.groups?.head?.length ?? 0) : 0)

export interface Listed {
  /** With the head that the list leaves out: `Sở Nội vụ`. */
  text: string
  start: number
  end: number
}

/** The departments at the start of `names` that share one head, at least two; null where no such list stands there. */
export function readListed(names: string): Listed[] | null {
  const match = HEAD.exec(names)
  if (match === null) return null
  const printed = match.groups?.head ?? ''
  const head = `${printed.charAt(0).toUpperCase()}${printed.slice(1).toLowerCase()}`
  const items: Listed[] = []
  let at = match[0].length
  while (items.length < MOST_ITEMS) {
    const item = ITEM.exec(names.slice(at, at + 60))?.[0]
    if (item === undefined || !/^\p{Lu}/u.test(item)) break
    items.push({ text: `${head} ${item}`, start: at, end: at + item.length })
    const joint = JOINT.exec(names.slice(at + item.length, at + item.length + 4))?.[0]
    if (joint === undefined) break
    at += item.length + joint.length
  }
  return items.length >= 2 ? items : null
}

/** How far behind the colon at `colon` a list of departments goes that began at `start`; 0 where none does. */
export function listedAfter(text: string, start: number, colon: number): number {
  if (colon - start > 24) return 0
  const items = readListed(text.slice(start, colon + 500))
  return items === null ? 0 : start + (items.at(-1)?.end ?? 0) - colon
}

const BY_KEY = new Map(FIELDS.split('|').map((field) => [compareKey(field), field]))

/** A field of departments as names write it (`giáo dục và đào tạo` is `Giáo dục và Đào tạo`); null where it is none. */
export const fieldNamed = (name: string): string | null => BY_KEY.get(compareKey(name)) ?? null
