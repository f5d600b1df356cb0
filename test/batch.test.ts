import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BatchEvent, type BatchOptions, type ManifestRecord, readBatch, readPlan } from '../src/index.ts'
import { CLI, kehoach } from './command.ts'
import { bomb, contentBomb, deepNest, endlessTree, flipBits, generator, hugePage, hugePng, noPage } from './hostile.ts'

const texts = ['fixtures/truth', 'fixtures/texts'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
)
const scan = 'fixtures/scans/party.png'
let root = ''
const at = (...path: string[]) => join(root, ...path)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kehoach-batch-'))
  texts.forEach((path, i) => {
    mkdirSync(at('archive', `${2017 + (i % 3)}`), { recursive: true })
    copyFileSync(path, at('archive', `${2017 + (i % 3)}`, basename(path)))
  })
})
afterAll(() => rmSync(root, { recursive: true }))

const records = (out: string): ManifestRecord[] =>
  readFileSync(join(out, 'manifest.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** All that a batch wrote, times aside. */
function written(out: string): Record<string, string> {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(out, name)).isFile())
  return Object.fromEntries(
    files.sort().map((name) => [name, readFileSync(join(out, name), 'utf8').replace(/"seconds":[\d.]+/gu, '"seconds":0')]),
  )
}

async function run(inputs: string[], options: BatchOptions, onEvent: (event: BatchEvent) => void = () => undefined): Promise<BatchEvent[]> {
  const events: BatchEvent[] = []
  for await (const event of readBatch(inputs, options)) {
    events.push(event)
    onEvent(event)
  }
  return events
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('kehoach batch', { timeout: 120_000 }, () => {
  it('mirrors a folder: a Plan a document and a line each in the order of the names', async () => {
    const { code, out, err } = kehoach(['batch', at('archive'), '--out', at('plans'), '--jobs', '2'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(new RegExp(`^documents +${texts.length}\\n {2}read +${texts.length}\\n`, 'u'))
    const lines = records(at('plans'))
    expect(lines.map((line) => line.input)).toEqual(lines.map((line) => line.input).sort())
    expect(lines).toHaveLength(texts.length)
    for (const line of lines) {
      const plan = JSON.parse(readFileSync(at('plans', line.output), 'utf8'))
      expect(plan).toEqual(await readPlan(line.input))
      expect(line).toMatchObject({ status: 'read', sha256: plan.source.sha256, pages: plan.source.pageCount, error: null })
      expect(Object.values(line.warnings).reduce((sum, count) => sum + count, 0)).toBe(plan.warnings.length)
    }
    expect(readdirSync(at('plans')).sort()).toEqual(['2017', '2018', '2019', 'manifest.ndjson'])
  })

  it('does again what changed, what is gone and what failed for a passing cause, and nothing else', () => {
    const folder = at('changing')
    mkdirSync(folder)
    for (const path of texts.slice(0, 4)) copyFileSync(path, join(folder, basename(path)))
    const [changed, gone, , whole] = readdirSync(folder).sort() as [string, string, string, string]
    const out = at('changed-plans')
    const call = ['batch', folder, join(folder, 'late.txt'), '--out', out]
    expect(kehoach(call)).toMatchObject({ code: 1, err: expect.stringMatching(/late\.txt: .*\[UNREADABLE_INPUT\]\n/u) })
    copyFileSync(join(folder, whole), join(folder, 'late.txt'))
    writeFileSync(join(folder, changed), 'KẾ HOẠCH\nThử nghiệm\n')
    rmSync(join(out, gone.replace('.txt', '.json')))
    const again = kehoach(call)
    expect(again).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^documents +5\n {2}read +3\n {2}read earlier +2\n {2}failed +0\n/u),
    })
    expect(kehoach(call).err).toMatch(/read earlier +5\n/u)
    expect(kehoach([...call, '--force']).err).toMatch(/ {2}read +5\n/u)
  })

  it('knows an archive again by another path, and from another folder', async () => {
    const [out, call] = [at('renamed-plans'), ['--out', at('renamed-plans'), '--jobs', '2']]
    const count = texts.length
    expect(kehoach(['batch', relative('.', at('archive')), ...call]).code).toBe(0)
    const files = Object.keys(written(out))
    expect(kehoach(['batch', at('archive'), ...call]).err).toMatch(new RegExp(`read earlier +${count}\n`, 'u'))
    mkdirSync(at('elsewhere'))
    const child = spawn(process.execPath, [CLI, 'batch', '../archive', ...call], { cwd: at('elsewhere'), stdio: 'ignore' })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(records(out).map((line) => line.input)).toEqual(records(out).map((line) => `../archive/${line.output.replace('.json', '.txt')}`))
    expect(kehoach(['batch', at('archive'), ...call]).err).toMatch(new RegExp(`read earlier +${count}\n`, 'u'))
    expect(Object.keys(written(out))).toEqual(files)
    expect(records(out)).toHaveLength(count)
  })

  it('takes lists, of lines or parted by NUL, from a file or standard input', () => {
    writeFileSync(at('list'), `\ufeff${texts[0]}\r\n\r\n${texts[1]}\r\n`)
    expect(kehoach(['batch', '--list', at('list'), '--out', at('from-list')]).code).toBe(0)
    expect(kehoach(['batch', '--list', '-', '--out', at('from-stdin')], `${texts[0]}\0${texts[1]}\0`).code).toBe(0)
    expect(written(at('from-stdin'))).toEqual(written(at('from-list')))
    expect(records(at('from-list')).map((line) => line.input)).toEqual(texts.slice(0, 2))
  })

  it('takes patterns', () => {
    expect(kehoach(['batch', `${at('archive')}/**/school*.TXT`, '--out', at('from-pattern')]).code).toBe(0)
    expect(
      records(at('from-pattern'))
        .map((line) => basename(line.input))
        .sort(),
    ).toEqual(['school.bare.txt', 'school.txt'])
  })

  it.each([
    ['no input', ['--out', 'x'], /give files/u],
    ['no output folder', ['archive'], /--out/u],
    ['a pattern that matches nothing', ['none/*.pdf', '--out', 'x'], /No file matches none/u],
    ['a list that is missing', ['--list', 'no-such-list', '--out', 'x'], /no-such-list/u],
    ['an output folder that is a file', [texts[0] as string, '--out', 'package.json'], /cannot be written to/u],
    ['no number of jobs', [texts[0] as string, '--out', 'x', '--jobs', 'many'], /whole number/u],
  ])('exits 2 for %s', (_, args, message) => {
    const { code, out, err } = kehoach(['batch', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(existsSync('x')).toBe(false)
  })

  it('finishes the manifest on Ctrl-C, exits 130, and goes on from there', async () => {
    const folder = at('many')
    mkdirSync(folder)
    for (let i = 0; i < 60; i++) copyFileSync(texts[i % texts.length] as string, join(folder, `${i}.txt`))
    const out = at('many-plans')
    const child = spawn(process.execPath, [CLI, 'batch', folder, '--out', out, '--jobs', '2'], { stdio: ['ignore', 'ignore', 'pipe'] })
    let table = ''
    child.stderr.on('data', (chunk) => {
      table += chunk
    })
    while (!existsSync(join(out, 'manifest.ndjson')) || records(out).length < 3) await new Promise((wake) => setTimeout(wake, 5))
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(code).toBe(130)
    const done = records(out)
    expect(done.length).toBeGreaterThanOrEqual(3)
    expect(done.length).toBeLessThan(60)
    expect(table).toMatch(new RegExp(`read +${done.length}\\n`, 'u'))
    expect(table).toMatch(new RegExp(`not reached +${60 - done.length}\\n`, 'u'))
    expect(existsSync(join(out, '.kehoach'))).toBe(false)
    expect(kehoach(['batch', folder, '--out', out]).err).toMatch(new RegExp(`read earlier +${done.length}\\n`, 'u'))
    expect(records(out)).toHaveLength(60)
  })

  it('gives the same bytes after kill -9 at any moment', async () => {
    const folder = at('killed')
    mkdirSync(join(folder, 'x'), { recursive: true })
    for (let i = 0; i < 60; i++)
      copyFileSync(texts[i % texts.length] as string, join(folder, i % 2 ? 'x' : '', `${i >> 1}${i % 3 ? '.txt' : ''}`))
    writeFileSync(join(folder, 'empty.pdf'), '')
    const call = (out: string) => ['batch', folder, '--out', out, '--jobs', '2']
    expect(kehoach(call(at('undisturbed'))).code).toBe(1)
    const random = generator(20261120)
    let kills = 0
    for (let attempt = 0; attempt < 12; attempt++) {
      const child = spawn(process.execPath, [CLI, ...call(at('disturbed'))], { stdio: 'ignore' })
      const timer = setTimeout(() => child.kill('SIGKILL'), 100 + random() * 900)
      const [, signal] = await once(child, 'close')
      clearTimeout(timer)
      if (signal === 'SIGKILL') kills++
    }
    expect(kills).toBeGreaterThan(0)
    expect(kehoach(call(at('disturbed'))).code).toBe(1)
    expect(written(at('disturbed'))).toEqual(written(at('undisturbed')))
  }, 180_000)

  it('lets no second batch into the same folder', async () => {
    const out = at('owned')
    const batch = readBatch(texts, { out })
    await batch.next()
    expect(kehoach(['batch', ...texts, '--out', out])).toMatchObject({ code: 2, err: expect.stringMatching(/Another batch/u) })
    await batch.return()
    expect(existsSync(join(out, '.kehoach'))).toBe(false)
  })
})

describe('readBatch', { timeout: 120_000 }, () => {
  it('tells what happens, in order', async () => {
    const events = await run([texts[0] as string, 'no-such-file'], { out: at('events'), jobs: 1 })
    expect(events.map((event) => event.type)).toEqual(['start', 'open', 'document', 'open', 'document', 'end'])
    expect(events.at(-1)).toMatchObject({ summary: { documents: 2, read: 1, failed: 1, skipped: 0, errors: { UNREADABLE_INPUT: 1 } } })
  })

  it('says before anything else that the engine is not installed', async () => {
    const path = process.env.PATH
    process.env.PATH = tmpdir()
    try {
      await expect(run([scan], { out: at('no-engine'), engine: 'tesseract' })).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: expect.stringMatching(/install tesseract/u),
      })
    } finally {
      process.env.PATH = path
    }
    expect(existsSync(at('no-engine'))).toBe(false)
  })

  it('ends when the signal says so, with the manifest finished', async () => {
    const stop = new AbortController()
    const events: BatchEvent[] = []
    const ended = (async () => {
      for await (const event of readBatch(texts, { out: at('aborted'), jobs: 1, signal: stop.signal })) {
        events.push(event)
        if (event.type === 'document') stop.abort()
      }
    })()
    await expect(ended).rejects.toMatchObject({ code: 'ABORTED' })
    const { read } = (events.at(-1) as Extract<BatchEvent, { type: 'end' }>).summary
    expect(read).toBeLessThan(texts.length)
    expect(records(at('aborted'))).toHaveLength(read)
  })

  it('leaves nothing behind when the loop is left', async () => {
    let pid = 0
    for await (const event of readBatch([scan], { out: at('left') })) {
      if (event.type === 'open') {
        pid = event.pid ?? 0
        break
      }
    }
    expect(isAlive(pid)).toBe(false)
    expect(readdirSync(at('left'))).toEqual(['manifest.ndjson'])
  })

  it('leaves no worker behind when its own process is killed', async () => {
    const script = `import { readBatch } from ${JSON.stringify(pathToFileURL(resolve('dist/index.js')).href)}
      for await (const event of readBatch([${JSON.stringify(scan)}], { out: ${JSON.stringify(at('orphan'))} }))
        if (event.type === 'open') console.log(event.pid)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [chunk] = await once(child.stdout, 'data')
    const pid = Number(chunk)
    expect(isAlive(pid)).toBe(true)
    child.kill('SIGKILL')
    for (let i = 0; i < 200 && isAlive(pid); i++) await new Promise((wake) => setTimeout(wake, 50))
    expect(isAlive(pid)).toBe(false)
  })

  it('tries a document once more when its worker is killed, and goes on when that one is killed too', async () => {
    const [once, twice, third] = texts as [string, string, string]
    const opened: string[] = []
    const events = await run([once, twice, third], { out: at('crashed'), jobs: 1 }, (event) => {
      if (event.type !== 'open') return
      opened.push(event.input)
      if (event.input === twice || (event.input === once && opened.length === 1)) process.kill(event.pid ?? 0, 'SIGKILL')
    })
    expect(opened).toEqual([once, once, twice, twice, third])
    expect(events.filter((event) => event.type === 'retry').map((event) => event.message)).toEqual(['signal SIGKILL', 'signal SIGKILL'])
    expect(records(at('crashed')).map((line) => line.error)).toEqual([null, 'WORKER_FAILED', null])
    // The next run tries it again.
    await run([once, twice, third], { out: at('crashed') })
    expect(records(at('crashed')).map((line) => line.status)).toEqual(['read', 'read', 'read'])
  })

  it('replaces a worker that grows past its memory', async () => {
    const events = await run([scan, texts[0] as string], { out: at('grown'), jobs: 1, memoryMb: 190 })
    expect(events.filter((event) => event.type === 'retry').map((event) => event.message)).toEqual(['out of memory'])
    expect(records(at('grown')).map((line) => line.error)).toEqual(['TOO_LARGE', null])
  }, 60_000)

  it.each([
    ['a page', { pageTimeoutMs: 50 }],
    ['a document', { documentTimeoutMs: 3_000 }],
  ])(
    'ends %s at its time limit, and goes on',
    async (_, limits) => {
      const out = mkdtempSync(at('slow-'))
      const events = await run(['fixtures/scans/department.pdf', texts[0] as string], { out, jobs: 1, ...limits })
      expect(records(out).map((line) => line.error)).toEqual(['TIMEOUT', null])
      expect(events.filter((event) => event.type === 'retry')).toEqual([])
    },
    60_000,
  )

  it('reads damaged and hostile files to their codes, and goes on', async () => {
    const folder = at('hostile')
    mkdirSync(folder)
    const whole = readFileSync('fixtures/scans/school.pdf')
    const locked = new PDFDocument({ userPassword: 'secret', size: 'A4' })
    const chunks: Buffer[] = []
    locked.on('data', (chunk: Buffer) => chunks.push(chunk)).text('locked')
    locked.end()
    await once(locked, 'end')
    const files: [name: string, bytes: Buffer, code: string | null][] = [
      ['bomb.pdf', bomb(900), 'TOO_LARGE'],
      ['content-1.pdf', contentBomb(60), 'TOO_LARGE'],
      ['content-2.pdf', contentBomb(90), 'TOO_LARGE'],
      ['cut.pdf', whole.subarray(0, whole.length >> 2), 'CORRUPT_INPUT'],
      ['cut.png', readFileSync(scan).subarray(0, 9_000), 'CORRUPT_INPUT'],
      ['deep.pdf', deepNest(100_000), 'EMPTY_INPUT'],
      ['empty.pdf', Buffer.alloc(0), 'EMPTY_INPUT'],
      ['endless.pdf', endlessTree(), 'CORRUPT_INPUT'],
      ['flipped.png', flipBits(readFileSync(scan), 40, 1), 'CORRUPT_INPUT'],
      ['huge.pdf', hugePage(), 'TOO_LARGE'],
      ['huge.png', hugePng(60_000), 'TOO_LARGE'],
      ['locked.pdf', Buffer.concat(chunks), 'ENCRYPTED_INPUT'],
      ['nosize.pdf', noPage(), 'EMPTY_INPUT'],
      ['spaces.txt', Buffer.alloc(2_000_000, ' '), 'EMPTY_INPUT'],
      ['word.pdf', Buffer.from('PK\u0003\u0004not a scan'), 'UNSUPPORTED_FORMAT'],
      ['x-text-named.pdf', readFileSync(texts[0] as string), null],
      ['zip.txt', Buffer.from(generatorBytes(5_000)), 'UNSUPPORTED_FORMAT'],
    ]
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    files.push(['zz-device', Buffer.alloc(0), 'UNREADABLE_INPUT'])
    symlinkSync('/dev/zero', at('zz-device'))
    const events = await run([folder, at('zz-device')], {
      out: at('hostile-plans'),
      jobs: 2,
      pageTimeoutMs: 20_000,
      documentTimeoutMs: 30_000,
    })
    const codes = records(at('hostile-plans')).map((line) => [basename(line.input), line.error])
    expect(codes).toEqual(files.map(([name, , code]) => [name, code]))
    expect((events.at(-1) as Extract<BatchEvent, { type: 'end' }>).summary.peakMemoryMb).toBeLessThan(
      1024 + process.memoryUsage.rss() / 1024 / 1024 + 250,
    )
  }, 180_000)
})

function generatorBytes(length: number): Uint8Array {
  const random = generator(7)
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
}
