import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'

/** A regular expression of src. */
export interface Pattern {
  /** `src/found/date.ts:12` */
  at: string
  source: string
  flags: string
}

const ROOT = resolve(process.cwd())
const LITERAL = /^\/(?<source>.*)\/(?<flags>[a-z]*)$/su

const files = (): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs)$/u.test(path))
    .sort()
    .map((path) => join('src', path))

function* nodesOf(file: ts.SourceFile): Generator<ts.Node> {
  const open: ts.Node[] = [file]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node
    ts.forEachChild(node, (child) => void open.push(child))
  }
}

const parse = (path: string): ts.SourceFile => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
const place = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`

/** Every regular expression that stands in src as a literal. */
export function literals(): Pattern[] {
  return files().flatMap((path) => {
    const file = parse(path)
    return [...nodesOf(file)].filter(ts.isRegularExpressionLiteral).map((node) => {
      const { source = '', flags = '' } = LITERAL.exec(node.text)?.groups ?? {}
      return { at: place(file, node), source, flags }
    })
  })
}

/** The names `RegExp` of a file that build an expression: `new RegExp(…)`, `RegExp(…)`. */
const constructions = (file: ts.SourceFile): ts.Expression[] =>
  [...nodesOf(file)]
    .filter((node) => ts.isNewExpression(node) || ts.isCallExpression(node))
    .map(({ expression }) => expression)
    .filter((expression) => expression.getText() === 'RegExp')

/**
 * Every regular expression that src builds: the core is bundled with its `RegExp` put through a recorder, loaded, and run on `texts`.
 * `unseen` are the places that built none.
 */
export async function built(texts: readonly string[]): Promise<{ patterns: Pattern[]; unseen: string[] }> {
  const sites = new Set<string>()
  const patterns = new Map<string, Pattern>()
  const record = (at: string) =>
    class extends RegExp {
      constructor(source: string | RegExp, flags?: string) {
        super(source, flags)
        patterns.set(`${at} ${this.source}/${this.flags}`, { at, source: this.source, flags: this.flags })
      }
    }
  Object.assign(globalThis, { recordRegExp: record })
  for (const path of files()) for (const node of constructions(parse(path))) sites.add(place(node.getSourceFile(), node))

  const outfile = resolve('.cache/run', `regex-${process.pid}.mjs`)
  await build({
    entryPoints: ['src/core.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [
      {
        name: 'record',
        setup(on) {
          on.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
            const file = parse(relative(ROOT, path))
            let contents = file.text
            for (const node of constructions(file).sort((a, b) => b.getStart() - a.getStart())) {
              const call = `(globalThis.recordRegExp(${JSON.stringify(place(file, node))}))`
              contents = contents.slice(0, node.getStart()) + call + contents.slice(node.getEnd())
            }
            return { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
  const core: typeof import('../../src/core.ts') = await import(pathToFileURL(outfile).href)
  const parser = core.createParser(readFileSync('src/restore/model/vi.bin'))
  for (const text of texts) core.lintPlan(parser.parsePlan(text))
  const seen = new Set([...patterns.values()].map(({ at }) => at))
  return { patterns: [...patterns.values()], unseen: [...sites].filter((at) => !seen.has(at)) }
}
