import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Builds `dist` before the tests that run the built package, unless it is newer than every source. */
export default function build(): void {
  const newest = Math.max(...['src', 'package.json', 'tsup.config.ts'].map(changed))
  if (existsSync('dist/cli.js') && changed('dist/cli.js') >= newest) return
  execFileSync(process.execPath, [resolve('node_modules/tsup/dist/cli-default.js'), '--no-dts', '--silent'], { stdio: 'inherit' })
}

function changed(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(...readdirSync(path).map((name) => changed(join(path, name))))
}
