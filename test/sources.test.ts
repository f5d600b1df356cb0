import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('vietnamese'))
  .map((path) => ({ path: join('src', path), lines: readFileSync(join('src', path), 'utf8').split('\n') }))

/** `src/x.ts:12: code` of every line of code, comments left out, that `pattern` finds something in. */
const offenders = (pattern: RegExp): string[] =>
  sources.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      pattern.test(line.replace(/^\s*(?:\/\/|\/?\*).*$/u, '')) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
    ),
  )

describe('sources', () => {
  it('leave words of Vietnamese to src/vietnamese: \\b, \\B, \\w and \\W know ASCII only', () => {
    expect(offenders(/\\[bBwW]/u)).toEqual([])
  })

  it('fetch nothing', () => {
    expect(offenders(/(?:^|[^.\p{L}])fetch\(|node:(?:https?|net|tls|dgram)/u)).toEqual([])
  })

  it('take no time or chance into what they answer', () => {
    expect(offenders(/Math\.random|Date\.now|new Date\(\)/u)).toEqual([])
  })
})
