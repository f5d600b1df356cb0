import { isSyllable } from './syllable.ts'

/**
 * Text typed for the fonts before Unicode, seen as CP1252: TCVN3 (also ABC, TCVN 5712:1993 VN3, the `.VnTime` fonts), one byte a letter,
 * and VNI Windows, a base letter and a byte for its marks. `Céng hoµ x· héi`, `Coäng hoøa xaõ hoäi`.
 */
export type Legacy = 'tcvn3' | 'vni'

/** TCVN3: each Unicode letter beside its CP1252 sign. Capitals with a tone have no code: a font of capitals drew the small ones large. */
const TCVN3_PAIRS =
  'àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ' +
  'ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u00ad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§'

/** VNI: a base letter, then a sign for its marks; capitals have the capital of both. */
const VNI_PAIRS =
  'áaù àaø ảaû ãaõ ạaï âaâ ấaá ầaà ẩaå ẫaã ậaä ăaê ắaé ằaè ẳaú ẵaü ặaë éeù èeø ẻeû ẽeõ ẹeï êeâ ếeá ềeà ểeå ễeã ệeä ' +
  'íí ìì ỉæ ĩó ịò óoù òoø ỏoû õoõ ọoï ôoâ ốoá ồoà ổoå ỗoã ộoä ơô ớôù ờôø ởôû ỡôõ ợôï úuù ùuø ủuû ũuõ ụuï ' +
  'ưö ứöù ừöø ửöû ữöõ ựöï ýyù ỳyø ỷyû ỹyõ ỵî đñ'

const parsePairs = (pairs: string): [letter: string, code: string][] => pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])

const tcvn3Pairs = parsePairs(TCVN3_PAIRS)
const vniPairs = parsePairs(VNI_PAIRS).flatMap(([letter, code]): [string, string][] => [
  [letter, code],
  [letter.toUpperCase(), code.toUpperCase()],
  // Typists left the mark small after a capital, and caps lock is not always on for it.
  ...(code.length > 1 ? [[letter.toUpperCase(), code.slice(0, 1).toUpperCase() + code.slice(1)] as [string, string]] : []),
])

const fromTcvn3 = new Map(tcvn3Pairs.map(([letter, code]) => [code, letter]))
const toTcvn3 = new Map(tcvn3Pairs)
const fromVni = new Map(vniPairs.map(([letter, code]) => [code, letter]))
const toVni = new Map(vniPairs.map(([letter, code]) => [letter, code] as const).reverse())

const TCVN3_RUN = /[A-Za-z\u00a1-\u00ff]+/gu
const LATIN1 = /[\u00a1-\u00ff]/u
const CAPITAL = /[A-Z¡-§]/gu
const SMALL = /[a-z]/u

/** Whether a word is set in a font of capitals; null where its letters alone do not tell (`Uû`, `Tù`). */
function inCapitals(word: string): boolean | null {
  if (SMALL.test(word)) return false
  return (word.match(CAPITAL)?.length ?? 0) > 1 ? true : null
}

/**
 * Unicode text from TCVN3 seen as CP1252; what is no letter there stays. Words in capitals (`QUYÕT §ÞNH`, set in a font of capitals) give
 * capitals; where the letters do not tell, as in `Uû BAN`, the next word decides, else the one before. NFC out, as long as the input.
 */
export function decodeTcvn3(text: string): string {
  const capitals = (text.match(TCVN3_RUN) ?? []).map(inCapitals)
  let at = 0
  let before = false
  return text.replace(TCVN3_RUN, (word) => {
    const known = capitals[at]
    const upper = known ?? capitals[at + 1] ?? before
    at++
    before = upper
    if (!LATIN1.test(word)) return word
    let out = ''
    for (const sign of word) out += fromTcvn3.get(sign) ?? sign
    return upper ? out.toUpperCase() : out
  })
}

/** Unicode text from VNI Windows seen as CP1252. NFC out; two signs may become one. */
export function decodeVni(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const two = fromVni.get(text.slice(i, i + 2))
    if (two !== undefined) {
      out += two
      i++
    } else out += fromVni.get(text.charAt(i)) ?? text.charAt(i)
  }
  return out
}

/** NFC Vietnamese as a TCVN3 typist wrote it. Capitals that carry a tone come out as the small letter: the code has no others. */
export function encodeTcvn3(text: string): string {
  let out = ''
  for (const letter of text) out += toTcvn3.get(letter) ?? toTcvn3.get(letter.toLowerCase()) ?? letter
  return out
}

/** NFC Vietnamese as VNI Windows text. */
export function encodeVni(text: string): string {
  let out = ''
  for (const letter of text) out += toVni.get(letter) ?? letter
  return out
}

const WORD = /[\p{L}\u00a1-\u00ff]+/gu
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u
const SAMPLE = 20_000
const ENOUGH = 4

/**
 * Which legacy encoding `text` is in, or null. Says one only where at least four words with CP1252 signs become Vietnamese syllables under
 * it, nine in ten of them do, and clearly more than under the other encoding or as they stand; marks left by another OCR model
 * (`tuyén truyén`, `nhân dân`) fail that. Reads the first 20,000 characters.
 */
export function detectLegacy(text: string): Legacy | null {
  const words = text.slice(0, SAMPLE).match(WORD) ?? []
  let marked = 0
  let modern = 0
  const sound = { tcvn3: 0, vni: 0, plain: 0 }
  for (const word of words) {
    if (UNICODE_ONLY.test(word)) modern++
    else if (LATIN1.test(word)) {
      marked++
      if (isSyllable(decodeTcvn3(word).toLowerCase())) sound.tcvn3++
      if (isSyllable(decodeVni(word).toLowerCase())) sound.vni++
      if (isSyllable(word.toLowerCase())) sound.plain++
    }
  }
  if (marked < ENOUGH || modern > marked * 0.1) return null
  const [name, other]: [Legacy, Legacy] = sound.tcvn3 >= sound.vni ? ['tcvn3', 'vni'] : ['vni', 'tcvn3']
  const clear = sound[name] >= marked * 0.9 && sound[name] > 1.3 * Math.max(sound[other], sound.plain)
  return clear ? name : null
}
