import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Plan } from '../src/schema.ts'
import { kehoach } from './command.ts'

const truth = 'fixtures/truth/school.txt'
const other = 'fixtures/truth/party.txt'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('kehoach read', () => {
  it('prints one Plan as indented JSON and nothing else', () => {
    const { code, out, err } = kehoach(['read', truth])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n').length).toBeGreaterThan(50)
    const plan = Plan.parse(JSON.parse(out))
    expect(plan.source).toMatchObject({ name: 'school.txt', mediaType: 'text/plain', kind: 'text', pageCount: 1 })
    expect(plan.number?.raw).toBe('07/KH-THPTLCS')
  })

  it('prints one JSON a line for several files', () => {
    const { code, out } = kehoach(['read', truth, other])
    expect(code).toBe(0)
    const plans = out
      .trimEnd()
      .split('\n')
      .map((line) => Plan.parse(JSON.parse(line)))
    expect(plans.map((plan) => plan.source.name)).toEqual(['school.txt', 'party.txt'])
  })

  it('reads standard input for -', () => {
    const { out } = kehoach(['read', '-', '--format', 'ndjson'], readFileSync(truth))
    const fromFile = JSON.parse(kehoach(['read', truth]).out)
    expect(JSON.parse(out)).toEqual({ ...fromFile, source: { ...fromFile.source, name: 'stdin' } })
  })

  it('prints the text alone with --format text', () => {
    expect(kehoach(['read', truth, '--format', 'text']).out).toBe(readFileSync(truth, 'utf8'))
  })

  it('reads scans one after another, each as alone', () => {
    const [first, second] = ['fixtures/scans/party.png', 'fixtures/scans/school.jpg']
    const { code, out, err } = kehoach(['read', first, second])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe([first, second].map((scan) => kehoach(['read', scan, '--format', 'ndjson']).out).join(''))
  }, 120_000)

  it('writes one file for each input with --out, and never one over another', () => {
    writeFileSync(join(folder, 'school.txt'), readFileSync(other))
    const target = join(folder, 'plans')
    const { code, out } = kehoach(['read', truth, join(folder, 'school.txt'), truth, '--out', target])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(readdirSync(target).sort()).toEqual(['school.json', 'school.txt-2.json', 'school.txt.json'])
    expect(JSON.parse(readFileSync(join(target, 'school.txt.json'), 'utf8')).number.raw).toBe('45-KH/ĐU')
  })

  it('prints the same bytes twice', () => {
    expect(kehoach(['read', truth]).out).toBe(kehoach(['read', truth]).out)
  })

  it.each([
    [
      'a missing file',
      ['read', 'no-such-file.pdf'],
      /^kehoach: no-such-file\.pdf: There is no such file; check the path.* \[UNREADABLE_INPUT\]\n$/,
    ],
    ['a folder', ['read', 'fixtures'], /^kehoach: fixtures: It is a folder, .* \[UNREADABLE_INPUT\]\n$/],
    ['a file of another kind', ['read', 'node_modules/esbuild/bin/esbuild'], /\[UNSUPPORTED_FORMAT\]\n$/],
  ])('exits 1 with one line for %s', (_, args, line) => {
    const { code, out, err } = kehoach(args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toMatch(line)
  })

  it('exits 1 for an empty file, on standard input too', () => {
    expect(kehoach(['read', '-'], '')).toMatchObject({ code: 1, err: expect.stringMatching(/^kehoach: -: .*\[EMPTY_INPUT\]\n$/) })
    expect(kehoach(['read', '-'], ' \n\f\n')).toMatchObject({ code: 1, err: expect.stringMatching(/\[EMPTY_INPUT\]\n$/) })
  })

  it('reads the other files when one fails, and exits 1', () => {
    const { code, out, err } = kehoach(['read', truth, 'no-such-file', other])
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    expect(err).toMatch(/no-such-file/)
  })
})

describe('kehoach restore', () => {
  it('prints text', () => {
    expect(kehoach(['restore', truth])).toEqual({ code: 0, out: readFileSync(truth, 'utf8'), err: '' })
    expect(kehoach(['restore', 'no-such-file'])).toMatchObject({ code: 1, out: '' })
  })
})

describe('kehoach schema', () => {
  it('prints a JSON Schema', () => {
    const { code, out } = kehoach(['schema'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ title: 'Plan', type: 'object' })
  })
})

describe('kehoach', () => {
  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['read', '--colour', truth]],
    ['no file', ['read']],
    ['an unknown format', ['read', truth, '--format', 'yaml']],
    ['an unknown engine', ['read', truth, '--engine', 'abacus']],
    ['standard input twice', ['read', '-', '-']],
  ])('exits 2 for %s', (_, args) => {
    const { code, out, err } = kehoach(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })

  it.each([[[]], [['read']], [['restore']], [['schema']]])('shows help with examples: %j --help', (args) => {
    const { code, out } = kehoach([...args, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(args.length === 0 ? /Exit codes:/ : /Examples?:/)
  })

  it('shows its version', () => {
    expect(kehoach(['--version']).out.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })
})
