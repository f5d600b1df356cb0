import type { Signer } from '../../schema/fields.ts'
import { identity, joined, place, real, table, text } from './table.ts'

/** Who signs, the first signer first. */
export const signers = table<Signer>('signers', ({ plan }) => (plan.signer === null ? plan.coSigners : [plan.signer, ...plan.coSigners]), [
  ...identity<Signer>('g'),
  text('authority', ({ authority }) => authority),
  text('title', ({ title }) => title),
  text('name', ({ name }) => name),
  text('chain', ({ chain }) => joined(chain.map(({ mark, office }) => (mark === null ? office : `${mark}. ${office}`)))),
  ...place<Signer>(({ span }) => span),
  real('confidence', ({ confidence }) => confidence),
])
