import { z } from 'zod'
import { Found } from './found.ts'
import { Confidence, Span } from './geometry.ts'
import { SigningStep } from './parts.ts'

export * from './citation.ts'
export * from './document-type.ts'
export * from './found.ts'
export * from './index-mention.ts'
export * from './parts.ts'
export * from './task.ts'
export * from './time.ts'

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

export const Signer = z.object({
  authority: z.string().nullable(),
  title: z.string().nullable(),
  name: z.string().nullable(),
  /** Who signs for whom, in the order of the lines, to the signer's own office. */
  chain: z.array(SigningStep),
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
