import type { DocumentType } from '../../schema/fields.ts'

/**
 * Kinds of document, the code as it stands in symbols: the 29 of decree 30/2020/NĐ-CP (article 7, appendix III), the normative ones,
 * those of the circulars before it (55/2005/TTLT-BNV-VPCP, 01/2011/TT-BNV), and those of the party's guidance (36-HD/VPTW, 05-HD/VPTW).
 */
const TABLE: [code: string, name: string, ...otherCodes: string[]][] = [
  ['NQ', 'Nghị quyết'],
  ['QĐ', 'Quyết định'],
  ['CT', 'Chỉ thị'],
  ['QC', 'Quy chế'],
  ['QyĐ', 'Quy định', 'QĐi'],
  ['TC', 'Thông cáo'],
  ['TB', 'Thông báo'],
  ['HD', 'Hướng dẫn'],
  ['CTr', 'Chương trình', 'CTR', 'CTrPH', 'CTHĐ', 'CTrHĐ'],
  ['KH', 'Kế hoạch', 'KHLN', 'KHLT', 'KHPH', 'KHHĐ'],
  ['PA', 'Phương án'],
  ['ĐA', 'Đề án'],
  ['DA', 'Dự án'],
  ['BC', 'Báo cáo'],
  ['BB', 'Biên bản'],
  ['TTr', 'Tờ trình', 'TTR'],
  ['HĐ', 'Hợp đồng'],
  ['CĐ', 'Công điện'],
  ['BGN', 'Bản ghi nhớ'],
  ['BTT', 'Bản thỏa thuận'],
  ['GUQ', 'Giấy ủy quyền'],
  ['GM', 'Giấy mời'],
  ['GGT', 'Giấy giới thiệu'],
  ['GNP', 'Giấy nghỉ phép'],
  ['PG', 'Phiếu gửi'],
  ['PC', 'Phiếu chuyển'],
  ['PB', 'Phiếu báo'],
  ['CV', 'Công văn'],
  ['', 'Thư công'],
  // Normative.
  ['HP', 'Hiến pháp'],
  ['BL', 'Bộ luật'],
  ['L', 'Luật', 'LT', 'QH', 'QHK'],
  ['PL', 'Pháp lệnh'],
  ['Lệnh', 'Lệnh', 'L-CTN'],
  ['NĐ', 'Nghị định'],
  ['TT', 'Thông tư'],
  ['TTLT', 'Thông tư liên tịch', 'TTLB'],
  ['NQLT', 'Nghị quyết liên tịch'],
  ['SL', 'Sắc lệnh'],
  ['VBHN', 'Văn bản hợp nhất'],
  // Before decree 30.
  ['TTh', 'Bản thỏa thuận'],
  ['CK', 'Bản cam kết'],
  ['QT', 'Quy trình', 'QTr'],
  ['PTr', 'Phiếu trình'],
  // Party.
  ['KL', 'Kết luận'],
  ['TTri', 'Thông tri'],
  ['LKG', 'Lời kêu gọi'],
  ['TBKL', 'Thông báo kết luận'],
]

export const DOCUMENT_TYPES: readonly DocumentType[] = TABLE.map(([code, name]) => ({ code, name }))

const byCode = new Map<string, DocumentType>()
for (const [code, name, ...others] of TABLE) {
  for (const spelling of [code, ...others]) if (spelling !== '' && !byCode.has(spelling)) byCode.set(spelling, { code, name })
}

// A scan that lost the bar of `Đ`: `QD-UBND`, `ND-CP`.
const WITHOUT_BAR = new Map([
  ['QD', 'QĐ'],
  ['ND', 'NĐ'],
  ['QyD', 'QyĐ'],
])

/** The kind that `code` stands for in a symbol, or null. Case counts: `TTr` is not `TTR`'s neighbour `TT`. */
export function typeOfCode(code: string): DocumentType | null {
  return byCode.get(code) ?? byCode.get(code.toUpperCase()) ?? byCode.get(WITHOUT_BAR.get(code) ?? '') ?? null
}
