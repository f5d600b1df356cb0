import { fold } from '../../vietnamese/letters.ts'

/** What a column of a schedule holds; `other` is kept out of the rows, `index` too. */
export type Role = 'index' | 'content' | 'form' | 'lead' | 'coordinate' | 'time' | 'product' | 'other'

// The first that fits the folded heading counts: `Thời gian thực hiện` is a time, `Đơn vị thực hiện` a lead, `Kết quả thực hiện` a product.
const HEADINGS: [Role, RegExp][] = [
  ['index', /^(?:stt|tt|so tt|so thu tu|s\.?t\.?t\.?|no|#)\.?$/u],
  ['other', /^(?:ghi chu|so luong|s\. ?luong|so lop|so hoc vien|kinh phi|don vi tinh|dvt|ty le)/u],
  ['coordinate', /phoi hop/u],
  [
    'time',
    /thoi (?:gian|han|diem|luong)|tien do|lich (?:kiem|hop|lam)|ngay (?:thuc hien|hoan thanh|kiem tra|thang)|^(?:ngay|thang|han|quy|cham nhat|nam)$|han (?:hoan thanh|xong|chot)|hoan thanh/u,
  ],
  ['lead', /chu tri|phu trach|dau moi|chiu trach nhiem|phan cong|^(?:thuc hien|trach nhiem)$/u],
  ['lead', /(?:don vi|co quan|bo phan|nguoi|phong|thanh phan|can bo) (?:thuc hien|to chuc|thuc thi|chuan bi|bien tap|dam nhan)/u],
  ['product', /san pham|ket qua|dau ra/u],
  ['form', /hinh thuc|cach thuc|phuong thuc|bien phap/u],
  [
    'content',
    /noi dung|nhiem vu|cong viec|hoat dong|hang muc|chuyen de|ten |don vi (?:duoc )?kiem tra|chi tieu|loai ho so|cac buoc|viec |doi tuong|muc tieu|giai phap|chu de|dia diem/u,
  ],
]

/** The role of a column by its heading. */
export function roleOf(heading: string): Role {
  const folded = fold(heading).replace(/\s+/gu, ' ').trim()
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other'
}

/**
 * The roles of a table's columns, or null where `cells` do not head a schedule: it says what is done, and when, by whom, or with
 * what result. A first column without a known heading says what, where another says when.
 */
export function readHeader(cells: string[]): Role[] | null {
  // A heading begins with words, a row with its number or day.
  if (cells.length < 2 || cells.some((cell) => cell.length > 60) || /^\d/u.test(cells[0] ?? '')) return null
  const roles = cells.map(roleOf)
  const first = (role: Role): boolean => roles.includes(role)
  // `Năm | Số tàu | Kinh phí` says of what there is how much.
  const counted = roles[0] === 'time' && !['lead', 'coordinate', 'product', 'form'].some((role) => roles.includes(role as Role))
  if (!first('content') && first('time') && !counted) {
    const open = roles.indexOf('other')
    const free = open >= 0 ? open : roles.indexOf('lead')
    if (free >= 0) roles[free] = 'content'
  }
  if (!first('content') || !(first('time') || first('lead') || first('coordinate') || first('product'))) return null
  // The same role twice: the first is meant.
  return roles.map((role, i) => (role !== 'other' && roles.indexOf(role) < i ? 'other' : role))
}

const LEADS = /(?:^|[-–+•]\s?|\s)(?:cơ quan|đơn vị|bộ phận)? ?chủ trì(?: thực hiện)?\s?[:;]?\s?/iu
const JOINS = /(?:^|[-–+•;,.]\s?|\s)(?:cơ quan|đơn vị|bộ phận|các đơn vị)? ?phối hợp(?: thực hiện| với)?\s?[:;]?\s?/iu

/** `- Cơ quan chủ trì: UBND phường - Cơ quan phối hợp: các đoàn thể` in one cell, as two. */
export function splitLead(cell: string): { lead: string | null; coordinate: string | null } {
  const joins = JOINS.exec(cell)
  const before = joins ? cell.slice(0, joins.index) : cell
  const after = joins ? cell.slice(joins.index + joins[0].length) : ''
  return { lead: tidy(before.replace(LEADS, ' ')), coordinate: tidy(after) }
}

/** A cell without its dash and closing point; null where nothing is left. */
export function tidy(cell: string): string | null {
  const text = cell.replace(/\s+/gu, ' ')
  let from = 0
  let to = text.length
  while (from < to && ' -–+•'.includes(text.charAt(from))) from++
  while (to > from && ' ;,'.includes(text.charAt(to - 1))) to--
  return from < to ? text.slice(from, to) : null
}
