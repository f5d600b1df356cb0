import { z } from 'zod'
import { Confidence, Span } from './geometry.ts'

/** A thing found in the document: `raw === text.slice(span.start, span.end)`. */
export const Found = z.object({ raw: z.string(), span: Span, confidence: Confidence })
export type Found = z.infer<typeof Found>

export const Precision = z.enum(['day', 'month', 'quarter', 'year'])
export type Precision = z.infer<typeof Precision>

/** A time as printed, and as an ISO 8601 date (`2024-03-27`), month (`2024-03`), quarter (`2024-Q3`) or year. */
export const When = Found.extend({ iso: z.string().nullable(), precision: Precision.nullable() })
export type When = z.infer<typeof When>

/** A kind of document of decree 30/2020/NĐ-CP, article 7, or of the party's rules: `KH`, `Kế hoạch`. */
export const DocumentType = z.object({ code: z.string(), name: z.string() })
export type DocumentType = z.infer<typeof DocumentType>

export const DocumentNumber = Found.extend({
  number: z.string().nullable(),
  year: z.string().nullable(),
  symbol: z.string(),
})
export type DocumentNumber = z.infer<typeof DocumentNumber>

export const IssuerLevel = z.enum([
  'central',
  'province',
  'department',
  'district',
  'commune',
  'party',
  'school',
  'hospital',
  'organisation',
])
export type IssuerLevel = z.infer<typeof IssuerLevel>

/** A unit of the gazetteer as it stood on the document's day: `{ level: 'commune', code: '14464', name: 'xã Gia Viễn', parent: 'tỉnh Ninh Bình' }`. */
export const AdministrativeUnit = z.object({
  level: z.enum(['province', 'district', 'commune']),
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
})
export type AdministrativeUnit = z.infer<typeof AdministrativeUnit>

export const Issuer = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  level: IssuerLevel.nullable(),
  /** The unit whose body it is, or whose body stands above it; null where that is not sure, absent in Plans read before it was looked up. */
  unit: AdministrativeUnit.nullable().optional(),
  span: Span,
  confidence: Confidence,
})
export type Issuer = z.infer<typeof Issuer>

export const CitationRole = z.enum(['basis', 'reference', 'self'])
export type CitationRole = z.infer<typeof CitationRole>

export const Citation = Found.extend({
  type: DocumentType,
  number: z.string(),
  year: z.string().nullable(),
  symbol: z.string(),
  date: When.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  role: CitationRole,
})
export type Citation = z.infer<typeof Citation>

export const IndexMention = z.object({ code: z.string(), name: z.string(), mentions: z.array(Found) })
export type IndexMention = z.infer<typeof IndexMention>

export const RecurrenceUnit = z.enum(['week', 'month', 'quarter', 'half-year', 'year', 'regular'])
export type RecurrenceUnit = z.infer<typeof RecurrenceUnit>

export const Recurrence = Found.extend({ unit: RecurrenceUnit })
export type Recurrence = z.infer<typeof Recurrence>

export const Task = Found.extend({
  section: z.string(),
  lead: z.array(z.string()),
  coordinate: z.array(z.string()),
  action: z.string(),
  deadline: When.nullable(),
  recurrence: Recurrence.nullable(),
})
export type Task = z.infer<typeof Task>

export const ScheduleRow = Found.extend({
  content: z.string(),
  form: z.string().nullable(),
  lead: z.string().nullable(),
  coordinate: z.string().nullable(),
  time: z.string().nullable(),
  product: z.string().nullable(),
})
export type ScheduleRow = z.infer<typeof ScheduleRow>

export const Signer = z.object({
  authority: z.string().nullable(),
  title: z.string().nullable(),
  name: z.string().nullable(),
  span: Span,
  confidence: Confidence,
})
export type Signer = z.infer<typeof Signer>

export const SectionKind = z.enum(['part', 'roman', 'arabic', 'letter', 'dash', 'appendix'])
export type SectionKind = z.infer<typeof SectionKind>

export interface Section extends Found {
  path: string
  label: string
  kind: SectionKind
  title: string
  text: string
  children: Section[]
}
/** One node of the outline; `path` joins the labels from the root: `I.2.b`. */
export const Section: z.ZodType<Section> = Found.extend({
  path: z.string(),
  label: z.string(),
  kind: SectionKind,
  title: z.string(),
  text: z.string(),
  get children() {
    return z.array(Section)
  },
})
