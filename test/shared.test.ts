import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Plan, parsePlan } from '../src/index.ts'
import { kehoach } from './command.ts'
import { checkPlan } from './invariants.ts'

// Real documents that are not the project's to publish lie beside it, where they are at hand.
const SHARED = '../shared'
const at = (folder: string, ending: string): string[] =>
  existsSync(join(SHARED, folder))
    ? readdirSync(join(SHARED, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
    : []
const seeds = at('seeds', '.txt')
const scans = at('scans', '.pdf')
if (seeds.length === 0) console.log('real documents: SKIPPED, ../shared is not here')

describe.skipIf(seeds.length === 0)('real OCR texts', () => {
  it.each(seeds.length > 0 ? seeds : ['none'])('%s gives a Plan that keeps every promise', (name) => {
    const plan = parsePlan(readFileSync(join(SHARED, 'seeds', name), 'utf8'))
    checkPlan(plan)
    expect(plan.sections.length).toBeGreaterThan(0)
    // This one leaves its number blank: nothing may be made up for it.
    if (name.startsWith('004')) expect(plan.number?.number ?? null).toBeNull()
  })

  it('leaves a clean text unchanged', () => {
    const text = readFileSync(join(SHARED, 'seeds/003.txt'), 'utf8').normalize('NFC')
    expect(parsePlan(text).text).toBe(text)
  })
})

describe.skipIf(scans.length === 0)('real scans', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kehoach-scans-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(scans.length > 0 ? scans : ['none'])(
    '%s gives a Plan that keeps every promise',
    (name) => {
      const { code, err } = kehoach(['read', join(SHARED, 'scans', name), '--out', folder])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const plan = Plan.parse(JSON.parse(readFileSync(join(folder, name.replace(/pdf$/u, 'json')), 'utf8')))
      checkPlan(plan)
      expect(plan.documentType?.code).toBe('KH')
    },
    180_000,
  )
})
