import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EventQueue } from '../src/batch/event-queue.ts'
import { OutputFolder } from '../src/batch/folder.ts'
import { findInputs } from '../src/batch/inputs.ts'
import { Manifest, type ManifestRecord, parseManifest } from '../src/batch/manifest.ts'
import { MemoryWatch, type Watched } from '../src/batch/memory-watch.ts'
import { assignOutputs } from '../src/batch/names.ts'
import { checkOptions, memoryTogether } from '../src/batch/options.ts'
import { Turns } from '../src/batch/turns.ts'
import { Pace } from '../src/cli/batch-progress.ts'
import { batchTable, formatTime } from '../src/cli/batch-table.ts'

let root = ''
const at = (...path: string[]) => join(root, ...path)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kehoach-parts-'))
  const files = [
    'a/2018/x.pdf',
    'a/2018/x.tif',
    'a/2019/Kế hoạch.PDF',
    'a/2019/Thumbs.db',
    'a/.hidden/x.pdf',
    'a/plans/old.txt',
    'a/2019/manifest.ndjson',
    'b/x.pdf',
    'b/[1].txt',
  ]
  for (const file of files) {
    mkdirSync(dirname(at(file)), { recursive: true })
    writeFileSync(at(file), file)
  }
})
afterAll(() => rmSync(root, { recursive: true }))

const record = (input: string, more: Partial<ManifestRecord> = {}): ManifestRecord => ({
  input,
  output: 'x.json',
  sha256: '0'.repeat(64),
  status: 'read',
  pages: 1,
  seconds: 0.5,
  warnings: {},
  error: null,
  message: null,
  engine: 'tesseract.js',
  version: '1.0.0',
  ...more,
})

describe('inputs', () => {
  const places = async (...given: string[]) =>
    (
      await findInputs(
        given.map((path) => at(path)),
        at('a/plans'),
      )
    ).map((input) => input.place)

  it.each([
    ['a folder: its tree, without litter, hidden files and the output folder', ['a'], ['2018/x.pdf', '2018/x.tif', '2019/Kế hoạch.PDF']],
    ['a folder below', ['a/2018'], ['x.pdf', 'x.tif']],
    ['two folders: what they share', ['a/2018', 'b'], ['a/2018/x.pdf', 'a/2018/x.tif', 'b/[1].txt', 'b/x.pdf']],
    ['a file', ['a/2018/x.pdf'], ['x.pdf']],
    ['files of two folders, in the order given', ['b/x.pdf', 'a/2018/x.pdf'], ['b/x.pdf', 'a/2018/x.pdf']],
    ['a file twice', ['b/x.pdf', 'b/../b/x.pdf'], ['x.pdf']],
    ['a pattern, without regard to case', ['a/**/*.pdf'], ['2018/x.pdf', '2019/Kế hoạch.PDF']],
    ['data by its name', ['a/2019/*.ndjson'], ['manifest.ndjson']],
    ['a pattern in the middle', ['a/*/x.{pdf,tif}'], ['2018/x.pdf', '2018/x.tif']],
    ['a name that looks like a pattern', ['b/[1].txt'], ['[1].txt']],
    ['a missing file, for the manifest to tell', ['b/none.pdf', 'b/x.pdf'], ['none.pdf', 'x.pdf']],
  ])('%s', async (_, given, wanted) => expect(await places(...given)).toEqual(wanted))

  it('are named as they were given', async () => {
    const [first] = await findInputs([`${at('a')}/./2018/`], at('out'))
    expect(first?.input).toBe(at('a/2018/x.pdf').replaceAll('\\', '/'))
  })

  it.each([
    ['a pattern that nothing matches', ['a/*.docx']],
    ['a folder without files', ['a/.hidden/..none', 'a/2019/*.tif']],
    ['an empty name', ['']],
  ])('throws for %s', async (_, given) => {
    await expect(
      findInputs(
        given.map((path) => (path === '' ? '' : at(path))),
        at('out'),
      ),
    ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })

  it('ends in a folder that holds itself', async () => {
    mkdirSync(at('loop'))
    writeFileSync(at('loop/x.txt'), 'x')
    symlinkSync('.', at('loop/again'))
    const found = await findInputs([at('loop')], at('out'))
    expect(found.map((input) => input.place)).toContain('x.txt')
    expect(found.length).toBeLessThan(5)
  })
})

describe('output names', () => {
  const names = (places: string[], held: Record<string, string> = {}) => {
    const records = new Map(Object.entries(held).map(([input, output]) => [input, record(input, { output })]))
    return assignOutputs(
      places.map((place) => ({ input: place, path: place, place })),
      records,
    ).map((document) => document.output)
  }

  it('put .json in the place of the extension, and keep it where two meet', () => {
    expect(names(['a/x.pdf', 'a/X.tif', 'b/x.pdf', 'y', 'a/x.pdf.pdf', 'a/x.pdf'])).toEqual([
      'a/x.json',
      'a/X.tif.json',
      'b/x.json',
      'y.json',
      'a/x.pdf.json',
      'a/x.pdf-2.json',
    ])
  })

  it('are the same whatever part of the batch is done', () => {
    const places = ['x.pdf', 'x.tif', 'x.png', 'x.tif.png', 'y.pdf']
    const whole = names(places)
    for (let done = 0; done < 1 << places.length; done++) {
      const held = Object.fromEntries(places.flatMap((place, i) => ((done >> i) & 1 ? [[place, whole[i] as string]] : [])))
      expect(names(places, held)).toEqual(whole)
    }
  })

  it('leave the work of an earlier batch alone', () => {
    expect(names(['x.pdf'], { 'elsewhere/x.pdf': 'x.json' })).toEqual(['x.pdf.json'])
  })

  it('fit into what a file system takes', () => {
    const [first = '', second = ''] = names([`${'ệ'.repeat(84)}.pdf`, `${'ệ'.repeat(84)}.tif`])
    for (const name of [first, second]) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(first).not.toBe(second)
  })
})

describe('the manifest', () => {
  it('survives a torn line, and is in the order of the inputs at the end', async () => {
    const [path, partial] = [at('m.ndjson'), at('m.partial')]
    writeFileSync(path, `${JSON.stringify(record('old'))}\n${JSON.stringify(record('b'))}\n{"input":"c","outp`)
    const manifest = await Manifest.open(path, partial)
    await Promise.all(['d', 'a', 'b'].map((input) => manifest.add(record(input, { pages: 7 }))))
    expect(
      readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).input),
    ).toEqual(['old', 'b', 'd', 'a', 'b'])
    await manifest.close(['a', 'b', 'c', 'd'])
    const lines = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ input, pages }) => [input, pages])).toEqual([
      ['old', 1],
      ['a', 7],
      ['b', 7],
      ['d', 7],
    ])
  })

  it('passes over lines that are no records', () => {
    const content = ['', 'null', '[]', '{"input":"a"}', JSON.stringify(record('b', { pages: -1 })), JSON.stringify(record('c'))].join('\n')
    expect([...parseManifest(content).keys()]).toEqual(['c'])
  })
})

