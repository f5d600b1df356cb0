import { z } from 'zod'

/** What was saved, with what it lacked made up for, and the names of that: `goals`, `tasks.products`. */
export interface Completed {
  value: unknown
  lacking: string[]
}

/**
 * JSON that an earlier version saved, for a schema that has grown: lists that it lacks become empty, values that may be null become
 * null. Whatever else is missing cannot be known, and stays missing. The schema itself is asked, so that a new field needs no line here.
 */
export function complete(schema: z.ZodType, saved: unknown): Completed {
  const lacking = new Set<string>()
  return { value: fill(schema, saved, '', lacking), lacking: [...lacking] }
}

function fill(schema: z.ZodType, saved: unknown, path: string, lacking: Set<string>): unknown {
  if (schema instanceof z.ZodLazy || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return saved === null || saved === undefined ? saved : fill(schema.unwrap() as z.ZodType, saved, path, lacking)
  }
  if (schema instanceof z.ZodArray && Array.isArray(saved)) {
    return saved.map((item) => fill(schema.element as z.ZodType, item, path, lacking))
  }
  if (!(schema instanceof z.ZodObject) || typeof saved !== 'object' || saved === null) return saved
  const whole: Record<string, unknown> = { ...saved }
  for (const [name, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    const place = path === '' ? name : `${path}.${name}`
    if (whole[name] !== undefined) whole[name] = fill(field, whole[name], place, lacking)
    else if (field instanceof z.ZodArray || field instanceof z.ZodNullable) {
      whole[name] = field instanceof z.ZodArray ? [] : null
      lacking.add(place)
    }
  }
  return whole
}
