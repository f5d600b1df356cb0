import { z } from 'zod'

/** A kind of document of decree 30/2020/NĐ-CP, article 7, or of the party's rules: `KH`, `Kế hoạch`. */
export const DocumentType = z.object({ code: z.string(), name: z.string() })
export type DocumentType = z.infer<typeof DocumentType>
