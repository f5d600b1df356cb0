import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { engineOption } from '../src/cli/engine.ts'
import { whatIsMissing } from '../src/pages/installed.ts'

/** A program that lists these languages. */
function program(...languages: string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'engine-')), 'tesseract')
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' 'List of available languages' ${languages.join(' ')}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('an installed tesseract', () => {
  it('lacks nothing with its Vietnamese data', () => {
    expect(whatIsMissing(program('eng', 'vie'))).toBeNull()
  })
  it('lacks its Vietnamese data', () => {
    expect(whatIsMissing(program('eng', 'vie_old'))).toMatch(/no Vietnamese data/u)
  })
  it('is not there', () => {
    expect(whatIsMissing('tesseract-that-is-not-there')).toMatch(/install tesseract/u)
  })
})

describe('--engine', () => {
  const path = process.env.PATH
  const parse = (engine: string) => {
    const lines: string[] = []
    const command = new Command()
      .addOption(engineOption())
      .exitOverride()
      .configureOutput({ writeErr: (line) => lines.push(line) })
    try {
      command.parse(['--engine', engine], { from: 'user' })
      return command.opts().engine as string
    } catch {
      return lines.join('')
    }
  }
  it('tells at once, in one line, of a program that is missing', () => {
    process.env.PATH = tmpdir()
    const line = parse('tesseract')
    process.env.PATH = path
    expect(line).toMatch(/^error: .*install tesseract.*\n$/u)
  })
  it('takes the engine that needs nothing without looking for a program', () => {
    process.env.PATH = tmpdir()
    const engine = parse('tesseract.js')
    process.env.PATH = path
    expect(engine).toBe('tesseract.js')
  })
  it('refuses an engine that is none', () => {
    expect(parse('abacus')).toMatch(/Allowed choices/u)
  })
})
