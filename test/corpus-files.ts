import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One case of a corpus file: a plain-English title, the document's text, and what must be found in it, one thing a line. */
export interface CorpusCase {
  title: string
  input: string
  expected: string[]
}

/**
 * The cases of all files in `test/corpus/<folder>`. A file holds cases parted by lines of `===`; a case is its title, the input, a
 * line of `---`, and the expected lines, none for a negative.
 */
export function readCorpus(folder: string): CorpusCase[] {
  const path = join('test', 'corpus', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(path, name), 'utf8')
        .normalize('NFC')
        .split(/^===\n/mu),
    )
    .map((text) => {
      const lines = text.replace(/\n+$/u, '').split('\n')
      const rule = lines.lastIndexOf('---')
      if (rule < 1) throw new Error(`A case without a rule of three dashes: ${lines[0]}`)
      return {
        title: lines[0] ?? '',
        input: lines.slice(1, rule).join('\n'),
        expected: lines.slice(rule + 1).filter((line) => line !== ''),
      }
    })
}
