import { KehoachError } from '../schema/error.ts'

/**
 * The model file: `KHVR`, version, header length, checksum (32 bits each, little endian), a JSON header that lists the sections, then
 * the sections, each aligned to 8 bytes. The checksum covers everything after itself.
 */
export const MODEL_VERSION = 1
const MAGIC = 0x5256484b
const PREAMBLE = 16

export type SectionType = 'u8' | 'u16' | 'i32' | 'f32'
export type SectionData = Uint8Array | Uint16Array | Int32Array | Float32Array
interface SectionEntry {
  name: string
  type: SectionType
  offset: number
  length: number
}
interface Header {
  sections: SectionEntry[]
  meta: Record<string, unknown>
}

export interface Container {
  meta: Record<string, unknown>
  section(name: string, type: 'u8'): Uint8Array
  section(name: string, type: 'u16'): Uint16Array
  section(name: string, type: 'i32'): Int32Array
  section(name: string, type: 'f32'): Float32Array
}

const WIDTH: Record<SectionType, number> = { u8: 1, u16: 2, i32: 4, f32: 4 }
const align = (n: number) => (n + 7) & ~7

/** 32 bits over whole words, four lanes at once, so that 12 MB take a few milliseconds. */
export function checksum(bytes: Uint8Array, from: number): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + from, (bytes.byteLength - from) >>> 2)
  let a = 0x9e3779b1
  let b = 0x85ebca6b
  let i = 0
  for (; i + 1 < words.length; i += 2) {
    a = Math.imul((a << 5) | (a >>> 27), 3) ^ (words[i] as number)
    b = Math.imul((b << 7) | (b >>> 25), 5) ^ (words[i + 1] as number)
  }
  if (i < words.length) a = Math.imul(a, 7) ^ (words[i] as number)
  for (let j = from + words.length * 4; j < bytes.byteLength; j++) b = Math.imul(b, 11) ^ (bytes[j] as number)
  return (Math.imul(a, 0x2c1b3c6d) ^ b) >>> 0
}

/** Lays sections out into one file. */
export function writeContainer(
  sections: { name: string; type: SectionType; data: SectionData }[],
  meta: Record<string, unknown>,
): Uint8Array {
  const entries: SectionEntry[] = []
  let offset = 0
  for (const { name, type, data } of sections) {
    entries.push({ name, type, offset, length: data.length })
    offset = align(offset + data.length * WIDTH[type])
  }
  const header = new TextEncoder().encode(JSON.stringify({ sections: entries, meta } satisfies Header))
  const start = align(PREAMBLE + header.length)
  const bytes = new Uint8Array(start + offset)
  bytes.set(header, PREAMBLE)
  sections.forEach(({ data }, i) => {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), start + (entries[i] as SectionEntry).offset)
  })
  new Uint32Array(bytes.buffer, 0, 4).set([MAGIC, MODEL_VERSION, header.length, checksum(bytes, PREAMBLE)])
  return bytes
}

/** Opens a model file. @throws KehoachError MODEL_INVALID when it is no model, of another version, or damaged. */
export function readContainer(input: Uint8Array): Container {
  const bytes = input.byteOffset % 8 === 0 ? input : input.slice()
  if (bytes.byteLength < PREAMBLE) throw new KehoachError('MODEL_INVALID', 'The restoration model is too short.')
  const [magic, version, headerLength = 0, sum] = new Uint32Array(bytes.buffer, bytes.byteOffset, 4)
  if (magic !== MAGIC) throw new KehoachError('MODEL_INVALID', 'These bytes are not a restoration model.')
  if (version !== MODEL_VERSION)
    throw new KehoachError('MODEL_INVALID', `The restoration model has version ${version}; version ${MODEL_VERSION} is needed.`)
  if (sum !== checksum(bytes, PREAMBLE))
    throw new KehoachError('MODEL_INVALID', 'The restoration model is damaged: its checksum does not match.')
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(PREAMBLE, PREAMBLE + headerLength))) as Header
  const start = bytes.byteOffset + align(PREAMBLE + headerLength)
  const entries = new Map(header.sections.map((entry) => [entry.name, entry]))
  const section = (name: string, type: SectionType) => {
    const entry = entries.get(name)
    if (entry === undefined || entry.type !== type) throw new KehoachError('MODEL_INVALID', `The restoration model has no section ${name}.`)
    const at = start + entry.offset
    if (type === 'u8') return new Uint8Array(bytes.buffer, at, entry.length)
    if (type === 'u16') return new Uint16Array(bytes.buffer, at, entry.length)
    if (type === 'i32') return new Int32Array(bytes.buffer, at, entry.length)
    return new Float32Array(bytes.buffer, at, entry.length)
  }
  return { meta: header.meta, section: section as Container['section'] }
}
