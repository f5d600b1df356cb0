import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeTcvn3, decodeVni, detectLegacy, encodeTcvn3, encodeVni } from '../src/vietnamese/legacy.ts'
import { isSyllable } from '../src/vietnamese/syllable.ts'

const ONSETS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'gh',
  'gi',
  'h',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'ngh',
  'nh',
  'p',
  'ph',
  'qu',
  'r',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
]
const VOWELS = [...'aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ']
const GLIDES = ['', 'o', 'u', 'i', 'ư', 'y']
const CODAS = ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't', 'i', 'o', 'u', 'y', 'a']
const SYLLABLES = ONSETS.flatMap((onset) =>
  GLIDES.flatMap((glide) => VOWELS.flatMap((vowel) => CODAS.map((coda) => onset + glide + vowel + coda))),
).filter(isSyllable)

// A heading's words, in the shapes that letters typed before Unicode take.
const SAMPLES = [
  ['tcvn3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  [
    'tcvn3',
    'Uû ban nh©n d©n tØnh tæ chøc thùc hiÖn kÕ ho¹ch, ®\u00adîc giao tõ n¨m 2003',
    'Uỷ ban nhân dân tỉnh tổ chức thực hiện kế hoạch, được giao từ năm 2003',
  ],
  ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['vni', 'UÛY BAN NHAÂN DAÂN TÆNH QUYEÁT ÑÒNH', 'ỦY BAN NHÂN DÂN TỈNH QUYẾT ĐỊNH'],
] as const

describe('legacy encodings', () => {
  test('there are syllables enough to go round', () => expect(SYLLABLES.length).toBeGreaterThan(10_000))

  test('every syllable goes round, small and in capitals', () => {
    for (const syllable of SYLLABLES) {
      expect(decodeTcvn3(encodeTcvn3(syllable))).toBe(syllable)
      expect(decodeVni(encodeVni(syllable))).toBe(syllable)
      expect(decodeVni(encodeVni(syllable.toUpperCase()))).toBe(syllable.toUpperCase())
    }
  })

  test('two letters never share a code', () => {
    const encoded = (encode: (text: string) => string): number => new Set(VOWELS.concat('đ').map(encode)).size
    expect(encoded(encodeTcvn3)).toBe(VOWELS.length + 1)
    expect(encoded(encodeVni)).toBe(VOWELS.length + 1)
  })

  test.each(SAMPLES)('%s: %s', (encoding, text, unicode) => {
    expect((encoding === 'tcvn3' ? decodeTcvn3 : decodeVni)(text)).toBe(unicode)
    expect(detectLegacy(text)).toBe(encoding)
  })

  test('a word in a font of capitals keeps its capitals', () => {
    expect(decodeTcvn3('QUYÕT §ÞNH')).toBe('QUYẾT ĐỊNH')
    expect(decodeTcvn3('Chñ tÞch')).toBe('Chủ tịch')
    expect(decodeTcvn3('Uû BAN NH¢N D¢N X·')).toBe('UỶ BAN NHÂN DÂN XÃ')
    expect(decodeTcvn3('Uû ban')).toBe('Uỷ ban')
  })

  test.each([
    ['modern text', 'Ủy ban nhân dân tỉnh tổ chức thực hiện kế hoạch tuyên truyền cải cách hành chính'],
    ['marks of an English model', 'Thuc hién Quyét dinh sb 98, tuyén truyén cai cach hanh chinh, nhân dân, cán bộ, công chức'],
    ['marks of an English model that happen to be right', 'cán bàn ban hành thành công làm xác công tình hình'],
    ['stripped', 'Uy ban nhan dan tinh ban hanh ke hoach'],
    ['French', 'Le comité a été créé à Hué, où l’élève préféré était déjà allé; la façade du château'],
    ['German', 'Die Behörde prüft die Anträge für größere Gebäude und Straßen über Jahre'],
    ['too little to say', '§éc lËp'],
    ['nothing', ''],
  ])('says nothing of %s', (_name, text) => expect(detectLegacy(text)).toBeNull())

  test.skipIf(!existsSync('../shared/lists/syllables_viwik.txt'))('every listed syllable goes round (needs ../shared)', () => {
    const listed = readFileSync('../shared/lists/syllables_viwik.txt', 'utf8')
      .normalize('NFC')
      .split('\n')
      .map((line) => line.trim().toLowerCase())
      .filter((line) => line !== '')
    expect(listed.length).toBeGreaterThan(1000)
    expect(
      listed.filter((syllable) => decodeTcvn3(encodeTcvn3(syllable)) !== syllable || decodeVni(encodeVni(syllable)) !== syllable),
    ).toEqual([])
  })
})
