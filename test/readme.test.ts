import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as library from '../src/index.ts'
import { kehoach } from './command.ts'

const readme = readFileSync('README.md', 'utf8')

describe('README', () => {
  it.each(Object.entries({ ...library.ERROR_CODES, ...library.WARNING_CODES }))('says what %s means', (code, meaning) => {
    expect(readme).toContain(`| \`${code}\` | ${meaning} |`)
  })

  it('names every command and option', () => {
    const { out } = kehoach(['read', '--help'])
    for (const [option] of out.matchAll(/--(?:out|format|engine)(?= )/gu)) expect(readme).toContain(option)
    for (const [, command] of kehoach(['--help']).out.matchAll(/^ {2}([a-z]+)(?= [[<]| {2})/gmu)) {
      if (command !== 'help') expect(readme).toContain(`kehoach ${command}`)
    }
  })

  it('names functions that there are', () => {
    const named = [...readme.matchAll(/`(\w+)\([\w, ?]*\)`/gu)].map(([, name]) => name as string)
    expect(named.length).toBeGreaterThan(6)
    const methods = ['read', 'close']
    for (const name of named) if (!methods.includes(name)) expect(library).toHaveProperty(name)
  })
})
