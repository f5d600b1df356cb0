import { KehoachError } from '../schema/error.ts'

export const MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'image/webp',
  'text/vnd.hocr+html',
  'application/alto+xml',
  'text/plain',
] as const

export type MediaType = (typeof MEDIA_TYPES)[number]

const startsWith = (bytes: Uint8Array, head: number[], at = 0) => head.every((value, i) => bytes[at + i] === value)

/** Formats that people hand in and that are not read, so that the message can name them. */
const FOREIGN: [name: string, head: number[]][] = [
  ['a Word, Excel or other zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a RAR file', [0x52, 0x61, 0x72, 0x21]],
  ['a 7z file', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PostScript file', [0x25, 0x21, 0x50, 0x53]],
]

/**
 * The media type of a file by its first bytes; its name is not asked, since names lie.
 *
 * @throws KehoachError `EMPTY_INPUT` for no bytes, `UNSUPPORTED_FORMAT` for bytes of a format that is not read.
 */
export function sniff(bytes: Uint8Array): MediaType {
  if (bytes.length === 0) throw new KehoachError('EMPTY_INPUT', 'The file holds no bytes.')
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a])) return 'image/tiff'
  if (startsWith(bytes, [0x49, 0x49, 0x2b, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2b])) return 'image/tiff'
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp'
  if (hasPdfHeader(bytes)) return 'application/pdf'
  for (const [name, head] of FOREIGN) {
    if (startsWith(bytes, head)) throw new KehoachError('UNSUPPORTED_FORMAT', `The file is ${name}.`)
  }
  return sniffText(bytes)
}

/** Readers accept `%PDF-` anywhere in the first 1,024 bytes (ISO 32000-1, annex H, 3.4.1). */
function hasPdfHeader(bytes: Uint8Array): boolean {
  for (let at = 0; at < Math.min(1024, bytes.length - 4); at++) {
    if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d], at)) return true
  }
  return false
}

function sniffText(bytes: Uint8Array): MediaType {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '')
  if (/<alto[\s>]|<alto:alto[\s>]/i.test(head)) return 'application/alto+xml'
  if (/<html[\s>]/i.test(head) && /ocr_page|ocr-system|ocrx_word/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)))) {
    return 'text/vnd.hocr+html'
  }
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  if (!utf16 && isBinary(bytes.subarray(0, 65_536))) {
    throw new KehoachError('UNSUPPORTED_FORMAT', 'The bytes are of no known format.')
  }
  return 'text/plain'
}

/** Control characters that no text holds: more than 1 in 200, or a NUL in bytes that are not UTF-16 (every second byte NUL). */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  let nuls = 0
  for (const byte of bytes) {
    if (byte === 0) nuls++
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls++
  }
  if (nuls > 0 && nuls < bytes.length / 5) return true
  return controls > Math.max(1, bytes.length / 200)
}
