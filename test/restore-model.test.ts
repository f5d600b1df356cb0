import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Associates } from '../src/restore/associates.ts'
import { createChannel } from '../src/restore/channel.ts'
import { MODEL_VERSION, readContainer, writeContainer } from '../src/restore/container.ts'
import { loadModel } from '../src/restore/index.ts'
import { type Context, LanguageModel } from '../src/restore/language.ts'
import { Likeness } from '../src/restore/likeness.ts'
import { FIRST_WORD, NUMBER, tokeniseClean } from '../src/restore/tokenise.ts'
import { Trie } from '../src/restore/trie.ts'
import { countGrams } from '../training/lm/count.ts'
import { estimate, prune } from '../training/lm/estimate.ts'
import { packLanguageModel } from '../training/lm/pack.ts'
import { generator } from './hostile.ts'

const file = new Uint8Array(readFileSync('src/restore/model/vi.bin'))
const spoilt = (change: (bytes: Uint8Array) => void): Uint8Array => {
  const bytes = file.slice()
  change(bytes)
  return bytes
}

describe('the model file', () => {
  it('opens, wherever in a buffer it lies', () => {
    const shifted = new Uint8Array(file.length + 3)
    shifted.set(file, 3)
    expect(loadModel(shifted.subarray(3)).words.length).toBeGreaterThan(5000)
  })

  it('is at most 12 MB', () => expect(file.length).toBeLessThanOrEqual(12_000_000))

  it.each([
    ['nothing', () => new Uint8Array()],
    ['a few bytes', () => file.slice(0, 12)],
    ['another file', () => new TextEncoder().encode('%PDF-1.7 and so on, for a good while')],
    ['another version', () => spoilt((bytes) => new DataView(bytes.buffer).setUint32(4, MODEL_VERSION + 1, true))],
    ['one bit turned in a table', () => spoilt((bytes) => bytes.set([(bytes[5_000_000] as number) ^ 1], 5_000_000))],
    ['one bit turned in the last byte', () => spoilt((bytes) => bytes.set([(bytes[bytes.length - 1] as number) ^ 0x80], bytes.length - 1))],
    ['the end missing', () => file.slice(0, file.length - 64)],
    ['a good container without our sections', () => writeContainer([], {})],
  ])('%s is refused', (_name, bytes) => {
    expect(() => loadModel(bytes())).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }))
  })
})

describe('the container', () => {
  it('gives back what was put in', () => {
    const bytes = writeContainer(
      [
        { name: 'odd', type: 'u8', data: Uint8Array.of(1, 2, 3) },
        { name: 'short', type: 'u16', data: Uint16Array.of(65535, 1) },
        { name: 'signed', type: 'i32', data: Int32Array.of(-7) },
        { name: 'logs', type: 'f32', data: Float32Array.of(-1.5, 0.25) },
        { name: 'empty', type: 'u8', data: new Uint8Array() },
      ],
      { note: 'ghi chú' },
    )
    const container = readContainer(bytes)
    expect([...container.section('odd', 'u8')]).toEqual([1, 2, 3])
    expect([...container.section('short', 'u16')]).toEqual([65535, 1])
    expect([...container.section('signed', 'i32')]).toEqual([-7])
    expect([...container.section('logs', 'f32')]).toEqual([-1.5, 0.25])
    expect(container.section('empty', 'u8')).toHaveLength(0)
    expect(container.meta).toEqual({ note: 'ghi chú' })
    expect(() => container.section('odd', 'f32')).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }))
    expect(() => container.section('none', 'u8')).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }))
  })
})

describe('the tree of words', () => {
  const words = ['<s>', '<num>', '<unk>', 'an', 'anh', 'ánh', 'bàn']
  const unigram = Float32Array.of(-30, -30, -30, -1, -3, -2, -4)
  const trie = new Trie(words, FIRST_WORD, unigram)

  it.each([
    ['an', 3],
    ['anh', 4],
    ['ánh', 5],
    ['bàn', 6],
    ['b', -1],
    ['bà', -1],
    ['bànz', -1],
    ['', -1],
    ['<s>', -1],
  ])('%j is word %i', (word, id) => expect(trie.find(word)).toBe(id))

  it('knows the commonest word below each node', () => {
    const b = trie.child(0, trie.letter('b'))
    expect(trie.rarity[0]).toBeCloseTo(0)
    expect(trie.rarity[b]).toBeCloseTo(3)
    expect(trie.rarityOf[4]).toBeCloseTo(2)
  })
})

