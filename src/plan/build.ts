import { findAttachments } from '../found/attachments.ts'
import { findBudget } from '../found/budget/index.ts'
import type { Filled } from '../found/document.ts'
import { findGoals } from '../found/goals/index.ts'
import { findFields, toDocument } from '../found/index.ts'
import { findSchedule } from '../found/schedule/index.ts'
import { findTasks } from '../found/tasks/index.ts'
import { toReference } from '../found/time/index.ts'
import { findTimesElsewhere } from '../found/times-elsewhere.ts'
import { outline } from '../outline/index.ts'
import type { PageReading } from '../pages/reading.ts'
import { type DialectStretch, type RestorationModel, type RestoreOptions, restore } from '../restore/index.ts'
import { KehoachError } from '../schema/error.ts'
import type { Page } from '../schema/geometry.ts'
import { Plan } from '../schema/plan.ts'
import { assemble } from '../text/assemble.ts'
import { restorePages } from '../text/edits.ts'
import type { ReadDocument } from './document.ts'
import { doubts } from './doubt.ts'

export interface BuildOptions extends RestoreOptions {
  model: RestorationModel
}

/**
 * Pages → text → restored text → outline → fields → Plan. Knows the order of the stages and nothing else.
 *
 * @throws KehoachError `EMPTY_INPUT` when no page holds any text.
 */
export function buildPlan(document: ReadDocument, options: BuildOptions): Plan {
  const assembled = assemble(document.pages)
  if (assembled.text.trim() === '') throw new KehoachError('EMPTY_INPUT', 'No text was found in the input.')
  const restored = restore(assembled.text, options.model, { known: ownReadings(document.pages, assembled.pages), ...options })
  const pages = restorePages(assembled.pages, restored.edits)
  const words = toDocument(restored.text, filledPlaces(pages))
  const { sections, warnings: misnumbered } = outline(words.text, words.lines, words.shapes)
  const { warnings: doubtful, ...fields } = findFields(words)
  const cited = fields.citations.map(({ span }) => span)
  const reference = toReference(fields.date, fields.title?.text ?? null, cited)
  const tasks = findTasks(words, sections, reference, fields.issuer)
  const schedule = findSchedule(words, reference, fields.issuer)
  const goals = findGoals(words, sections, reference)
  return Plan.parse({
    schemaVersion: 1,
    source: {
      name: document.name,
      mediaType: document.mediaType,
      sha256: document.sha256,
      kind: kindOf(document.pages),
      pageCount: document.pages.length,
    },
    text: restored.text,
    pages,
    ...fields,
    sections,
    tasks,
    schedule,
    goals,
    times: findTimesElsewhere(words, sections, reference, { tasks, goals, schedule }),
    budget: findBudget(words, sections),
    attachments: findAttachments(words, sections),
    restoration: { raw: restored.raw, edits: restored.edits, confidence: restored.confidence },
    warnings: [...document.warnings, ...doubts(pages, restored.confidence), ...misnumbered, ...doubtful],
  })
}

/** Pages that our own recogniser read are in its dialect, whatever they look like. */
function ownReadings(readings: readonly PageReading[], pages: readonly Page[]): DialectStretch[] {
  return pages.filter((_, i) => readings[i]?.origin === 'scan').map(({ span }) => ({ ...span, dialect: 'vie' }))
}

/** What a hand or a stamp wrote into the letterhead. */
function filledPlaces(pages: readonly Page[]): Filled[] {
  const words = pages.flatMap((page) => page.lines).flatMap((line) => line.words)
  return words.flatMap(({ span, confidence, handwritten }) =>
    handwritten === undefined ? [] : [{ span, confidence, doubtful: handwritten === 'doubtful' }],
  )
}

/** One recognised page makes the document a scan: its text is only as good as the recogniser. */
function kindOf(pages: readonly PageReading[]): Plan['source']['kind'] {
  if (pages.some((page) => page.origin === 'scan')) return 'scan'
  return pages.some((page) => page.origin === 'text-layer') ? 'text-layer' : 'text'
}
