// `npm run eval:fields [-- --plans DIR] [--worst N] [GOLD_DIR...]`: precision, recall, F1 and support of every field, strict and soft, by field, by document
// and by level of the issuing body, and the worst ten cases. Without --plans the gold texts themselves are read: extraction alone.
// Then the documents of test/corpus/documents: as they are, printed on pages with their columns read into one, and misread besides, which the
// restoration has to undo first. `--corpus clean|pages|noised` takes one of these alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createParser, type Parser } from '../../src/core.ts'
import { findFields, toDocument } from '../../src/found/index.ts'
import { findSchedule } from '../../src/found/schedule/index.ts'
import { findTasks } from '../../src/found/tasks/index.ts'
import { toReference } from '../../src/found/time/index.ts'
import { outline } from '../../src/outline/index.ts'
import { add, emptyTally, f1, matchSoft, matchStrict, type Tally } from './compare.ts'
import { corpusDocuments } from './corpus.ts'
import { asPages, misread } from './distort.ts'
import { FIELDS, type Record_ } from './gold.ts'

interface Case {
  document: string
  field: string
  tally: Tally
  missing: string[]
  extra: string[]
}

const DEFAULT_GOLD = ['fixtures/truth', '../shared/gold', '../shared/scans/gold']
const argv = process.argv.slice(2)
const at = argv.indexOf('--plans')
const plans = at < 0 ? null : argv.splice(at, 2)[1]
const MODES = ['clean', 'pages', 'noised'] as const
const wanted = argv.indexOf('--corpus')
const corpus = wanted < 0 ? null : argv.splice(wanted, 2)[1]
const modes = MODES.filter((mode) => corpus === null || corpus === mode)
const folders = (corpus !== null ? [] : argv.length > 0 ? argv : DEFAULT_GOLD).filter((folder) => {
  if (!existsSync(folder)) console.error(`${folder}: not here, left out`)
  return existsSync(folder)
})

const most = argv.indexOf('--worst')
const worstShown = most < 0 ? 10 : Number(argv.splice(most, 2)[1])

let cases: Case[] = []
const levels = new Map<string, string>()
for (const folder of folders) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const name = basename(file, '.json')
    const plan = readPlan(folder, name)
    if (plan === null) continue
    levels.set(name, plan.issuer?.level ?? 'none')
    cases.push(...compare(name, JSON.parse(readFileSync(join(folder, file), 'utf8')), plan))
  }
}
if (folders.length > 0) report('gold')
for (const mode of plans === null && argv.length === 0 ? modes : []) {
  cases = []
  for (const [i, { name, text, gold }] of corpusDocuments().entries()) {
    const pages = mode === 'clean' ? text : asPages(text, i)
    const plan = mode === 'noised' ? parser().parsePlan(misread(pages, i)) : extract(pages)
    levels.set(name, gold.issuer?.level ?? 'none')
    cases.push(...compare(name, gold, plan))
  }
  report(`corpus, ${mode}`)
}

function readPlan(folder: string, name: string): Record_ | null {
  if (plans !== null) {
    const file = join(plans ?? '', `${name}.json`)
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  }
  const file = join(folder, `${name}.txt`)
  return existsSync(file) ? extract(readFileSync(file, 'utf8')) : null
}

let made: Parser | null = null
function parser(): Parser {
  made ??= createParser(readFileSync('src/restore/model/vi.bin'))
  return made
}

/** The fields of a true text, nothing restored. */
function extract(text: string): Record_ {
  const document = toDocument(text.normalize('NFC'))
  const { sections } = outline(document.text, document.lines)
  const fields = findFields(document)
  const cited = fields.citations.map(({ span }) => span)
  const reference = toReference(fields.date, fields.title?.text ?? null, cited)
  const tasks = findTasks(document, sections, reference, fields.issuer)
  return { ...fields, sections, tasks, schedule: findSchedule(document, reference, fields.issuer) }
}

function compare(document: string, gold: Record_, read: Record_): Case[] {
  // Duties outside the assigning part may be given or left out.
  const elsewhere: string[] = (gold.tasksElsewhere ?? []).map((task: Record_) => task.action)
  const optional = (task: Record_): boolean =>
    matchSoft(elsewhere, [task.action], 0.6).pairs > 0 &&
    matchSoft(
      gold.tasks.map((t: Record_) => t.action),
      [task.action],
      0.6,
    ).pairs === 0
  const plan = { ...read, tasks: (read.tasks ?? []).filter((task: Record_) => !optional(task)) }
  return FIELDS.flatMap((field) => {
    const wanted = field.gold(gold)
    if (wanted === undefined) return []
    const found = field.found(plan) ?? []
    const { pairs: strict, missing, extra } = matchStrict(wanted, found)
    const soft = matchSoft(wanted, found, field.soft).pairs
    return [{ document, field: field.name, tally: { gold: wanted.length, found: found.length, strict, soft }, missing, extra }]
  })
}

function report(heading: string): void {
  console.log(`\n${'='.repeat(20)} ${heading}`)
  const figure = (value: number): string => value.toFixed(3).padStart(8)
  const line = (name: string, { gold, found, strict, soft }: Tally): string =>
    name.padEnd(18) +
    String(gold).padStart(8) +
    figure(found === 0 ? 1 : strict / found) +
    figure(gold === 0 ? 1 : strict / gold) +
    figure(f1(strict, gold, found)) +
    figure(f1(soft, gold, found))
  const table = (title: string, keyOf: (item: Case) => string): void => {
    const tallies = new Map<string, Tally>()
    for (const item of cases) {
      const tally = tallies.get(keyOf(item)) ?? emptyTally()
      add(tally, item.tally)
      tallies.set(keyOf(item), tally)
    }
    console.log(`\n${title.padEnd(18)} support       P       R      F1 F1 soft`)
    for (const [name, tally] of tallies) console.log(line(name, tally))
  }
  table('field', ({ field }) => field)
  table('document', ({ document }) => document)
  table('body', ({ document }) => levels.get(document) ?? 'none')
  const worst = cases
    .map((item) => ({ ...item, score: f1(item.tally.strict, item.tally.gold, item.tally.found) }))
    .filter(({ score }) => score < 1)
    .sort((a, b) => a.score - b.score || b.tally.gold - a.tally.gold)
  console.log('\nworst cases')
  for (const { document, field, score, missing, extra } of worst.slice(0, worstShown)) {
    const show = (values: string[]): string => values.slice(0, 3).join(' ¦ ').slice(0, 160) || '–'
    console.log(`${document} ${field} ${score.toFixed(2)}\n  missing  ${show(missing)}\n  extra    ${show(extra)}`)
  }
}
