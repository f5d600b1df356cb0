import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parsePlan } from '../src/index.ts'
import { complete } from '../src/schema/earlier.ts'
import { Plan } from '../src/schema/plan.ts'
import { kehoach } from './command.ts'

const plan = parsePlan(readFileSync('fixtures/truth/department.txt', 'utf8'))

/** A Plan without some fields, as versions wrote it that did not know them. */
function without(names: string[], inTasks: string[] = []): Record<string, unknown> {
  const drop = (value: object, dropped: string[]) => Object.fromEntries(Object.entries(value).filter(([name]) => !dropped.includes(name)))
  return { ...drop(plan, names), ...(names.includes('tasks') ? {} : { tasks: plan.tasks.map((task) => drop(task, inTasks)) }) }
}

describe('what an earlier version saved', () => {
  it('lacks lists and values that may be null, which become empty', () => {
    const { value, lacking } = complete(Plan, without(['laws', 'times', 'signer'], ['products', 'deadline']))
    expect(lacking.sort()).toEqual(['laws', 'signer', 'tasks.deadline', 'tasks.products', 'times'])
    expect(Plan.parse(value)).toMatchObject({ laws: [], times: [], signer: null, number: plan.number })
    expect(Plan.parse(value).tasks.map((task) => [task.products, task.deadline, task.action])).toEqual(
      plan.tasks.map((task) => [[], null, task.action]),
    )
  })
  it('is the same where it lacks nothing', () => {
    expect(complete(Plan, plan)).toEqual({ value: plan, lacking: [] })
  })
  it.each([null, 7, 'x', [], { tasks: 'none' }, { tasks: [null, 3] }])('may be no Plan at all: %j', (value) => {
    expect(Plan.safeParse(complete(Plan, value).value).success).toBe(false)
  })
  it('is filled inside lists of lists, and where a shape holds itself', () => {
    const tree = z.object({
      name: z.string(),
      rows: z.array(z.object({ cells: z.array(z.string()) })),
      get children() {
        return z.array(tree)
      },
    })
    expect(complete(tree, { name: 'a', rows: [{}], children: [{ name: 'b', rows: [] }] })).toEqual({
      value: { name: 'a', rows: [{ cells: [] }], children: [{ name: 'b', rows: [], children: [] }] },
      lacking: ['rows.cells', 'children.children'],
    })
  })
})

describe('commands on what an earlier version saved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-earlier-'))
  const save = (name: string, value: unknown) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), JSON.stringify(value))
    return join(folder, name)
  }
  it('read it and say what it lacks', () => {
    const file = save('lists.json', without(['laws', 'times']))
    for (const command of [
      ['lint', file],
      ['export', file, '--to', 'markdown'],
    ]) {
      const { code, out, err } = kehoach(command)
      expect(code).not.toBe(1)
      expect(err).toBe(
        `kehoach: ${file}: It was written by an earlier version of kehoach, without laws, times; read the document again to have them\n`,
      )
      if (command[0] === 'export') expect(out).toContain(plan.title?.text ?? '')
    }
  })
  it.each([
    ['text that cannot be known', without([], ['path']), /earlier version of kehoach, without tasks\.path; read .*again/u],
    ['fields of another kind', { ...plan, tasks: 'none' }, /no Plan of schema version 1: tasks: /u],
    ['a later version', { ...plan, schemaVersion: 2 }, /later version of kehoach \(schema version 2\); install that version/u],
    ['JSON that is no Plan', { a: 1 }, /no Plan of schema version 1; /u],
  ])('refuse it where it has %s', (_, value, message) => {
    const { code, out, err } = kehoach(['export', save('x.json', value), '--to', 'markdown'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(message)
    expect(err).toMatch(/\[INVALID_ARGUMENT\]\n$/u)
  })
})
