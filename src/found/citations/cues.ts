import type { CitationRelation } from '../../schema/fields.ts'

/** Words before a citation that say what is done with it, folded; what stands between them and the citation must be filling. */
export interface Cue {
  words: readonly string[]
  relation: CitationRelation
}

const TABLE: [relation: CitationRelation, ...cues: string[]][] = [
  ['basis', 'can cu', 'can cu vao', 'tren co so', 'chieu theo'],
  [
    'implements',
    'thuc hien',
    'thi hanh',
    'trien khai',
    'trien khai thuc hien',
    'to chuc thuc hien',
    'cu the hoa',
    'quan triet',
    'hien thuc hoa',
    'thuc hien y kien chi dao tai',
    'thuc hien chi dao tai',
    'thuc hien ket luan tai',
    'thuc hien nhiem vu duoc giao tai',
  ],
  ['amends', 'sua doi', 'sua doi bo sung', 'bo sung', 'dieu chinh', 'dinh chinh'],
  ['replaces', 'thay the', 'thay the cho', 'thay cho'],
  ['repeals', 'bai bo', 'huy bo', 'cham dut hieu luc cua', 'cham dut thuc hien', 'dinh chi thi hanh', 'het hieu luc thi hanh doi voi'],
  [
    'guides',
    'huong dan',
    'huong dan thuc hien',
    'huong dan thi hanh',
    'huong dan trien khai',
    'huong dan trien khai thuc hien',
    'huong dan to chuc thuc hien',
    'huong dan ap dung',
    'huong dan viec thuc hien',
    'quy dinh chi tiet',
    'quy dinh chi tiet thi hanh',
    'quy dinh chi tiet viec thi hanh',
    'huong dan chi tiet',
    'bien phap thi hanh',
    'bien phap thuc hien',
    'bien phap to chuc thuc hien',
    'chi tiet va huong dan thi hanh',
  ],
  ['guided-by', 'theo huong dan', 'theo huong dan tai', 'theo huong dan cua', 'huong dan tai', 'theo mau tai'],
  ['attached-to', 'kem theo', 'ban hanh kem theo', 'dinh kem', 'ban hanh theo', 'ban hanh tai', 'gui kem'],
  ['amended-by', ...passive('duoc sua doi'), ...passive('duoc sua doi bo sung'), ...passive('duoc bo sung'), ...passive('duoc dieu chinh')],
  ['replaced-by', ...passive('duoc thay the'), ...passive('bi thay the'), 'duoc thay the bang'],
  ['repealed-by', ...passive('bi bai bo'), ...passive('duoc bai bo'), ...passive('het hieu luc')],
]

function passive(verb: string): string[] {
  return ['boi', 'tai', 'theo', 'bang'].map((by) => `${verb} ${by}`)
}

/** Cues by their last word, longest first. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = byLastWord()

function byLastWord(): Map<string, Cue[]> {
  const cues = new Map<string, Cue[]>()
  for (const [relation, ...texts] of TABLE) {
    for (const text of texts) {
      const words = text.split(' ')
      const last = words[words.length - 1] ?? ''
      cues.set(last, [...(cues.get(last) ?? []), { words, relation }])
    }
  }
  for (const list of cues.values()) list.sort((a, b) => b.words.length - a.words.length)
  return cues
}

const FILLING_WORDS =
  'cac nhung mot so cua noi dung nhiem vu muc tieu chi giai phap chu truong quan diem tinh than yeu cau va dieu khoan muc phan chuong phu luc nghiem tuc tot co hieu qua day du dong bo quyet liet kip thoi thang loi thanh cong thong nhat ke hoach de an chuong trinh quy che quy dinh danh ve viec ket luan y kien chi dao van ban toan tiep tuc voi moi lan thu nhat hai ba bon nam'

/** Words that may stand between a cue and the citation: how much of it, how well. */
export const FILLING: ReadonlySet<string> = new Set(FILLING_WORDS.split(' '))
