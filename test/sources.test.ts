import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: join('src', path), lines: readFileSync(join('src', path), 'utf8').split('\n') }))

/** `src/x.ts:12: code` of every line of code in `folders`, comments left out, that `pattern` finds something in. */
const offenders = (pattern: RegExp, folders = /^/u): string[] =>
  sources
    .filter(({ path }) => folders.test(path))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        pattern.test(line.replace(/^\s*(?:\/\/|\/?\*).*$/u, '')) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
    )

describe('sources', () => {
  it('leave words of Vietnamese to src/vietnamese: \\b, \\B, \\w and \\W know ASCII only', () => {
    expect(offenders(/\\[bBwW]/u, /^src.(?:text|restore|outline|found|plan|lint)./u)).toEqual([])
  })

  it('fetch nothing', () => {
    expect(offenders(/(?:^|[^.\p{L}])fetch\(|node:(?:https?|net|tls|dgram)/u)).toEqual([])
  })

  it('take no time or chance into what they answer', () => {
    // An archive's run keeps time limits; what it writes of times stands in its manifest alone.
    expect(offenders(/Math\.random|Date\.now|new Date\(\)/u, /^src.(?!batch|cli)/u)).toEqual([])
  })
})