describe('words that the language model counts', () => {
  it.each([
    ['Kế hoạch số 12/KH-UBND.', ['kế', 'hoạch', 'số', NUMBER, 'kh', 'ubnd', 0]],
    ['hoà bình; Uỷ ban', ['hòa', 'bình', 0, 'ủy', 'ban']],
    ['đạt 95,5% trở lên', ['đạt', NUMBER, 'trở', 'lên']],
    ['', []],
  ])('%j', (line, words) => {
    const found: (string | number)[] = []
    tokeniseClean(line, (word) => found.push(word))
    expect(found).toEqual(words)
  })
})

describe('the estimate on a toy corpus', () => {
  const vocabulary = 61
  const random = generator(7)
  // Some words common, most rare, each seen at least once; a boundary now and then.
  const drawn = Array.from({ length: 4000 }, () => (random() < 0.1 ? 0 : 1 + Math.floor(60 * random() ** 3)))
  const ids = Uint16Array.from([0, ...Array.from({ length: 60 }, (_, i) => i + 1), 0, ...drawn, 0])
  const alone = [{ weight: 1, scale: 1 }]
  const two = [...alone, { weight: 0.5, scale: 8 }]

  it.each([
    ['whole', [0, 0, 1e9, 1e9, 1e9], alone],
    ['pruned', [0, 0, 1e9, 400, 150], alone],
    ['mixed', [0, 0, 1e9, 1e9, 1e9], two],
    ['mixed and pruned', [0, 0, 1e9, 400, 150], two],
  ])('every distribution of the %s model sums to one, and is the same packed', (_name, budget, shares) => {
    const groups = Uint8Array.from(ids, (_, i) => (shares.length > 1 && i > 3000 ? 1 : 0))
    const levels = estimate(countGrams({ ids, groups }, 4, shares.length), vocabulary, shares, 0.001)
    prune(levels, budget)
    const packed = new LanguageModel(readContainer(writeContainer(packLanguageModel(levels, vocabulary), {})))
    const tables = levels.map(
      (level, k) =>
        new Map(Array.from(level.grams.keys, (key, i) => [k === 0 ? String(i) : `${prefixOf(levels, k, key)} ${key % 32768}`, i])),
    )
    /** Natural log of p(word | context), backing off where the n-gram was not kept. */
    const log = (context: readonly number[], word: number): number => {
      const k = context.length
      const at = tables[k]?.get([...context, word].join(' '))
      if (at !== undefined && levels[k]?.keep[at]) return levels[k]?.logProb[at] as number
      const opened = k === 0 ? undefined : tables[k - 1]?.get(context.join(' '))
      const kept = opened !== undefined && (k === 1 || levels[k - 1]?.keep[opened])
      return (kept ? (levels[k - 1]?.backoff[opened] as number) : 0) + log(context.slice(1), word)
    }
    for (const context of [[], [1], [40], [60], [1, 2], [0, 1], [55, 57], [1, 1, 1], [0, 1, 2], [3, 1, 2], [60, 60, 60]]) {
      const name = `after ${context.join(' ') || 'nothing'}`
      let sum = 0
      for (let word = 1; word < vocabulary; word++) sum += Math.exp(log(context, word))
      expect(sum, name).toBeCloseTo(1, 2)
      if (context.length === 0) continue
      const opening: Context = { last: context[0] as number, pair: -1, triple: -1 }
      const { last, pair, triple } = context.slice(1).reduce((before, word) => packed.after(before, word), opening)
      // Logs are kept in 256 steps, wider where there are few.
      const off = Array.from({ length: vocabulary - 1 }, (_, i) => Math.abs(packed.score(last, pair, triple, i + 1) - log(context, i + 1)))
      expect(Math.max(...off), name).toBeLessThan(0.6)
      expect(off.reduce((total, each) => total + each, 0) / off.length, name).toBeLessThan(0.1)
    }
  })

  /** The words of the prefix of n-gram `key` of order k + 1, as one string. */
  function prefixOf(levels: ReturnType<typeof estimate>, k: number, key: number): string {
    const prefix = Math.floor(key / 32768)
    if (k === 1) return String(prefix)
    const above = levels[k - 1]?.grams.keys[prefix] as number
    return `${prefixOf(levels, k - 1, above)} ${above % 32768}`
  }
})

