import { describe, expect, it } from 'vitest'
import { findFields, toDocument } from '../src/found/index.ts'
import { findTasks } from '../src/found/tasks/index.ts'
import { toReference } from '../src/found/time/index.ts'
import { outline } from '../src/outline/index.ts'
import { Task } from '../src/schema/fields.ts'
import { readCorpus } from './corpus-files.ts'
import { showBodies, showTask } from './show-task.ts'

describe('the tasks of whole plans', () => {
  it.each(readCorpus('tasks-plans'))('$title', ({ input, expected }) => {
    const document = toDocument(input)
    const fields = findFields(document)
    const cited = fields.citations.map(({ span }) => span)
    const reference = toReference(fields.date, fields.title?.text ?? null, cited)
    const tasks = findTasks(document, outline(document.text, document.lines).sections, reference, fields.issuer)
    expect([...tasks.map(showTask), ...showBodies(tasks)]).toEqual(expected)
    expect(Task.array().safeParse(tasks).error).toBeUndefined()
    for (const { raw, span, products, quantities, times, deadline, recurrence } of tasks) {
      const found = [...products, ...quantities, ...times, ...(deadline ? [deadline] : []), ...(recurrence ? [recurrence] : [])]
      for (const part of [{ raw, span }, ...found]) expect(input.slice(part.span.start, part.span.end)).toBe(part.raw)
      for (const part of found) expect(part.span.start >= span.start && part.span.end <= span.end).toBe(true)
    }
    for (const { name, span } of tasks.flatMap(({ bodies }) => bodies)) {
      if (span === null) continue
      const printed = input.slice(span.start, span.end).replace(/\s+/gu, ' ')
      // Departments that share a head (`các Sở: Nội vụ, Y tế`) stand without it.
      expect(name === printed || name.endsWith(` ${printed}`), `${name} at ${printed}`).toBe(true)
    }
  })
})