describe('the output folder', () => {
  it('belongs to one batch at a time, and is cleared of what a killed one left', async () => {
    const out = at('folder')
    // A process that has ended, and one that has another's number.
    for (const owner of ['4194303 12345', `${process.ppid} 1`]) {
      mkdirSync(join(out, '.kehoach'), { recursive: true })
      writeFileSync(join(out, '.kehoach', 'owner'), owner)
      writeFileSync(join(out, '.kehoach', 'left.partial'), 'half a pl')
      const folder = await OutputFolder.open(out)
      expect(readdirSync(join(out, '.kehoach'))).toEqual(['owner'])
      await folder.close()
      expect(readdirSync(out)).toEqual([])
    }
  })

  it('cannot be a file', async () => {
    await expect(OutputFolder.open(at('b/x.pdf'))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})

describe('options', () => {
  it('have defaults', () => {
    expect(checkOptions({ out: 'x' })).toMatchObject({ force: false, engine: 'tesseract.js', pageTimeoutMs: 120_000, memoryMb: 1024 })
    expect(checkOptions({ out: 'x' }).jobs).toBeGreaterThan(0)
  })

  it.each([
    { out: '' },
    { jobs: 0 },
    { jobs: 1.5 },
    { pageTimeoutMs: 0 },
    { documentTimeoutMs: -1 },
    { memoryMb: 1 },
    { engine: 'x' as never },
  ])('are checked: %j', (wrong) => expect(() => checkOptions({ out: 'x', ...wrong })).toThrow(/must be/u))
})

describe('turns', () => {
  it('hold back what comes after work that runs alone, until it has ended', async () => {
    const turns = new Turns()
    const log: string[] = []
    const work = (name: string, ms: number) => async () => {
      log.push(`${name} starts`)
      await new Promise((wake) => setTimeout(wake, ms))
      log.push(`${name} ends`)
      if (name === 'b') throw new Error('b fails')
      return name
    }
    const all = await Promise.allSettled([
      turns.share(work('a', 30)),
      turns.share(work('b', 10)),
      turns.alone(work('c', 20)),
      turns.share(work('d', 10)),
      turns.share(work('e', 20)),
    ])
    expect(all.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual(['a', 'b fails', 'c', 'd', 'e'])
    const [abab, cc, dede] = [log.slice(0, 4), log.slice(4, 6), log.slice(6)]
    expect(abab).toEqual(['a starts', 'b starts', 'b ends', 'a ends'])
    expect(cc).toEqual(['c starts', 'c ends'])
    expect(dede).toEqual(['d starts', 'e starts', 'd ends', 'e ends'])
  })
})

describe('the memory of workers together', () => {
  const watched = (memory: number, state: Watched['state'] = 'reading') => {
    const worker = {
      memory,
      state,
      giveWay: () => {
        worker.state = 'ending'
      },
    }
    return worker
  }
  it.each<[string, Watched[], Watched['state'][]]>([
    ['leaves room: nobody gives way', [watched(400), watched(500)], ['reading', 'reading']],
    ['is too much: the largest gives way', [watched(400), watched(700)], ['reading', 'ending']],
    ['is too much: one that reads nothing goes first', [watched(300, 'idle'), watched(800)], ['ending', 'reading']],
    ['is too much while one is ending: that is waited for', [watched(400, 'ending'), watched(700)], ['ending', 'reading']],
    ['is too much for one: that is its own limit’s to say', [watched(0, 'ending'), watched(1_500)], ['ending', 'reading']],
  ])('%s', (_, workers, wanted) => {
    const watch = new MemoryWatch(new Set(workers), 1_000)
    watch.stop()
    expect(workers.map((worker) => worker.state)).toEqual(wanted)
    expect(watch.peak).toBeGreaterThan(1_000)
  })

  it('is under 1 GB for two jobs, and never under what ordinary documents take', () => {
    const megabytes = (jobs: number, memoryMb: number) => Math.round(memoryTogether({ jobs, memoryMb }) / 1024 / 1024)
    expect(megabytes(2, 1024)).toBe(963)
    expect(megabytes(4, 512)).toBe(1920)
    expect(megabytes(2, 300)).toBe(600)
  })
})

describe('events', () => {
  it('arrive in order, those before an error too', async () => {
    const queue = new EventQueue<number>()
    queue.push(1)
    setTimeout(() => {
      queue.push(2)
      queue.end({ error: new Error('disk full') })
    }, 5)
    const seen: number[] = []
    await expect(
      (async () => {
        for await (const value of queue) seen.push(value)
      })(),
    ).rejects.toThrow('disk full')
    expect(seen).toEqual([1, 2])
  })
})

describe('what the terminal shows', () => {
  it('counts pages, and takes the time left from the documents read now', () => {
    let now = 0
    const pace = new Pace(() => now)
    pace.count({ type: 'start', documents: 10, jobs: 2 })
    for (let i = 0; i < 4; i++) pace.count({ type: 'document', record: record('earlier'), isEarlier: true })
    expect(pace.figures()).toEqual({ pages: 0, rate: '-', left: '-:--' })
    now = 20_000
    for (let page = 1; page <= 6; page++) pace.count({ type: 'page', input: 'a', page, pageCount: 6 })
    pace.count({ type: 'page', input: 'b', page: 1, pageCount: 9 })
    pace.count({ type: 'document', record: record('a', { pages: 6 }), isEarlier: false })
    expect(pace.figures().pages).toBe(7)
    for (let page = 2; page <= 4; page++) pace.count({ type: 'page', input: 'b', page, pageCount: 9 })
    expect(pace.figures()).toEqual({ pages: 10, rate: '0.50', left: '1:40' })
    expect(pace.done).toBe(5)
  })

  it('ends with a table', () => {
    const summary = {
      documents: 6,
      read: 2,
      failed: 2,
      failedEarlier: 1,
      skipped: 1,
      pages: 30,
      seconds: 60,
      errors: { CORRUPT_INPUT: 2 },
      warned: 2,
      warnings: { HANDWRITTEN: 1, BROKEN_NUMBERING: 2 },
      peakMemoryMb: 700,
    }
    expect(batchTable(summary).trimEnd().split('\n')).toEqual([
      'documents                          6',
      '  read                             2',
      '  read earlier                     1',
      '  failed                           2',
      '    CORRUPT_INPUT                  2',
      '    earlier, not tried again       1',
      '  not reached                      1',
      'documents with warnings            2',
      '    BROKEN_NUMBERING               2',
      '    HANDWRITTEN                    1',
      'pages                             30',
      'time                            1:00',
      'pages a second                  0.50',
      'most memory                   700 MB',
    ])
  })

  it.each([
    [0.4, '0:00'],
    [59.6, '1:00'],
    [3600, '1:00:00'],
    [90_061, '25:01:01'],
  ])('%f seconds as %s', (seconds, wanted) => expect(formatTime(seconds)).toBe(wanted))
})
