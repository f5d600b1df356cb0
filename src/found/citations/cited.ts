import type { Citation } from '../../schema/fields.ts'

/** A citation as it is read by itself, before the document is seen as a whole: no key, no relation, but where its words end. */
export interface Cited extends Omit<Citation, 'key' | 'relation' | 'relationOf'> {
  /** It stands where the document gives its grounds. */
  isGround: boolean
  /** Where date and issuer end. */
  tailEnd: number
  /** Where the words on its subject end; `tailEnd` where there are none. */
  subjectEnd: number
}
