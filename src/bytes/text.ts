import { decodeTcvn3, decodeVni, detectLegacy } from '../vietnamese/legacy.ts'

const BOMS: [label: string, head: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Bytes of a text file as a string: by its byte order mark, else UTF-16 where every second byte is NUL, else UTF-8, else
 * windows-1258, the code page of Vietnamese Windows, which takes any bytes. Text typed for the fonts before Unicode (TCVN3, VNI)
 * comes as Unicode, also where a converter has made UTF-8 of its bytes.
 */
export function decodeText(bytes: Uint8Array): string {
  return decodeFonts(decodeCharacters(bytes))
}

function decodeFonts(text: string): string {
  const legacy = detectLegacy(text)
  return legacy === 'tcvn3' ? decodeTcvn3(text) : legacy === 'vni' ? decodeVni(text) : text
}

function decodeCharacters(bytes: Uint8Array): string {
  for (const [label, head] of BOMS) {
    if (head.every((value, i) => bytes[i] === value)) return new TextDecoder(label).decode(bytes)
  }
  const wide = wideEncoding(bytes.subarray(0, 4096))
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeLegacy(bytes)
  }
}

/** Mostly UTF-8 with a few broken bytes stays UTF-8: its marks tell the truth where windows-1258 would make noise of all of them. */
function decodeLegacy(bytes: Uint8Array): string {
  const loose = new TextDecoder('utf-8').decode(bytes)
  const broken = loose.split('\ufffd').length - 1
  const marked = [...loose].filter((letter) => letter > '\u007f' && letter !== '\ufffd').length
  const fonts = new TextDecoder('windows-1252').decode(bytes)
  if (broken * 4 > marked && detectLegacy(fonts) !== null) return fonts
  return broken * 4 <= marked ? loose : new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
}

function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  if (odd > head.length / 5 && even * 10 < odd) return 'utf-16le'
  if (even > head.length / 5 && odd * 10 < even) return 'utf-16be'
  return null
}
