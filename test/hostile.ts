import { deflateSync } from 'node:zlib'

/** Files that are damaged or mean harm, small to store and quick to make. */

/** A PDF of the given objects, from number 1 on; the first is the catalogue. */
export function pdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = 9
  const add = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, i) => {
    places.push(length)
    add(`${i + 1} 0 obj\n`)
    add(object)
    add('\nendobj\n')
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = length
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`)
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')])

const onePage = (page: string, ...more: (string | Buffer)[]): Buffer =>
  pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${page} >>`,
    ...more,
  ])

/** A page of so many points a side; a kilometre unless told. */
export const hugePage = (side = 2_834_645): Buffer => onePage(`/MediaBox [0 0 ${side} ${side}]`)

/** A page of no size. */
export const noPage = (): Buffer => onePage('/MediaBox [0 0 0 0]')

/** Brackets in brackets, `depth` deep. */
export const deepNest = (depth: number): Buffer => onePage(`/MediaBox [0 0 595 842] /Deep ${'['.repeat(depth)}${']'.repeat(depth)}`)

/** A page tree that is its own child. */
export const endlessTree = (): Buffer => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'])

/** An image that unpacks to `megabytes` from a thousandth of that. */
export function bomb(megabytes: number): Buffer {
  const side = Math.floor(Math.sqrt(megabytes * 1024 * 1024))
  const data = deflateSync(Buffer.alloc(side * side))
  return onePage(
    '/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>',
    stream('', Buffer.from('595 0 0 842 0 0 cm /I Do')),
    stream(
      `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`,
      data,
    ),
  )
}

/** Drawing orders that unpack to `megabytes`. */
export function contentBomb(megabytes: number): Buffer {
  const data = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, '0 0 9 9 re f\n'))
  return onePage('/MediaBox [0 0 595 842] /Contents 4 0 R', stream('/Filter /FlateDecode', data))
}

/** A PNG whose header promises `side` × `side` pixels. */
export function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(side))), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** `bytes` with `count` bits turned over, by a seed. */
export function flipBits(bytes: Buffer, count: number, seed: number): Buffer {
  const flipped = Buffer.from(bytes)
  const random = generator(seed)
  for (let i = 0; i < count; i++) {
    const place = Math.floor(random() * flipped.length)
    flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(random() * 8))
  }
  return flipped
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
