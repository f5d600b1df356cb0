import { z } from 'zod'
import * as fields from './fields.ts'
import * as geometry from './geometry.ts'
import { Plan, Restoration, Source } from './plan.ts'
import { Warning } from './warning.ts'

/** The Plan as a JSON Schema (draft 2020-12) whose `$defs` carry the contract's own names. */
export function planJsonSchema(): Record<string, unknown> {
  const names = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries({ ...fields, ...geometry, Restoration, Source, Warning })) {
    if (shape instanceof z.ZodType) names.add(shape, { id })
  }
  const { $schema, ...schema } = z.toJSONSchema(Plan, { metadata: names })
  return { $schema, title: 'Plan', ...schema }
}
