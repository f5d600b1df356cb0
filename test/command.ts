import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

export const CLI = resolve('dist/cli.js')

/** Runs `kehoach` as built, with `input` on standard input. */
export function kehoach(args: readonly string[], input: string | Buffer = '') {
  const run = spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000 })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
