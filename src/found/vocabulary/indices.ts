/** An index of public administration: how its full name reads, folded, after `chỉ số`, and its acronyms as printed. */
export interface IndexEntry {
  code: string
  name: string
  /** Matched at the start of what follows `chi so`, folded. The entry listed first wins. */
  pattern: RegExp
  /** Folded, without spaces and signs. */
  acronyms: string[]
  /** A name that leaves open which of several indices it is. */
  generic?: RegExp
  /** The acronym is no word of anything else: it needs no cue. */
  distinct: boolean
}

const BEFORE = '(?:bo chi so |chi so |xac dinh |danh gia |do luong |xep hang |theo doi |ve |muc do |thanh phan |tong hop |cac ){0,4}'
const entry = (code: string, name: string, source: string, acronyms: string[], distinct: boolean): IndexEntry => ({
  code,
  name,
  pattern: new RegExp(`^${BEFORE}(?:${source})(?![\\p{L}])`, 'u'),
  acronyms,
  distinct,
})

// Satisfaction with anything but the service of offices is another index: `hài lòng của người dân về môi trường sống`.
const WHO = '(?:nguoi,? dan|to chuc|ca nhan|doanh nghiep)'
const OF_WHOM = `(?: cua ${WHO}(?:(?:, | va |, va )${WHO}){0,3})?`
const NOT_ELSEWHERE =
  '(?! (?:cua|ve|doi voi|trong)(?! (?:su |viec |muc do |chat luong )?(?:phuc vu|cung (?:ung|cap)|dich vu hanh chinh|cac co quan|co quan hanh chinh|giai quyet)))'

/** Publishers: Bộ Nội vụ (PAR INDEX, SIPAS), CECODES and UNDP (PAPI), VCCI (PCI, PGI), the ministry for digital affairs (DTI, ICT Index), provinces (DDCI, DGI, DCI), Bộ KH&CN (PII), WIPO (GII), Văn phòng Chính phủ (APCI, 766), the UN (EGDI). */
export const INDICES: readonly IndexEntry[] = [
  entry('PAR_INDEX', 'Chỉ số cải cách hành chính', 'cai cach hanh chinh|cchc', ['parindex', 'par'], true),
  entry('SIPAS', 'Chỉ số hài lòng về sự phục vụ hành chính', `(?:su )?hai long${OF_WHOM}${NOT_ELSEWHERE}`, ['sipas'], true),
  entry('DGI', 'Chỉ số hiệu quả quản trị cấp huyện', 'hieu qua quan tri (?:va hanh chinh cong )?cap huyen', ['dgi'], false),
  entry(
    'PAPI',
    'Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh',
    'hieu qua (?:quan tri|quan ly)(?: va| nha nuoc va)? hanh chinh cong(?: cap tinh)?|quan tri va hanh chinh cong(?: cap tinh)?|hieu qua quan tri',
    ['papi'],
    true,
  ),
  entry('DCI', 'Chỉ số năng lực cạnh tranh cấp huyện', 'nang luc canh tranh cap huyen', ['dci'], false),
  entry(
    'DDCI',
    'Chỉ số năng lực cạnh tranh cấp sở, ban, ngành và địa phương',
    '(?:nang luc (?:canh tranh|dieu hanh)|danh gia nang luc (?:canh tranh|dieu hanh))(?: kinh te)? (?:cap (?:cac )?so|(?:cua )?cac so|so,|cap (?:xa|dia phuong)|cua (?:cac )?(?:so|dia phuong)|cap huyen va so)[^;.()]{0,60}',
    ['ddci'],
    true,
  ),
  entry('PCI', 'Chỉ số năng lực cạnh tranh cấp tỉnh', 'nang luc canh tranh(?: cap tinh| cua tinh)?', ['pci'], false),
  entry('PGI', 'Chỉ số xanh cấp tỉnh', 'xanh(?: cap tinh)?', ['pgi'], false),
  entry('DTI', 'Chỉ số chuyển đổi số', '(?:muc do )?chuyen doi so(?: quoc gia| cap (?:tinh|bo|huyen|xa))?', ['dti'], false),
  entry('PII', 'Chỉ số đổi mới sáng tạo cấp địa phương', 'doi moi sang tao (?:cap )?dia phuong|doi moi sang tao cap tinh', ['pii'], false),
  entry('GII', 'Chỉ số đổi mới sáng tạo toàn cầu', 'doi moi sang tao toan cau', ['gii'], false),
  entry('APCI', 'Chỉ số chi phí tuân thủ thủ tục hành chính', 'chi phi tuan thu(?: thu tuc hanh chinh| tthc)?', ['apci'], true),
  entry(
    'ICT_INDEX',
    'Chỉ số sẵn sàng cho phát triển và ứng dụng công nghệ thông tin',
    '(?:muc do )?san sang (?:cho )?(?:phat trien va )?ung dung (?:cong nghe thong tin|cntt)',
    ['ictindex'],
    true,
  ),
  entry(
    'PSI_766',
    'Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp',
    '(?:phuc vu nguoi dan,? (?:va )?doanh nghiep|chi dao,? dieu hanh va danh gia chat luong phuc vu|chat luong phuc vu nguoi dan)|766',
    [],
    false,
  ),
  entry('EGDI', 'Chỉ số phát triển Chính phủ điện tử', 'phat trien chinh phu dien tu', ['egdi'], true),
]

for (const index of INDICES) if (index.code === 'PCI' || index.code === 'PAPI') index.generic = /(?:canh tranh|quan tri)$/u

const byAcronym = new Map<string, IndexEntry>()
for (const index of INDICES) for (const acronym of index.acronyms) byAcronym.set(acronym, index)

/** The index that `acronym` (any case, spaces and hyphens) stands for. */
export function indexOfAcronym(acronym: string): IndexEntry | undefined {
  return byAcronym.get(acronym.toLowerCase().replace(/[^a-z0-9]+/gu, ''))
}
