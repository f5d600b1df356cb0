// Runs a TypeScript file of this repository: `node training/run.mjs training/noise/main.ts --pages 200`.
// Node 20 does not strip types, so the file is bundled to .cache/ first; packages stay outside the bundle.
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [entry, ...rest] = process.argv.slice(2)
if (entry === undefined) {
  console.error('usage: node training/run.mjs FILE.ts [arguments]')
  process.exit(2)
}
// The name carries the process, for two runs may bundle the same file at once.
const outfile = resolve(root, '.cache', 'run', `${entry.replace(/[^a-z0-9]+/gi, '-')}-${process.pid}.mjs`)
mkdirSync(dirname(outfile), { recursive: true })
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
process.argv = [process.argv[0], resolve(entry), ...rest]
await import(pathToFileURL(outfile).href)
