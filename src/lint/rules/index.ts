import type { Rule } from '../rule.ts'
import { appendixDate } from './appendix-date.ts'
import { appendixNumber } from './appendix-number.ts'
import { appendixReference } from './appendix-reference.ts'
import { bodyAnachronism } from './body-anachronism.ts'
import { citationConflict } from './citation-conflict.ts'
import { citationFirstFull } from './citation-first-full.ts'
import { dateForm } from './date-form.ts'
import { dateMissing } from './date-missing.ts'
import { datePadding } from './date-padding.ts'
import { endMark } from './end-mark.ts'
import { groundsForm } from './grounds-form.ts'
import { handwriting } from './handwriting.ts'
import { headingOrder } from './heading-order.ts'
import { issuerMissing } from './issuer-missing.ts'
import { mottoForm } from './motto-form.ts'
import { mottoMissing } from './motto-missing.ts'
import { numberMissing } from './number-missing.ts'
import { numberPadding } from './number-padding.ts'
import { numberSpaces } from './number-spaces.ts'
import { numberingMended } from './numbering-mended.ts'
import { partyStateMixture } from './party-state-mixture.ts'
import { recipientsCopy } from './recipients-copy.ts'
import { recipientsMissing } from './recipients-missing.ts'
import { recipientsPunctuation } from './recipients-punctuation.ts'
import { signerAuthority } from './signer-authority.ts'
import { signerDegree } from './signer-degree.ts'
import { signerMissing } from './signer-missing.ts'
import { symbolLetter } from './symbol-letter.ts'
import { symbolOrder } from './symbol-order.ts'
import { symbolType } from './symbol-type.ts'
import { titleMissing } from './title-missing.ts'
import { typeMissing } from './type-missing.ts'

/** Every rule, in the order of a document's components. */
export const RULES: readonly Rule[] = [
  mottoMissing,
  mottoForm,
  partyStateMixture,
  issuerMissing,
  bodyAnachronism,
  numberMissing,
  numberPadding,
  numberSpaces,
  symbolOrder,
  symbolType,
  symbolLetter,
  dateMissing,
  dateForm,
  datePadding,
  typeMissing,
  titleMissing,
  groundsForm,
  citationFirstFull,
  citationConflict,
  headingOrder,
  numberingMended,
  endMark,
  signerMissing,
  signerAuthority,
  signerDegree,
  recipientsMissing,
  recipientsCopy,
  recipientsPunctuation,
  appendixReference,
  appendixNumber,
  appendixDate,
  handwriting,
]
