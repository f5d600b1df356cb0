import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MEGABYTE = 1_000_000
let folder = ''
let packed: { filename: string; unpackedSize: number; files: { path: string }[] }

const run = (command: string, args: string[], cwd = folder): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 27 })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-package-'))
  packed = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], resolve('.')))[0]
  writeFileSync(join(folder, 'package.json'), '{"name":"stranger","private":true}')
  // No install script may be needed.
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed.filename}`])
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed package', () => {
  it('holds what runs, and no source', () => {
    const paths = packed.files.map((file) => file.path)
    for (const path of [
      'LICENSE',
      'README.md',
      'package.json',
      'dist/cli.js',
      'dist/index.js',
      'dist/index.cjs',
      'dist/vi.bin',
      'dist/pdf-worker.mjs',
      'dist/batch-worker.js',
    ]) {
      expect(paths).toContain(path)
    }
    expect(paths.filter((path) => /^(?:src|test|training|fixtures)\//u.test(path))).toEqual([])
  })

  it('unpacks to at most 30 MB with model and OCR data', () => {
    const data = join(folder, 'node_modules/@tesseract.js-data/vie')
    const dataSize = readdirSync(data, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => {
      const found = statSync(join(data, path))
      return sum + (found.isFile() ? found.size : 0)
    }, 0)
    console.log(`unpacked: package ${(packed.unpackedSize / MEGABYTE).toFixed(1)} MB, OCR data ${(dataSize / MEGABYTE).toFixed(1)} MB`)
    expect(packed.unpackedSize + dataSize).toBeLessThanOrEqual(30 * MEGABYTE)
  })

  const use =
    'const plan = parsePlan("UBND TỈNH A\\nSố: 5/KH-UBND\\nKẾ HOẠCH\\nThử"); console.log(plan.number.raw, new KehoachError("TIMEOUT", "x").code)'

  it('works as an ES module', () => {
    writeFileSync(join(folder, 'use.mjs'), `import { parsePlan, KehoachError } from 'kehoach'\n${use}\n`)
    expect(run('node', ['use.mjs'])).toBe('5/KH-UBND TIMEOUT\n')
  })

  it('works in CommonJS', () => {
    writeFileSync(join(folder, 'use.cjs'), `const { parsePlan, KehoachError } = require('kehoach')\n${use}\n`)
    expect(run('node', ['use.cjs'])).toBe('5/KH-UBND TIMEOUT\n')
  })

  it('has one KehoachError over all its entries', () => {
    for (const [name, code] of [
      ['same.mjs', "import * as a from 'kehoach'; import * as b from 'kehoach/core'; import * as c from 'kehoach/schema';"],
      ['same.cjs', "const a = require('kehoach'), b = require('kehoach/core'), c = require('kehoach/schema');"],
    ] as const) {
      writeFileSync(join(folder, name), `${code} console.log(a.KehoachError === b.KehoachError && b.KehoachError === c.KehoachError)`)
      expect(run('node', [name])).toBe('true\n')
    }
  })

  it('reads a scan from CommonJS', () => {
    writeFileSync(
      join(folder, 'scan.cjs'),
      "require('kehoach').readPlan(process.argv[2]).then((plan) => console.log(plan.source.kind, plan.number.raw))",
    )
    expect(run('node', ['scan.cjs', resolve('fixtures/scans/party.png')])).toBe('scan 45-KH/ĐU\n')
  }, 60_000)

  it('brings the command', () => {
    const command = join(folder, 'node_modules/.bin/kehoach')
    expect(run(command, ['read', resolve('fixtures/scans/school.pdf'), '--format', 'text'])).toContain('Ngày Sách và Văn hóa đọc')
  }, 60_000)

  it('installs no database client and nothing under AGPL or GPL', () => {
    const installed = JSON.parse(run('npm', ['query', '*'])) as { name: string; license?: string; path: string }[]
    expect(installed.length).toBeGreaterThan(10)
    expect(
      installed.map((entry) => entry.name).filter((name) => /^(?:mongodb|mongoose|pg|redis|mysql2?|memjs|natural)$/u.test(name)),
    ).toEqual([])
    const licences = installed.filter((entry) => entry.name !== 'stranger').map((entry) => `${entry.name}: ${entry.license ?? 'none'}`)
    // libvips is a shared library under LGPL: it may be replaced, and asks nothing of what uses it.
    expect(licences.filter((line) => !/: .*(?:MIT|ISC|Apache-2\.0|BSD|0BSD|Unlicense|LGPL|Zlib|BlueOak)/u.test(line))).toEqual([])
    expect(licences.filter((line) => /(?:^|[^L])A?GPL/u.test(line))).toEqual([])
  })
})
