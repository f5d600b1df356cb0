/**
 * The provinces and cities under the centre: 63 until 30 June 2025, 34 from 1 July 2025 (resolution 202/2025/QH15). Codes are those of the General
 * Statistics Office, before and since.
 */
export interface Province {
  name: string
  code: string
  /** Its code since the merger; absent where it was merged. */
  codeSince2025?: string
  /** The province that it went into. */
  mergedInto?: string
}

/** The first day of the 34 provinces without districts. */
export const MERGER = '2025-07-01'

const TABLE: [name: string, code: string, since: string | null, mergedInto: string | null][] = [
  ['Hà Nội', '01', '01', null],
  ['Hà Giang', '02', null, 'Tuyên Quang'],
  ['Cao Bằng', '04', '04', null],
  ['Bắc Kạn', '06', null, 'Thái Nguyên'],
  ['Tuyên Quang', '08', '08', null],
  ['Lào Cai', '10', '15', null],
  ['Điện Biên', '11', '11', null],
  ['Lai Châu', '12', '12', null],
  ['Sơn La', '14', '14', null],
  ['Yên Bái', '15', null, 'Lào Cai'],
  ['Hòa Bình', '17', null, 'Phú Thọ'],
  ['Thái Nguyên', '19', '19', null],
  ['Lạng Sơn', '20', '20', null],
  ['Quảng Ninh', '22', '22', null],
  ['Bắc Giang', '24', null, 'Bắc Ninh'],
  ['Phú Thọ', '25', '25', null],
  ['Vĩnh Phúc', '26', null, 'Phú Thọ'],
  ['Bắc Ninh', '27', '24', null],
  ['Hải Dương', '30', null, 'Hải Phòng'],
  ['Hải Phòng', '31', '31', null],
  ['Hưng Yên', '33', '33', null],
  ['Thái Bình', '34', null, 'Hưng Yên'],
  ['Hà Nam', '35', null, 'Ninh Bình'],
  ['Nam Định', '36', null, 'Ninh Bình'],
  ['Ninh Bình', '37', '37', null],
  ['Thanh Hóa', '38', '38', null],
  ['Nghệ An', '40', '40', null],
  ['Hà Tĩnh', '42', '42', null],
  ['Quảng Bình', '44', null, 'Quảng Trị'],
  ['Quảng Trị', '45', '44', null],
  ['Huế', '46', '46', null],
  ['Đà Nẵng', '48', '48', null],
  ['Quảng Nam', '49', null, 'Đà Nẵng'],
  ['Quảng Ngãi', '51', '51', null],
  ['Bình Định', '52', null, 'Gia Lai'],
  ['Phú Yên', '54', null, 'Đắk Lắk'],
  ['Khánh Hòa', '56', '56', null],
  ['Ninh Thuận', '58', null, 'Khánh Hòa'],
  ['Bình Thuận', '60', null, 'Lâm Đồng'],
  ['Kon Tum', '62', null, 'Quảng Ngãi'],
  ['Gia Lai', '64', '52', null],
  ['Đắk Lắk', '66', '66', null],
  ['Đắk Nông', '67', null, 'Lâm Đồng'],
  ['Lâm Đồng', '68', '68', null],
  ['Bình Phước', '70', null, 'Đồng Nai'],
  ['Tây Ninh', '72', '80', null],
  ['Bình Dương', '74', null, 'Hồ Chí Minh'],
  ['Đồng Nai', '75', '75', null],
  ['Bà Rịa - Vũng Tàu', '77', null, 'Hồ Chí Minh'],
  ['Hồ Chí Minh', '79', '79', null],
  ['Long An', '80', null, 'Tây Ninh'],
  ['Tiền Giang', '82', null, 'Đồng Tháp'],
  ['Bến Tre', '83', null, 'Vĩnh Long'],
  ['Trà Vinh', '84', null, 'Vĩnh Long'],
  ['Vĩnh Long', '86', '86', null],
  ['Đồng Tháp', '87', '82', null],
  ['An Giang', '89', '91', null],
  ['Kiên Giang', '91', null, 'An Giang'],
  ['Cần Thơ', '92', '92', null],
  ['Hậu Giang', '93', null, 'Cần Thơ'],
  ['Sóc Trăng', '94', null, 'Cần Thơ'],
  ['Bạc Liêu', '95', null, 'Cà Mau'],
  ['Cà Mau', '96', '96', null],
  ['Thừa Thiên Huế', '46', null, 'Huế'],
]

const CITIES = new Set(['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Cần Thơ'])

/** `tỉnh`, or `thành phố` for the cities under the centre. */
export const kindOfProvince = (name: string): 'tỉnh' | 'thành phố' => (CITIES.has(name) ? 'thành phố' : 'tỉnh')

export const PROVINCES: readonly Province[] = TABLE.map(([name, code, since, mergedInto]) => ({
  name,
  code,
  ...(since === null ? {} : { codeSince2025: since }),
  ...(mergedInto === null ? {} : { mergedInto }),
}))
