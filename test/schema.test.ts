import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ERROR_CODES, KehoachError, Plan, planJsonSchema, WARNING_CODES } from '../src/schema.ts'

describe('schema', () => {
  it('carries the names of the contract into JSON Schema', () => {
    const schema = planJsonSchema() as { title: string; required: string[]; $defs: Record<string, unknown> }
    expect(schema.title).toBe('Plan')
    expect(schema.required).toEqual(Object.keys(Plan.shape))
    for (const name of [
      'Span',
      'Found',
      'When',
      'Page',
      'Box',
      'Edit',
      'Citation',
      'IndexMention',
      'Section',
      'Task',
      'ScheduleRow',
      'Signer',
      'Warning',
    ]) {
      expect(Object.keys(schema.$defs)).toContain(name)
    }
  })

  it('makes a JSON Schema that zod reads back', () => {
    expect(() => z.fromJSONSchema(planJsonSchema() as never)).not.toThrow()
  })

  it('refuses a Plan with a field of the wrong shape', () => {
    expect(Plan.safeParse({ schemaVersion: 2 }).success).toBe(false)
  })

  it('says what every code means', () => {
    for (const meaning of [...Object.values(ERROR_CODES), ...Object.values(WARNING_CODES)]) expect(meaning).toMatch(/\.$/u)
    const cause = new Error('why')
    const error = new KehoachError('CORRUPT_INPUT', 'what', { cause })
    expect(error).toMatchObject({ name: 'KehoachError', code: 'CORRUPT_INPUT', message: 'what', cause })
  })
})
