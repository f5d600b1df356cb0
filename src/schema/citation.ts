import { z } from 'zod'
import { DocumentType } from './document-type.ts'
import { Found } from './found.ts'
import { When } from './time.ts'

export const CitationRole = z.enum(['basis', 'reference', 'self'])
export type CitationRole = z.infer<typeof CitationRole>

/**
 * What a document has to do with the one that it cites, read `X … cited`: X has it as a ground, carries it out, amends it, is amended by it, …, issues
 * details or guidance of it, follows its guidance, is attached to it, or only mentions it.
 */
export const CitationRelation = z.enum([
  'basis',
  'implements',
  'amends',
  'amended-by',
  'replaces',
  'replaced-by',
  'repeals',
  'repealed-by',
  'guides',
  'guided-by',
  'attached-to',
  'mentioned',
])
export type CitationRelation = z.infer<typeof CitationRelation>

const related = {
  /** One for all mentions of one document: `61/2018/NĐ-CP`, `5-NQ/TU`; with year or issuer where two share a number: `9/KH-UBND (2023)`. */
  key: z.string(),
  role: CitationRole,
  relation: CitationRelation,
  /** Whose relation that is: `self` for the document itself, the key of another cited one, null for what has no number (`văn bản hướng dẫn thi hành …`). */
  relationOf: z.string().nullable(),
}

export const Citation = Found.extend({
  type: DocumentType,
  number: z.string(),
  year: z.string().nullable(),
  symbol: z.string(),
  date: When.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  ...related,
})
export type Citation = z.infer<typeof Citation>

/** A constitution, code, law or ordinance cited by its name; `date` is its day, or the year that is printed with it. */
export const Law = Found.extend({ type: DocumentType, name: z.string(), date: When.nullable(), ...related })
export type Law = z.infer<typeof Law>

/**
 * A document cited without a number, by who issued it or the meeting that passed it: `Chương trình hành động của Tỉnh ủy`, `Nghị quyết Đại hội Đảng bộ
 * tỉnh lần thứ XVIII, nhiệm kỳ 2020-2025`.
 */
export const UnnumberedDocument = Found.extend({
  type: DocumentType,
  /** As printed, on one line, without date and subject. */
  name: z.string(),
  issuer: z.string().nullable(),
  /** The congress, conference or session whose document it is, with its number and term. */
  meeting: z.string().nullable(),
  date: When.nullable(),
  subject: z.string().nullable(),
  role: z.enum(['basis', 'reference']),
})
export type UnnumberedDocument = z.infer<typeof UnnumberedDocument>

/** A later mention that leaves the symbol out (`Nghị quyết này`, `Quyết định số 61`); `key` is that of the document meant, null where none was cited. */
export const ShortMention = Found.extend({ type: DocumentType, key: z.string().nullable() })
export type ShortMention = z.infer<typeof ShortMention>
