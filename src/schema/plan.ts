import { z } from 'zod'
import {
  AdministrativeUnit,
  Citation,
  DocumentNumber,
  DocumentType,
  Found,
  IndexMention,
  Issuer,
  Law,
  PlacedTime,
  ScheduleRow,
  Section,
  ShortMention,
  Signer,
  Task,
  UnnumberedDocument,
  When,
} from './fields.ts'
import { Confidence, Edit, Page } from './geometry.ts'
import { Attachment, Budget, Goal } from './parts.ts'
import { Warning } from './warning.ts'

export const Source = z.object({
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  kind: z.enum(['scan', 'text-layer', 'text']),
  pageCount: z.int().nonnegative(),
})
export type Source = z.infer<typeof Source>

/** What the normaliser read, and what it changed. */
export const Restoration = z.object({ raw: z.string(), edits: z.array(Edit), confidence: Confidence })
export type Restoration = z.infer<typeof Restoration>

/** One administrative plan. Offsets are UTF-16 code units into `text`, which is Unicode NFC. */
export const Plan = z.object({
  schemaVersion: z.literal(1),
  source: Source,
  text: z.string(),
  pages: z.array(Page),
  documentType: Found.extend(DocumentType.shape).nullable(),
  number: DocumentNumber.nullable(),
  date: When.nullable(),
  place: Found.extend({ name: z.string(), unit: AdministrativeUnit.nullable().optional() }).nullable(),
  issuer: Issuer.nullable(),
  title: Found.extend({ text: z.string() }).nullable(),
  citations: z.array(Citation),
  laws: z.array(Law),
  unnumbered: z.array(UnnumberedDocument),
  shortMentions: z.array(ShortMention),
  indices: z.array(IndexMention),
  sections: z.array(Section),
  tasks: z.array(Task),
  schedule: z.array(ScheduleRow),
  goals: z.array(Goal),
  times: z.array(PlacedTime),
  budget: z.array(Budget),
  attachments: z.array(Attachment),
  recipients: z.array(Found.extend({ name: z.string() })),
  signer: Signer.nullable(),
  coSigners: z.array(Signer),
  restoration: Restoration,
  warnings: z.array(Warning),
})
export type Plan = z.infer<typeof Plan>
