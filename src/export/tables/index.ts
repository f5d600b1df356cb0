import { amounts } from './amounts.ts'
import { attachments } from './attachments.ts'
import { citations } from './citations.ts'
import { documents } from './documents.ts'
import { goals } from './goals.ts'
import { indexTargets } from './index-targets.ts'
import { indices } from './indices.ts'
import { laws } from './laws.ts'
import { recipients } from './recipients.ts'
import { schedule } from './schedule.ts'
import { sections } from './sections.ts'
import { shortMentions } from './short-mentions.ts'
import { signers } from './signers.ts'
import type { Table } from './table.ts'
import { taskBodies } from './task-bodies.ts'
import { taskTimes } from './task-times.ts'
import { tasks } from './tasks.ts'
import { times } from './times.ts'
import { unnumbered } from './unnumbered.ts'
import { warnings } from './warnings.ts'

export type { Column, Table, Value } from './table.ts'

/** The tables of an export; a table stands after those whose ids it holds. */
export const TABLES: readonly Table[] = [
  documents,
  sections,
  citations,
  laws,
  unnumbered,
  shortMentions,
  tasks,
  taskBodies,
  taskTimes,
  indices,
  indexTargets,
  goals,
  times,
  amounts,
  attachments,
  schedule,
  recipients,
  signers,
  warnings,
]
