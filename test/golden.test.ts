import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Plan, parsePlan, type Section } from '../src/index.ts'
import { createEngine, type Engine, readPages } from '../src/pages/index.ts'

// What every stage makes of every fixture, so that the first file that changes names the stage that changed.
// `GOLDEN=write npx vitest run test/golden.test.ts` rewrites them, and fails, for its answers are to be read before they are kept.
const WRITE = process.env.GOLDEN === 'write'

function compare(name: string, actual: string): void {
  const file = `test/golden/${name}`
  if (WRITE) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, actual)
    return
  }
  expect(existsSync(file), `${file} is missing; write it with GOLDEN=write`).toBe(true)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

const outline = (sections: readonly Section[], depth = 0): string =>
  sections
    .map(({ kind, path, title, children }) => `${'  '.repeat(depth)}${path} [${kind}] ${title}\n${outline(children, depth + 1)}`)
    .join('')

/** The fields, without confidences: a model trained again moves them all a little. */
function fields(plan: Plan): string {
  const { schemaVersion: _, source: __, text, pages: ___, sections: ____, restoration: _____, ...rest } = plan
  void text
  const kept = JSON.stringify(rest, (key, value) => (key === 'confidence' ? undefined : value), 1)
  return `${kept}\n`
}

describe.each(['department.eng', 'province.eng', 'party.eng', 'school.bare'])('garbled text %s', (name) => {
  const plan = () => parsePlan(readFileSync(`fixtures/texts/${name}.txt`, 'utf8'))
  it('is restored to', () => compare(`texts/${name}.restored.txt`, plan().text))
  it('has the outline', () => compare(`texts/${name}.outline.txt`, outline(plan().sections)))
  it('has the fields', () => compare(`texts/${name}.fields.json`, fields(plan())))
})

describe.each(['department', 'province', 'ward', 'party', 'school'])('clean text %s', (name) => {
  const plan = () => parsePlan(readFileSync(`fixtures/truth/${name}.txt`, 'utf8'))
  it('has the outline', () => compare(`clean/${name}.outline.txt`, outline(plan().sections)))
  it('has the fields', () => compare(`clean/${name}.fields.json`, fields(plan())))
})

describe('scans', () => {
  let engine: Engine
  beforeAll(() => {
    engine = createEngine()
  })
  afterAll(() => engine.close())

  it.each(['department.pdf', 'province.pdf', 'ward.tif', 'party.png', 'school.pdf', 'school.jpg'])(
    '%s is read as',
    async (file) => {
      const { pages } = await readPages(readFileSync(`fixtures/scans/${file}`), { engine })
      const lines = pages.map(
        (page) =>
          `-- page ${page.number}, ${page.origin}, ${page.width} × ${page.height}\n${page.lines.map((line) => `${line.text}\n`).join('')}`,
      )
      compare(`scans/${file}.pages.txt`, lines.join(''))
    },
    120_000,
  )
})

it.runIf(WRITE)('a run that writes golden files never passes', () => {
  expect.fail('the golden files were written: read the difference, then run without GOLDEN=write')
})
