import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TrueFields } from '../fixtures/source.ts'
import { type Plan, parsePlan, readPlan, type Section } from '../src/index.ts'
import { createEngine, type Engine } from '../src/pages/index.ts'
import { compareKey } from '../src/vietnamese/letters.ts'
import { checkPlan } from './invariants.ts'
import { syllableErrorRate } from './syllable-errors.ts'

const NAMES = ['department', 'province', 'ward', 'party', 'school'] as const
type Name = (typeof NAMES)[number]

const truthText = (name: Name): string => readFileSync(`fixtures/truth/${name}.txt`, 'utf8')
const truth = (name: Name): TrueFields => JSON.parse(readFileSync(`fixtures/truth/${name}.json`, 'utf8'))

const keys = (list: readonly (string | null | undefined)[]): string[] => list.map((item) => compareKey(item ?? ''))
const paths = (sections: readonly Section[]): string[] =>
  sections
    .filter(({ kind }) => kind === 'roman' || kind === 'arabic' || kind === 'letter')
    .flatMap(({ path, children }) => [path, ...paths(children)])

/** The head of a Plan as its truth writes it. */
const header = (plan: Plan) => ({
  type: compareKey(plan.documentType?.name ?? ''),
  number: plan.number && { number: plan.number.number, year: plan.number.year, symbol: plan.number.symbol },
  date: plan.date?.iso ?? null,
  place: plan.place?.name,
  issuer: keys([plan.issuer?.name, plan.issuer?.parent]),
  title: compareKey(plan.title?.text ?? ''),
})
const trueHeader = (fields: TrueFields): ReturnType<typeof header> => ({
  type: compareKey(fields.documentType),
  number: fields.number,
  date: fields.date,
  place: fields.place,
  issuer: keys([fields.issuer.name, fields.issuer.parent]),
  title: compareKey(fields.title),
})

describe.each(NAMES)('clean text of %s', (name) => {
  const plan = parsePlan(truthText(name))
  const fields = truth(name)

  it('comes out unchanged and keeps every promise', () => {
    checkPlan(plan)
    expect(plan.text).toBe(truthText(name))
    expect(plan.restoration.edits).toEqual([])
  })
  it('gives the head', () => expect(header(plan)).toEqual(trueHeader(fields)))
  it('gives the citations', () => {
    const found = plan.citations.map(({ type, number, year, symbol, date, issuer }) => ({
      type: type.name,
      number,
      year,
      symbol,
      date: date?.iso ?? null,
      issuer,
    }))
    expect(found).toEqual(fields.citations)
  })
  it('gives the indices', () => expect(plan.indices.map(({ code }) => code).sort()).toEqual(fields.indices.map(({ code }) => code).sort()))
  it('gives the outline', () => expect(paths(plan.sections)).toEqual(fields.sections.map(({ path }) => path)))
  it('gives the tasks', () => {
    const found = plan.tasks.map(({ section, lead, coordinate, action }) => ({
      section: section.replace(/\.-\d+$/u, ''),
      lead: keys(lead),
      coordinate: keys(coordinate),
      action: compareKey(action),
    }))
    expect(found).toEqual(
      fields.tasks.map(({ section, assignees, action }) => ({
        section,
        lead: keys(assignees.lead),
        coordinate: keys(assignees.coordinate),
        action: compareKey(action),
      })),
    )
    expect(plan.tasks.map(({ deadline }) => compareKey(deadline?.raw ?? ''))).toEqual(
      fields.tasks.map(({ deadline }) => compareKey(deadline ?? '')),
    )
  })
  it('gives the schedule', () => expect(plan.schedule.map(({ content }) => content)).toEqual(fields.schedule.map(({ content }) => content)))
  it('gives recipients and signer', () => {
    expect(keys(plan.recipients.map((recipient) => recipient.name))).toEqual(keys(fields.recipients))
    expect(plan.signer).toMatchObject(fields.signer)
  })
})

describe.each([
  ['department.eng', 'department', 0.13],
  ['province.eng', 'province', 0.11],
  ['party.eng', 'party', 0.13],
  ['school.bare', 'school', 0.05],
] as const)('garbled text %s', (file, name, bound) => {
  const garbled = readFileSync(`fixtures/texts/${file}.txt`, 'utf8')
  const plan = parsePlan(garbled)

  it(`comes out with at most ${bound * 100} % of its syllables wrong`, () => {
    checkPlan(plan)
    const [before, after] = [syllableErrorRate(truthText(name), garbled), syllableErrorRate(truthText(name), plan.text)]
    console.log(`${file}: ${(before * 100).toFixed(1)} % of syllables wrong before, ${(after * 100).toFixed(1)} % after`)
    expect(after).toBeLessThanOrEqual(bound)
  })
  it('gives number, issuer and title', () => {
    const [found, real] = [header(plan), trueHeader(truth(name))]
    expect(found.number?.number).toBe(real.number?.number)
    // Proper names are what no language model knows: a letter of them may be lost.
    for (const [was, is] of [
      [real.issuer.join(' '), found.issuer.join(' ')],
      [real.title, found.title],
    ] as const) {
      expect(syllableErrorRate(was, is)).toBeLessThanOrEqual(0.1)
    }
  })
})

describe('scans', () => {
  let engine: Engine
  beforeAll(() => {
    engine = createEngine()
  })
  afterAll(() => engine.close())

  it.each([
    ['department.pdf', 'application/pdf', 'department', 3],
    ['province.pdf', 'application/pdf', 'province', 2],
    ['ward.tif', 'image/tiff', 'ward', 2],
    ['party.png', 'image/png', 'party', 1],
    ['school.pdf', 'application/pdf', 'school', 1],
    ['school.jpg', 'image/jpeg', 'school', 1],
  ] as const)(
    '%s is read page by page',
    async (file, mediaType, name, pageCount) => {
      const plan = await readPlan(`fixtures/scans/${file}`, { engine })
      checkPlan(plan)
      expect(plan.source).toMatchObject({ name: file, mediaType, pageCount })
      const wrong = syllableErrorRate(truthText(name), plan.text)
      console.log(`${file}: ${plan.source.kind}, ${(wrong * 100).toFixed(1)} % of syllables wrong`)
      expect(wrong).toBeLessThanOrEqual(0.04)
      const [found, real] = [header(plan), trueHeader(truth(name))]
      expect([found.type, found.number?.number ?? null, found.date]).toEqual([real.type, real.number?.number, real.date])
      expect(syllableErrorRate(real.title, found.title)).toBeLessThanOrEqual(0.1)
      expect(plan.signer?.name).toBe(truth(name).signer.name)
      expect(plan.recipients).toHaveLength(truth(name).recipients.length)
      expect(plan.schedule).toHaveLength(truth(name).schedule.length)
      for (const line of plan.pages.flatMap((page) => page.lines))
        expect(line.box === null || (line.box.width > 0 && line.box.height > 0)).toBe(true)
    },
    120_000,
  )
})
