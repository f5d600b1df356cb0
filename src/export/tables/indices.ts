import type { Found, IndexMention } from '../../schema/fields.ts'
import { identity, place, real, table, text } from './table.ts'

type Mention = Found & Pick<IndexMention, 'code' | 'name'>

/** Public-administration indices, one row a mention. */
export const indices = table<Mention>(
  'indices',
  ({ plan }) => plan.indices.flatMap(({ code, name, mentions }) => mentions.map((mention) => ({ ...mention, code, name }))),
  [
    ...identity<Mention>('i'),
    text('code', ({ code }) => code),
    text('name', ({ name }) => name),
    text('raw', ({ raw }) => raw),
    ...place<Mention>(({ span }) => span),
    real('confidence', ({ confidence }) => confidence),
  ],
)
