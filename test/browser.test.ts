import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** Bundles code that uses an entry as a browser would get it; what needs a Node module fails here. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: resolve('.') },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'result',
    write: false,
    minify: true,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs a script with what every browser has and nothing of Node. */
function runInBrowser(script: string, globals: Record<string, unknown> = {}): Record<string, unknown> {
  const context = createContext({ TextDecoder, TextEncoder, URL, ...globals })
  new Script(script).runInContext(context)
  return context.result as Record<string, unknown>
}

describe('in a browser', () => {
  it('./core makes a Plan from text', async () => {
    const script = await bundle(`
      import { createParser, locate } from './dist/core.js'
      const parser = createParser(model)
      export const plan = parser.parsePlan(text, { name: 'school.txt' })
      export const restored = parser.restoreText(bare).text
      export const places = locate(plan, plan.number.span)
      export const node = typeof process + typeof Buffer + typeof setImmediate
    `)
    const { plan, places, node, restored } = runInBrowser(script, {
      text: readFileSync('fixtures/truth/school.txt', 'utf8'),
      bare: readFileSync('fixtures/texts/school.bare.txt', 'utf8'),
      model: new Uint8Array(readFileSync('dist/vi.bin')),
    })
    expect(node).toBe('undefinedundefinedundefined')
    expect(plan).toMatchObject({ number: { raw: '07/KH-THPTLCS' }, date: { iso: '2025-04-03' }, source: { name: 'school.txt' } })
    expect(restored).toContain('xây dựng kế hoạch')
    expect(places).toMatchObject([{ page: 1, lines: [2] }])
  })

  it('./schema checks a Plan, and is small', async () => {
    const script = await bundle(`
      import { Plan } from './dist/schema.js'
      export const { success } = Plan.safeParse({})
    `)
    expect(runInBrowser(script).success).toBe(false)
    expect(script).not.toMatch(/Số và ký hiệu|chủ trì/u)
  })
})