describe('a mixture of two groups', () => {
  // After 1, the first group says 2, the second 3, each twenty times; the first speaks three times as often of other things.
  const say = (words: number[], times: number) => Array.from({ length: times }, () => [0, ...words]).flat()
  const [first, second] = [[...say([1, 2], 20), ...say([4, 5, 6, 4, 6, 5], 60)], say([1, 3], 20)]
  const ids = Uint16Array.from([...first, ...second])
  const groups = Uint8Array.from(ids, (_, i) => (i < first.length ? 0 : 1))
  const after1 = (scale: number, word: number): number => {
    const levels = estimate(
      countGrams({ ids, groups }, 2, 2),
      7,
      [
        { weight: 0.5, scale: 1 },
        { weight: 0.5, scale },
      ],
      0.001,
    )
    const bigrams = levels[1] as (typeof levels)[number]
    return Math.exp(bigrams.logProb[bigrams.grams.keys.indexOf(32768 + word)] as number)
  }

  it('counts both alike where both have seen a context as often', () => {
    expect(after1(1, 2)).toBeGreaterThan(0.3)
    expect(after1(1, 3)).toBeGreaterThan(0.3)
  })
  it('leans to the group whose sightings say more', () => expect(after1(30, 3)).toBeGreaterThan(5 * after1(30, 2)))
})

describe('neighbours of a word', () => {
  const model = loadModel(file)
  const id = (word: string) => model.trie.find(word)
  const associates = new Associates(readContainer(file))
  const words = (ids: Uint16Array) => Array.from(ids, (each) => model.words[each])

  it.each([
    ['theo', 'dõi'],
    ['rõ', 'ràng'],
    ['truyền', 'thông'],
  ])('%j is followed by %j', (word, next) => expect(words(associates.following(id(word)))).toContain(next))
  it.each([
    ['ràng', 'rõ'],
    ['hoạch', 'kế'],
  ])('before %j stands %j', (word, previous) => expect(words(associates.preceding(id(word)))).toContain(previous))
  it('are words, never classes', () => {
    for (const word of ['và', 'của', 'ngày']) expect(Math.min(...associates.following(id(word)))).toBeGreaterThanOrEqual(FIRST_WORD)
  })
})

describe('how like a word a token is', () => {
  const trie = new Trie(['', '', '', 'dõi', 'đội', 'của'], FIRST_WORD, new Float32Array(6))
  const channel = createChannel('toy', [{ printed: 'õ', read: 'é', cost: 1 }], new Map(), trie)
  const likeness = new Likeness()
  const cost = (token: string, word: string) => {
    expect(likeness.take(token, channel, () => 'small')).toBe(true)
    return likeness.cost(Uint8Array.from(word, (letter) => trie.letter(letter)))
  }

  it('takes the channel where it knows a reading', () => expect(cost('déi', 'dõi')).toBeLessThan(cost('dxi', 'dõi')))
  it.each([
    ['a letter that was not read', 'di', 'dõi'],
    ['a letter too many', 'dõiz', 'dõi'],
    ['nothing alike', 'xyz', 'của'],
  ])('has a cost for %s', (_name, token, word) => {
    expect(cost(token, word)).toBeGreaterThan(3)
    expect(cost(token, word)).toBeLessThan(30)
  })
  it('costs more the less alike they are', () => expect(cost('zzi', 'dõi')).toBeGreaterThan(cost('dzi', 'dõi')))
  it('weighs no token that is too long', () => expect(likeness.take('d'.repeat(100), channel, () => 'small')).toBe(false))
})
